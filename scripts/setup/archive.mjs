import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { SetupProblem } from './project.mjs'

export async function sha512(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return `sha512-${hash.digest('base64')}`
}

export async function refuseUnless(path, integrity) {
  const found = await sha512(path)
  if (found !== integrity)
    throw new SetupProblem(
      `${path} is not the file that was expected (${found} instead of ${integrity}). Delete it and run \`npm run setup\` again.`,
    )
}

/** Where an entry of an archive goes; a path that leads out of the folder is refused. */
export function placeInside(folder, name, from = folder) {
  const place = resolve(from, name)
  const way = relative(folder, place)
  if (isAbsolute(name) || way === '..' || way.startsWith('../') || way.startsWith('..\\'))
    throw new SetupProblem(`The archive holds a path that leads out of its folder: ${name}`)
  return place
}

const fileType = 0o170000
const symlinkType = 0o120000

/** Unpacks a zip with its modes and links; `rename` says what an entry is called, or undefined to leave it out. */
export async function unzip(zipPath, folder, rename = name => name) {
  const yauzl = (await import('yauzl')).default
  const zip = await yauzl.openPromise(zipPath)
  for await (const entry of zip.eachEntry()) {
    const name = rename(entry.fileName)
    if (name) await unpackEntry(zip, entry, folder, name)
  }
}

async function unpackEntry(zip, entry, folder, name) {
  const place = placeInside(folder, name)
  if (name.endsWith('/')) return mkdir(place, { recursive: true })
  await mkdir(dirname(place), { recursive: true })
  const mode = entry.externalFileAttributes >>> 16
  const content = await zip.openReadStreamPromise(entry)
  if ((mode & fileType) !== symlinkType) return pipeline(content, createWriteStream(place, { mode: mode & 0o777 || 0o644 }))
  const target = await text(content)
  placeInside(folder, target, dirname(place))
  return symlink(target, place)
}
