import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { ExportFormat } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { jsonBeginning } from './json.ts'

/** Says of a folder which files in it an export wrote, so that a later one replaces those and nothing else. */
export const manifestName = 'rapporteur-export.json'
const manifest = z.object({ format: z.literal('rapporteur-export'), kind: z.string(), files: z.record(z.string(), z.string()) })
type Manifest = z.infer<typeof manifest>

/** What systems put into a folder on their own. */
const systemFiles = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

export function manifestText(kind: ExportFormat, hashes: ReadonlyMap<string, string>): string {
  const files = Object.fromEntries(hashes)
  return `${JSON.stringify({ format: 'rapporteur-export', version: 1, kind, files } satisfies Manifest & { version: number }, null, 2)}\n`
}

/** Refuses what is neither missing, empty, nor one of our JSON exports. */
export async function refuseForeignFile(path: string): Promise<void> {
  if (!existsSync(path)) return
  if ((await stat(path)).isDirectory()) throw new AppError('not-a-file', `${path} is a folder. Choose the name of a file.`)
  const start = await beginning(path, Buffer.byteLength(jsonBeginning))
  if (start === '' || start === jsonBeginning) return
  throw new AppError('not-empty', `${path} is there already and is no export of Rapporteur. Choose another name.`)
}

async function beginning(path: string, bytes: number): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Refuses what is neither missing, empty, nor an untouched folder of ours of this kind. */
export async function refuseForeignFolder(path: string, kind: ExportFormat): Promise<void> {
  if (!existsSync(path)) return
  if (!(await stat(path)).isDirectory()) throw new AppError('not-a-folder', `${path} is a file. Choose the name of a folder.`)
  const names = (await readdir(path)).filter(name => !systemFiles.has(name))
  if (names.length === 0) return
  const known = await readManifest(path)
  if (known?.kind !== kind)
    throw new AppError('not-empty', `The folder ${path} holds other files. Choose an empty one, or the name of a new one.`)
  for (const name of names) if (name !== manifestName) await refuseForeignContent(path, name, known.files[name])
}

async function refuseForeignContent(folder: string, name: string, hash: string | undefined): Promise<void> {
  if (hash === undefined)
    throw new AppError('not-empty', `${name} in the folder ${folder} is not of the export there. Move it away, or choose another folder.`)
  if ((await hashOf(join(folder, name))) !== hash)
    throw new AppError(
      'export-edited',
      `${name} in the folder ${folder} was changed since it was exported. Choose another folder to keep it.`,
    )
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
