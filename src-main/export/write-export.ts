import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, realpath, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ExportFormat } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { manifestName, manifestText, refuseForeignFile, refuseForeignFolder } from './earlier-export.ts'
import type { ExportContent } from './exported-session.ts'
import type { Piece } from './format.ts'
import { formats } from './formats.ts'
import { writeError } from './write-error.ts'

export interface ExportResult {
  readonly files: readonly string[]
  readonly report: readonly string[]
}

/** Writes an export in whole or not at all, in the place of an earlier one of ours and of nothing else. */
export async function writeExport(
  { format, path }: { format: ExportFormat; path: string },
  content: ExportContent,
  signal: AbortSignal,
): Promise<ExportResult> {
  let stage: string | undefined
  try {
    const target = existsSync(path) ? await realpath(path) : path
    const { isFolder, write } = formats[format]
    if (isFolder) await refuseForeignFolder(target, format)
    else await refuseForeignFile(target)
    stage = await mkdtemp(join(dirname(target), '.rapporteur-export-'))
    const pieces = write(content)
    return isFolder ? await writeFolder(stage, target, format, pieces, signal) : await writeFile(stage, target, pieces, signal)
  } catch (error) {
    throw writeError(error, path)
  } finally {
    if (stage !== undefined) await rm(stage, { recursive: true, force: true })
  }
}

async function writeFile(stage: string, target: string, pieces: Pieces, signal: AbortSignal): Promise<ExportResult> {
  const { hashes, report } = await writePieces(stage, pieces, signal)
  const [file] = [...hashes.keys()]
  await rename(join(stage, file!), target)
  await flushFolder(dirname(target))
  return { files: [basename(target)], report }
}

async function writeFolder(
  stage: string,
  target: string,
  format: ExportFormat,
  pieces: Pieces,
  signal: AbortSignal,
): Promise<ExportResult> {
  const folder = join(stage, 'new')
  await mkdir(folder)
  const { hashes, report } = await writePieces(folder, withReport(pieces), signal)
  const files = [...hashes.keys()]
  await writePieces(folder, lastPiece(manifestName, manifestText(format, hashes)), signal)
  await flushFolder(folder)
  await replaceFolder(folder, target, join(stage, 'old'))
  await flushFolder(dirname(target))
  return { files, report }
}

type Pieces = Generator<Piece, readonly string[]>

function* lastPiece(file: string, text: string): Pieces {
  yield { file, text, isLast: true }
  return []
}

function* withReport(pieces: Pieces): Pieces {
  const report = yield* pieces
  if (report.length > 0) yield* lastPiece('REPORT.txt', `${report.join('\n')}\n`)
  return report
}

/** Writes and flushes every file; gives the sha256 of each. Other work has its turn after each piece. */
async function writePieces(folder: string, pieces: Pieces, signal: AbortSignal) {
  const open = new Map<string, OpenFile>()
  const hashes = new Map<string, string>()
  const finish = async (name: string, file: OpenFile) => {
    open.delete(name)
    hashes.set(name, await file.finish())
  }
  try {
    for (;;) {
      const next = pieces.next()
      if (next.done) {
        for (const [name, file] of open) await finish(name, file)
        return { hashes, report: next.value }
      }
      if (signal.aborted) throw new AppError('export-cancelled', 'The export was cancelled; nothing was written.')
      const { file: name, text, isLast } = next.value
      const file = open.get(name) ?? (await openFile(join(folder, name)))
      open.set(name, file)
      await file.write(text)
      if (isLast) await finish(name, file)
    }
  } finally {
    for (const file of open.values()) await file.close()
  }
}

type OpenFile = Awaited<ReturnType<typeof openFile>>

async function openFile(path: string) {
  const file: FileHandle = await open(path, 'wx')
  const hash = createHash('sha256')
  return {
    async write(text: string): Promise<void> {
      hash.update(text)
      await file.writeFile(text)
    },
    async finish(): Promise<string> {
      await file.sync()
      await file.close()
      return hash.digest('hex')
    },
    close: () => file.close(),
  }
}

/** A folder cannot be renamed over one that holds files, so the old one steps aside, and back should that fail. */
async function replaceFolder(folder: string, target: string, aside: string): Promise<void> {
  const isThere = existsSync(target)
  if (isThere) await rename(target, aside)
  try {
    await rename(folder, target)
  } catch (error) {
    if (isThere) await rename(aside, target)
    throw error
  }
}

/** Makes a rename last through a power cut. Windows has no such thing for folders, and needs none. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}
