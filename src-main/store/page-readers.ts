import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ParsedRecord, ReadingRule } from '../../src-preload/record.ts'
import { fromRoot } from '../from-root.ts'
import { bug, type Failure, type Reading } from './page-file.ts'
import type { PageRows, PageText } from './page-rows.ts'
import type { SharedHashes } from './shared-hashes.ts'

/** Reads files in threads of their own. Whoever makes it closes it. */
export interface PageReaders {
  /** False while the threads are still starting, and while they have enough to read. */
  hasRoom(): boolean
  read(path: string): Promise<Reading>
  /** Parses the text of a page that is new. */
  rows(text: PageText): Promise<RowsReading>
  /** Parses the text of a page that is in the project. */
  parse(text: string): Promise<Parsing>
  close(): Promise<void>
}

/** What a thread is asked for: the page in a file, the rows of a text, or the record in it. */
export type Asked = { readonly path: string } | Pick<PageText, 'text' | 'notes'> | { readonly text: string }
export type RowsReading = { readonly rows: PageRows } | { readonly failure: Failure }
export type Parsing = { readonly record: ParsedRecord } | { readonly failure: Failure }
export type Answered = Reading | RowsReading | Parsing
interface Job {
  readonly asked: Asked
  readonly settle: (answer: Answered) => void
}
export interface ReaderData {
  /** The hashes of bytes that need no reading. */
  readonly known: SharedHashes
  readonly rules: readonly ReadingRule[]
}
interface Options extends ReaderData {
  readonly count?: number
  /** How long one file may take, in milliseconds. */
  readonly limit?: number
  readonly entry?: string
}

/** More than two do not pay: the store has to write what they read. */
const mostReaders = Math.min(2, availableParallelism())
/** Each has to warm up: where cores are few, the second starts only when there is too much for one. */
const readersAtFirst = Math.min(mostReaders, Math.max(1, availableParallelism() - 1))
/** As much as a thread reads while the store writes a step. */
const enough = 96
// Run from the sources, the thread's file stands beside this one.
const pageWorker = import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, 'page-worker.ts') : fromRoot('out/main/page-worker.js')

export function pageReaders({ known, rules, count = readersAtFirst, limit = 60_000, entry = pageWorker }: Options): PageReaders {
  const start = () => pageReader(() => new Worker(entry, { workerData: { known, rules } satisfies ReaderData }), limit)
  const readers = Array.from({ length: count }, start)
  const idlest = () => readers.reduce((one, other) => (other.waiting() < one.waiting() ? other : one))
  function ask(asked: Asked): Promise<Answered> {
    if (idlest().waiting() >= enough && readers.length < mostReaders) readers.push(start())
    return idlest().ask(asked)
  }
  return {
    hasRoom: () => readers.every(reader => reader.isReady()) && idlest().waiting() < enough,
    read: path => ask({ path }) as Promise<Reading>,
    // No reason for another thread: who reads the texts takes the core that it would need.
    rows: ({ text, notes }) => idlest().ask({ text, notes }) as Promise<RowsReading>,
    parse: text => ask({ text }) as Promise<Parsing>,
    async close() {
      await Promise.all(readers.map(reader => reader.close()))
    },
  }
}

/** One thread after another: where a file stops its thread, that file alone has failed. */
function pageReader(start: () => Worker, limit: number) {
  const jobs: Job[] = []
  let timer: NodeJS.Timeout | undefined
  let worker: Worker | undefined
  let isReady = false

  function begin(): Worker {
    isReady = false
    const started = start()
    let cause: unknown = new Error('its thread ended')
    started.on('message', (message: 'ready' | Answered) => (message === 'ready' ? (isReady = true) : finish(message)))
    started.on('error', error => (cause = error))
    started.on('exit', () => started === worker && replace(bug(cause)))
    return started
  }
  function watch(): void {
    clearTimeout(timer)
    // An answer may have come while this thread was busy: it is heard first.
    if (jobs.length > 0) timer = setTimeout(() => setTimeout(giveUp, 100, jobs[0]), limit)
  }
  function giveUp(job: Job): void {
    if (jobs[0] === job) replace(tooSlow(limit))
  }
  function finish(answer: Answered): void {
    jobs.shift()?.settle(answer)
    watch()
  }
  function replace(failure: Failure): void {
    void worker?.terminate()
    worker = undefined
    for (const { asked } of jobs.slice(1)) post(asked)
    finish({ failure })
  }
  function post(asked: Asked): void {
    worker ??= begin()
    worker.postMessage(asked)
  }

  worker = begin()
  return {
    isReady: () => isReady,
    waiting: () => jobs.length,
    ask: (asked: Asked) =>
      new Promise<Answered>(settle => {
        jobs.push({ asked, settle })
        post(asked)
        if (jobs.length === 1) watch()
      }),
    /** What was asked and not answered stays so. */
    async close(): Promise<void> {
      clearTimeout(timer)
      jobs.length = 0
      worker?.removeAllListeners()
      await worker?.terminate()
    },
  }
}

function tooSlow(limit: number): Failure {
  return {
    code: 'too-slow',
    message: `Reading the file took longer than ${limit / 1000} seconds and was stopped. Copy its text into a .txt file.`,
  }
}
