import type { ImportLine } from '../../src-preload/types.ts'
import type { AppError } from '../app-error.ts'
import { kindByName } from '../import/file-kind.ts'
import { listFiles } from '../import/list-files.ts'
import type { MediaType } from '../import/source-text.ts'
import { plural } from './labels.ts'
import { bug, readPageFile, readPageText, readTextFile, type Knowledge, type Reading } from './page-file.ts'
import { pageInsert, type Outcome } from './page-insert.ts'
import { pageReaders, type PageReaders } from './page-readers.ts'
import { pageOf } from './page-rows.ts'
import type { Project } from './project.ts'
import { rulesInForce } from './rules-in-force.ts'
import { sharedHashes, type SharedHashes } from './shared-hashes.ts'

/** Files of one transaction at most, and the time after which it is committed all the same. */
const batchFiles = 96
const batchMilliseconds = 150
/** What may be read and wait to be stored: enough to keep the readers busy while a batch is written. */
const aheadFiles = 256
const aheadBytes = 64 * 1024 * 1024
/** Where there is less to read, it is read here: starting a thread would take longer. */
const fewFiles = 8
const fewBytes = 256 * 1024
/** Only these are read here while threads read the others: requests wait meanwhile, and nothing can take too long or end the process. */
const plainTypes: readonly unknown[] = ['text/plain', 'text/markdown'] satisfies MediaType[]
const shortBytes = 64 * 1024

interface Readable {
  readonly path: string
  readonly size: number
}
type Found = Readable | { readonly path: string; readonly error: AppError }
type Read = (found: Found) => Promise<Outcome>
/** Who reads: this thread, and others where there are any. */
interface Hands {
  readonly here: Read
  readonly readers?: PageReaders
}

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

interface Ahead {
  readonly size: number
  readonly coming: Promise<Outcome>
  outcome?: Outcome
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
    const hands = readers ? { here: readForThreads(project, readers), readers } : { here: readHere(project) }
    yield* importAll(project, files, hands, control)
  } finally {
    await readers?.close()
  }
}

export async function* importText(project: Project, name: string, text: string, control: ImportControl = {}): AsyncGenerator<ImportLine> {
  const here = async () => outcomeOf(name, await readPageText(name, text, knowledgeOf(project)))
  yield* importAll(project, [{ path: name, size: text.length }], { here }, control)
}

const isEasy = ({ path, size }: Readable) => size <= shortBytes && plainTypes.includes(kindByName(path))
const sizeOf = (found: Found) => ('error' in found ? 0 : found.size)
const isLittle = (files: readonly Found[]) => files.length < fewFiles && files.reduce((sum, file) => sum + sizeOf(file), 0) < fewBytes

function readHere(project: Project): Read {
  const knowledge = knowledgeOf(project)
  return async found =>
    'error' in found ? { file: found.path, failure: found.error } : outcomeOf(found.path, await readPageFile(found.path, knowledge))
}
/** Reads the text of a file and leaves the parsing to a thread: each that parses has to compile the parser, which costs as much as a thousand pages. */
function readForThreads(project: Project, readers: PageReaders): Read {
  const knowledge = knowledgeOf(project)
  return async found => {
    if ('error' in found) return { file: found.path, failure: found.error }
    const read = await readTextFile(found.path, knowledge)
    if (!('text' in read)) return outcomeOf(found.path, read)
    const parsed = await readers.rows(read.text)
    return outcomeOf(found.path, 'rows' in parsed ? { page: pageOf(read.text, parsed.rows) } : parsed)
  }
}
const outcomeOf = (file: string, reading: Reading): Outcome => ({ file, ...reading })

function knowledgeOf({ db }: Project): Knowledge {
  const source = db.prepare<[string], string>('SELECT id FROM source WHERE sha256 = ?').pluck()
  return { isKnown: sha256 => source.get(sha256) !== undefined, rules: rulesInForce(db)() }
}
function knownHashes({ db }: Project): SharedHashes {
  const count = db.prepare<[], number>('SELECT count(*) FROM source').pluck().get()!
  return sharedHashes(db.prepare<[], string>('SELECT sha256 FROM source ORDER BY sha256').pluck().iterate(), count)
}

async function* importAll(project: Project, files: readonly Found[], hands: Hands, control: ImportControl): AsyncGenerator<ImportLine> {
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
  for await (const outcome of readAhead(files, hands, () => control.isCancelled?.() ?? false)) {
    if (outcome) batch.push(outcome)
    if (batch.length < batchFiles && performance.now() - since < batchMilliseconds) continue
    yield* commit()
    // Requests that came meanwhile are answered before more is stored.
    await nextTurn()
  }
  yield* commit()
  history.finish(actionId, `Import ${plural(imported, 'page')}`)
}

/** The outcomes in the files' order, some read ahead; `undefined` now and then while a file takes its time. */
async function* readAhead(
  files: readonly Found[],
  { here, readers }: Hands,
  isCancelled: () => boolean,
): AsyncGenerator<Outcome | undefined> {
  const ahead: Ahead[] = []
  let [next, bytes] = [0, 0]
  const hasRoom = () =>
    next < files.length && (ahead.length === 0 || (ahead.length < aheadFiles && bytes + sizeOf(files[next]!) <= aheadBytes))
  function begin(read: Read): void {
    const found = files[next++]!
    const reading: Ahead = { size: sizeOf(found), coming: read(found).then(outcome => (reading.outcome = outcome)) }
    bytes += reading.size
    ahead.push(reading)
  }
  const inThread: Read = async ({ path }) => outcomeOf(path, await readers!.read(path))
  const isForThread = (found: Found) => readers !== undefined && !('error' in found) && (readers.hasRoom() || !isEasy(found))
  while (!isCancelled()) {
    while (hasRoom() && isForThread(files[next]!)) begin(inThread)
    const [first] = ahead
    if (first?.outcome) {
      bytes -= ahead.shift()!.size
      yield first.outcome
    } else if (hasRoom()) {
      // Rather than wait for the threads, this one helps.
      begin(here)
      await nextTurn()
    } else if (first) {
      if (!(await within(first.coming, batchMilliseconds))) yield undefined
    } else return
  }
}

const nextTurn = () => new Promise(resolve => setImmediate(resolve))

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
