import { basename } from 'node:path'
import type { ImportLine } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { listFiles } from '../import/list-files.ts'
import { readFileBytes } from '../import/read-file.ts'
import { readSource } from '../import/read-source.ts'
import { sha256 } from '../import/sha256.ts'
import { parse } from '../parse/parse.ts'
import { plural } from './labels.ts'
import { pageInsert, type Page } from './page-insert.ts'
import type { Project } from './project.ts'

/** Files of one transaction at most, and the time after which it is committed all the same. */
const batchFiles = 32
const batchMilliseconds = 150

type Found = { readonly path: string } | { readonly path: string; readonly error: AppError }
type Outcome = { readonly file: string } & ({ readonly page: Page } | { readonly error: AppError } | { readonly sessionId: string })

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
  yield* importAll(
    project,
    files.map(file => () => readOne(project, file)),
    control,
  )
}

export async function* importText(project: Project, name: string, text: string, control: ImportControl = {}): AsyncGenerator<ImportLine> {
  const file = name.endsWith('.txt') ? name : `${name}.txt`
  yield* importAll(project, [() => outcomeOf(project, file, null, async () => Buffer.from(text.toWellFormed()))], control)
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

async function readOne(project: Project, file: Found): Promise<Outcome> {
  if ('error' in file) return { file: file.path, error: file.error }
  return outcomeOf(project, basename(file.path), file.path, () => readFileBytes(file.path))
}

async function outcomeOf(project: Project, name: string, path: string | null, bytesOf: () => Promise<Uint8Array>): Promise<Outcome> {
  const file = path ?? name
  try {
    const bytes = await bytesOf()
    const hash = sha256(bytes)
    const sessionId = sessionWith(project, hash)
    if (sessionId !== undefined) return { file, sessionId }
    const source = await readSource({ name, bytes })
    return { file, page: { name, path, bytes, sha256: hash, source, record: parse(source.text) } }
  } catch (error) {
    if (error instanceof AppError) return { file, error }
    // A bug in one reader must not cost the other files: it is said in the list and logged.
    console.error(file, error)
    return {
      file,
      error: new AppError(
        'internal',
        `Rapporteur failed on this file: ${(error as Error).message}. The file is untouched; please report it.`,
      ),
    }
  }
}

const sessionWith = ({ db }: Project, hash: string) =>
  db.prepare<[string], string>('SELECT session.id FROM session JOIN source ON source.id = source_id WHERE sha256 = ?').pluck().get(hash)
