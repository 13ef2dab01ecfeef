import { basename } from 'node:path'
import type { ImportLine } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { listFiles } from '../import/list-files.ts'
import { readFileBytes } from '../import/read-file.ts'
import { sha256 } from '../import/sha256.ts'
import { plural } from './labels.ts'
import { pageInsert, type Outcome } from './page-insert.ts'
import { readPage } from './page-rows.ts'
import type { Project } from './project.ts'

/** Files of one transaction at most, and the time after which it is committed all the same. */
const batchFiles = 32
const batchMilliseconds = 150

type Found = { readonly path: string } | { readonly path: string; readonly error: AppError }

/** All that an import will look at, in the order it will. Files of other kinds within a folder are not pages: they are left out, not failed. */
export async function findFiles(paths: readonly string[]): Promise<{ files: Found[]; leftOut: string[] }> {
  const named = new Set(paths)
  const files: Found[] = []
  const leftOut: string[] = []
  for await (const file of listFiles([...paths])) {
    if ('error' in file && file.error.code === 'unsupported-type' && !named.has(file.path)) leftOut.push(file.path)
    else files.push(file)
  }
  return { files, leftOut }
}

export interface ImportControl {
  /** Called once, before the first file. */
  onStart?(actionId: number): void
  isCancelled?(): boolean
}

/** Imports as one action, in steps. A line is given only after it is committed. */
export async function* importFiles(project: Project, files: readonly Found[], control: ImportControl = {}): AsyncGenerator<ImportLine> {
  const { readFile } = pageReader(project)
  yield* importAll(
    project,
    files.map(file => () => readFile(file)),
    control,
  )
}

export async function* importText(project: Project, name: string, text: string, control: ImportControl = {}): AsyncGenerator<ImportLine> {
  yield* importAll(project, [() => pageReader(project).readText(name, text)], control)
}

async function* importAll(
  project: Project,
  readers: readonly (() => Promise<Outcome>)[],
  control: ImportControl,
): AsyncGenerator<ImportLine> {
  const { history } = project
  const actionId = history.start(`Import ${plural(readers.length, 'file')}`)
  const store = pageInsert(project, actionId)
  control.onStart?.(actionId)
  let imported = 0
  let batch: Outcome[] = []
  let since = performance.now()
  const commit = () => {
    const lines = storeBatch(outcomes => history.extend(actionId, () => outcomes.map(store)), batch)
    imported += lines.filter(line => line.status === 'imported').length
    batch = []
    since = performance.now()
    return lines
  }
  for (const read of readers) {
    if (control.isCancelled?.()) break
    batch.push(await read())
    if (batch.length >= batchFiles || performance.now() - since > batchMilliseconds) yield* commit()
  }
  yield* commit()
  history.relabel(actionId, `Import ${plural(imported, 'page')}`)
}

// One page that cannot be stored must not take the others of its batch with it.
function storeBatch(commit: (outcomes: readonly Outcome[]) => ImportLine[], batch: readonly Outcome[]): ImportLine[] {
  try {
    return commit(batch)
  } catch (error) {
    const [first, ...rest] = batch
    if (!first || isDiskTrouble(error)) throw error
    if (rest.length > 0) return batch.flatMap(outcome => storeBatch(commit, [outcome]))
    console.error(first.file, error)
    return commit([{ file: first.file, error: bug(error) }])
  }
}

function isDiskTrouble(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|CORRUPT|READONLY)/.test(String((error as { code?: unknown }).code))
}

function bug(error: unknown): AppError {
  return new AppError('internal', `Rapporteur failed on this file: ${(error as Error).message}. The file is untouched; please report it.`)
}

function pageReader({ db }: Project) {
  const sessionWith = db
    .prepare<[string], string>('SELECT session.id FROM session JOIN source ON source.id = source_id WHERE sha256 = ?')
    .pluck()

  async function read(name: string, path: string | null, bytes: Uint8Array): Promise<Outcome> {
    const file = path ?? name
    const hash = sha256(bytes)
    const sessionId = sessionWith.get(hash)
    if (sessionId !== undefined) return { file, sessionId }
    return { file, page: await readPage({ name, path, bytes, sha256: hash }) }
  }
  return {
    async readFile(found: Found): Promise<Outcome> {
      const { path } = found
      if ('error' in found) return { file: path, error: found.error }
      return orFailure(path, async () => read(basename(path), path, await readFileBytes(path)))
    },
    async readText(given: string, text: string): Promise<Outcome> {
      const name = given.endsWith('.txt') ? given : `${given}.txt`
      return orFailure(name, () => read(name, null, Buffer.from(text.toWellFormed())))
    },
  }
}

// A bug in one reader must not cost the other files: it is said in the list and logged.
async function orFailure(file: string, read: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError) return { file, error }
    console.error(file, error)
    return { file, error: bug(error) }
  }
}
