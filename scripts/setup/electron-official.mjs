import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { inProject, isWritable, readJson, say } from './project.mjs'
import { nodePath, projectEnv, runQuietly } from './command.mjs'

const folder = inProject('node_modules', 'electron')
const longestDownload = 15 * 60_000
const longestProbe = 20_000

/** The executable of the Electron that package.json pins; undefined until it is downloaded. */
export function officialElectron() {
  if (!existsSync(`${folder}/path.txt`)) return undefined
  const path = inProject('node_modules', 'electron', 'dist', readFileSync(`${folder}/path.txt`, 'utf8'))
  return existsSync(path) ? path : undefined
}

export function officialVersion() {
  return readJson(`${folder}/package.json`).version
}

/** Downloads the binary, unless it is here or in Electron's own cache; answers why not when that fails. */
export async function downloadElectron() {
  say(`Downloading Electron ${officialVersion()} …`)
  // Where packets are dropped, waiting for an answer can take very long: ask first, with a limit.
  const reachable = await runNode(
    ['-e', 'fetch(process.argv[1], { method: "HEAD" }).then(() => process.exit())', downloadSite()],
    longestProbe,
  )
  const timeout = reachable.code === 0 ? longestDownload : longestProbe
  const { code, output } = await runNode([`${folder}/install.js`], timeout)
  if (code === 0 && officialElectron()) return undefined
  const told = output.split('\n').find(line => line.includes('Error')) ?? output
  return /Response code \d+|fetch failed/.exec(told)?.[0] ?? (told.trim() || 'no answer')
}

function downloadSite() {
  return process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com'
}

function runNode(args, timeout) {
  const cache = isWritable(homedir()) ? {} : { electron_config_cache: inProject('.electron', 'cache', 'electron') }
  return runQuietly(nodePath, args, { timeout, cwd: inProject(), env: projectEnv({ NODE_USE_ENV_PROXY: '1', ...cache }) })
}
