import { readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay } from '../display.mjs'
import { electronPath } from '../electron.mjs'
import { installDebianPackages } from './apt.mjs'
import { programIsThere, runQuietly } from './command.mjs'
import { addToStamp, inProject, readJson, readStamp, SetupProblem } from './project.mjs'

const packageOfLibrary = readJson(inProject('scripts', 'setup', 'libraries.json'))

/** The shared libraries that `ldd` did not find. */
export function missingLibraries(lddOutput) {
  return [...new Set([...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1]))]
}

/** The Debian packages that hold the libraries; a library that is in none of them is refused by name. */
export function packagesWith(libraries) {
  const unknown = libraries.filter(library => !packageOfLibrary[library])
  if (unknown.length > 0)
    throw new SetupProblem(`Electron needs ${unknown.join(', ')}: install what holds them, then run \`npm run setup\` again.`)
  return [...new Set(libraries.map(library => packageOfLibrary[library]))]
}

export async function setUpLibraries() {
  if (process.platform !== 'linux') return
  const libraries = await missingForElectron()
  const needed = [...packagesWith(libraries), ...programsAndFonts()]
  if (needed.length === 0) return
  await installDebianPackages(needed)
  const still = await missingForElectron()
  if (still.length > 0) throw new SetupProblem(`Electron still does not find ${still.join(', ')}.`)
}

async function missingForElectron() {
  const path = electronPath()
  const checked = `${path} ${stateOfSystemLibraries()}`
  if (readStamp().librariesFound === checked) return []
  const missing = await missingFor(path)
  if (missing.length === 0) addToStamp({ librariesFound: checked })
  return missing
}

async function missingFor(path) {
  const { output } = await runQuietly('ldd', [path], { env: { ...process.env, LC_ALL: 'C' } })
  return missingLibraries(output)
}

function programsAndFonts() {
  const programs = hasDisplay() || programIsThere('Xvfb') ? [] : ['xvfb']
  return fontFolders().some(holdsFonts) ? programs : [...programs, 'fonts-dejavu-core']
}

/** Changes whenever a library comes or goes. */
function stateOfSystemLibraries() {
  const cache = statSync('/etc/ld.so.cache', { throwIfNoEntry: false })
  return cache ? `${cache.mtimeMs}-${cache.size}` : 'unknown'
}

function fontFolders() {
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), join(homedir(), '.local/share/fonts')]
}

function holdsFonts(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false
  const entries = readdirSync(folder, { withFileTypes: true })
  if (entries.some(entry => /\.(ttf|otf|ttc)$/i.test(entry.name))) return true
  return entries.some(entry => entry.isDirectory() && holdsFonts(join(folder, entry.name)))
}
