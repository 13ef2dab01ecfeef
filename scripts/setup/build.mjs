import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronEnv } from '../electron.mjs'
import { nodePath, projectEnv, runQuietly, toolArgs } from './command.mjs'
import { inProject, readJsonIfThere, say, SetupProblem } from './project.mjs'

const sourceNames = [
  'src-main',
  'src-preload',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const out = 'out'
const stampPath = inProject(out, '.build-stamp.json')

export async function setUpBuild() {
  const built = readJsonIfThere(stampPath)
  const now = buildState()
  if (built?.sources !== now.sources || built.target !== now.target || built.output !== now.output) await buildApp()
}

export async function buildApp() {
  say('Building the app …')
  rmSync(stampPath, { force: true })
  const { sources } = buildState()
  const { code, output } = await runQuietly(nodePath, toolArgs('electron-vite', ['build']), {
    cwd: inProject(),
    env: projectEnv(electronEnv()),
  })
  if (code !== 0) throw new SetupProblem(`${output}\nThe app could not be built (above is why).`)
  writeFileSync(stampPath, JSON.stringify({ ...buildState(), sources }))
}

// A watching build, or one run by hand, writes to the same folder: what lies there must be what was left there.
function buildState() {
  return { sources: fingerprint(inProject(), sourceNames), target: electronEnv().ELECTRON_MAJOR_VER, output: outputState() }
}

/** Stands for what the files and folders hold, tests left out. */
export function fingerprint(folder, names) {
  const hash = createHash('sha256')
  for (const path of names.flatMap(name => filesIn(folder, name))) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function outputState() {
  return filesIn(inProject(), out)
    .filter(path => !path.endsWith('.build-stamp.json'))
    .map(path => `${path} ${statSync(inProject(path)).size} ${statSync(inProject(path)).mtimeMs}`)
    .join('\n')
}

function filesIn(folder, name) {
  const found = statSync(join(folder, name), { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found && !/\.test\.tsx?$/.test(name) ? [name] : []
  const names = readdirSync(join(folder, name)).toSorted()
  return names.flatMap(inner => filesIn(folder, `${name}/${inner}`))
}
