import type { ImportLine } from '../../src-preload/types.ts'
import type { AppError } from '../app-error.ts'
import { listFiles } from '../import/list-files.ts'
import { plural } from './labels.ts'
import { bug, readPageFile, readPageText, type Knowledge, type Reading } from './page-file.ts'
import { pageInsert, type Outcome } from './page-insert.ts'
import { pageReaders, type PageReaders } from './page-readers.ts'
import type { Project } from './project.ts'
import { rulesInForce } from './rules-in-force.ts'

/** Files of one transaction at most, and the time after which it is committed all the same. */
const batchFiles = 48
const batchMilliseconds = 150
/** What may be read and wait to be stored: enough to keep the readers busy while a batch is written. */
const aheadFiles = 96
const aheadBytes = 64 * 1024 * 1024
/** Where there is less to read, it is read here: starting a thread would take longer. */
const fewFiles = 8
const fewBytes = 256 * 1024

type Found = { readonly path: string; readonly size: number } | { readonly path: string; readonly error: AppError }
type Read = (found: Found) => Promise<Outcome>

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
  const readers = isLittle(files) ? undefined : pageReaders({ known: knownHashes(project), rules: rulesInForce(project.db)() })
  try {
    yield* importAll(project, files, fileReader(project, readers), control)
  } finally {
    await readers?.close()
  }
}

export async function* importText(project: Project, name: string, text: string, control: ImportControl = {}): AsyncGenerator<ImportLine> {
  const read = async () => outcomeOf(name, await readPageText(name, text, knowledgeOf(project)))
  yield* importAll(project, [{ path: name, size: text.length }], read, control)
}

const sizeOf = (found: Found) => ('error' in found ? 0 : found.size)
const isLittle = (files: readonly Found[]) => files.length < fewFiles && files.reduce((sum, file) => sum + sizeOf(file), 0) < fewBytes

function fileReader(project: Project, readers: PageReaders | undefined): Read {
  const knowledge = knowledgeOf(project)
  // Until the threads have started, what is short is read here.
  const isForReaders = (size: number) => readers !== undefined && (size > fewBytes || readers.isReady())
  return async found => {
    const { path } = found
    if ('error' in found) return { file: path, failure: found.error }
    return outcomeOf(path, isForReaders(found.size) ? await readers!.read(path) : await readPageFile(path, knowledge))
  }
}
const outcomeOf = (file: string, reading: Reading): Outcome => ({ file, ...reading })

function knowledgeOf({ db }: Project): Knowledge {
  const source = db.prepare<[string], string>('SELECT id FROM source WHERE sha256 = ?').pluck()
  return { isKnown: sha256 => source.get(sha256) !== undefined, rules: rulesInForce(db)() }
}
const knownHashes = ({ db }: Project) => db.prepare<[], string>('SELECT sha256 FROM source').pluck().all()

async function* importAll(project: Project, files: readonly Found[], read: Read, control: ImportControl): AsyncGenerator<ImportLine> {
  const { history } = project
  const actionId = history.start(`Import ${plural(files.length, 'file')}`)
  const store = pageInsert(project, actionId)
  control.onStart?.(actionId)
  let imported = 0
  let batch: Outcome[] = []
  let since = performance.now()
  const commit = () => {
    const lines = storeBatch(outcomes => history.extend(actionId, () => store(outcomes)), batch)
    imported += lines.filter(line => line.status === 'imported').length
    batch = []
    since = performance.now()
    return lines
  }
  for await (const outcome of readAhead(files, read, () => control.isCancelled?.() ?? false)) {
    if (outcome) batch.push(outcome)
    if (batch.length < batchFiles && performance.now() - since < batchMilliseconds) continue
    yield* commit()
    // Requests that came meanwhile are answered before more is stored.
    await new Promise(resolve => setImmediate(resolve))
  }
  yield* commit()
  history.finish(actionId, `Import ${plural(imported, 'page')}`)
}

/** The outcomes in the files' order, some read ahead; `undefined` now and then while a file takes its time. */
async function* readAhead(files: readonly Found[], read: Read, isCancelled: () => boolean): AsyncGenerator<Outcome | undefined> {
  const ahead: { readonly outcome: Promise<Outcome>; readonly size: number }[] = []
  let [next, bytes] = [0, 0]
  while (!isCancelled()) {
    while (next < files.length && (ahead.length === 0 || (ahead.length < aheadFiles && bytes + sizeOf(files[next]!) <= aheadBytes))) {
      const found = files[next++]!
      bytes += sizeOf(found)
      ahead.push({ outcome: read(found), size: sizeOf(found) })
    }
    const [first] = ahead
    if (!first) return
    const outcome = await within(first.outcome, batchMilliseconds)
    if (outcome) bytes -= ahead.shift()!.size
    yield outcome
  }
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => (timer = setTimeout(() => resolve(undefined), milliseconds)))
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
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
    return commit([{ file: first.file, failure: bug(error) }])
  }
}

function isDiskTrouble(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|CORRUPT|READONLY)/.test(String((error as { code?: unknown }).code))
}
