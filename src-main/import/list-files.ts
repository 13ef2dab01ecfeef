import { statSync, type Stats } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../app-error.ts'
import { fileError, notAFile } from './file-errors.ts'
import { kindByName, readableKinds } from './file-kind.ts'

/** A file with its size in bytes, or why it is none. */
export type ListedFile = { path: string; size: number } | { path: string; error: AppError }

interface Folder {
  realPath: string
  parent: Folder | null
}

interface Waiting {
  path: string
  /** The folder that it was found in; null when the user named it. */
  folder: Folder | null
}

const SYSTEM_FILES = /^(?:\..*|~\$.*|desktop\.ini|thumbs\.db)$/i
// As browsers name it in their languages.
const ASSET_FOLDER = /^(.+)(?:[_.-]files|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_file|_bestanden|_soubory|_pliki)$/i

/** After which requests that came meanwhile are answered. */
const TURN_MILLISECONDS = 10

/** Every file to import under these paths, in an order that is always the same; what cannot be imported is said, not skipped. */
export async function* listFiles(paths: string[]): AsyncGenerator<ListedFile> {
  const waiting: Waiting[] = paths.map(path => ({ path, folder: null })).toReversed()
  const seen = new Set<string>()
  let since = performance.now()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (performance.now() - since > TURN_MILLISECONDS) {
      await nextTurn()
      since = performance.now()
    }
    try {
      // At once: with a promise for each, thousands of files would take ten times as long.
      const stats = statSync(next.path)
      if (stats.isDirectory()) waiting.push(...(await enterFolder(next, seen)).toReversed())
      else yield fileOrRefusal(next, stats)
    } catch (error) {
      yield { path: next.path, error: error instanceof AppError ? error : fileError(error, next.path) }
    }
  }
}

const nextTurn = () => new Promise(resolve => setImmediate(resolve))

function fileOrRefusal({ path, folder }: Waiting, stats: Stats): ListedFile {
  if (!stats.isFile()) return { path, error: notAFile() }
  if (folder !== null && kindByName(path) === null) return { path, error: notReadable() }
  return { path, size: stats.size }
}

async function enterFolder({ path, folder: parent }: Waiting, seen: Set<string>): Promise<Waiting[]> {
  const folder: Folder = { realPath: await realpath(path), parent }
  if (isInside(folder)) throw new AppError('link-loop', 'The link leads back to a folder that it is in; it was not followed.')
  if (seen.has(folder.realPath)) throw new AppError('same-folder', 'The files of this folder are in the list already.')
  seen.add(folder.realPath)
  const names = await readdir(path)
  const pages = new Set(names.filter(name => kindByName(name) === 'text/html').map(name => name.replace(/\.[^.]+$/, '')))
  return names
    .filter(name => !SYSTEM_FILES.test(name) && !pages.has(ASSET_FOLDER.exec(name)?.[1] ?? ''))
    .toSorted(byCodeUnit)
    .map(name => ({ path: join(path, name), folder }))
}

function isInside({ realPath, parent }: Folder): boolean {
  for (let above = parent; above; above = above.parent) {
    if (above.realPath === realPath) return true
  }
  return false
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function notReadable(): AppError {
  return new AppError(
    'unsupported-type',
    `Only ${readableKinds.replace('Text', 'text')} are imported from a folder; this one was left out.`,
  )
}
