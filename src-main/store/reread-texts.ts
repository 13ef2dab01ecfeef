import { setImmediate } from 'node:timers/promises'
import type { ParsedRecord, ReadingRule } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { parse } from '../parse/parse.ts'
import { pageReaders, type PageReaders } from './page-readers.ts'
import { noHashes } from './shared-hashes.ts'

/** Fewer texts are read here, if they are short: starting a thread would take longer. */
const fewTexts = 24
const longText = 100_000
/** Requests are answered after as much time and as many sessions, at the latest. */
const stepMilliseconds = 60
const stepSessions = 16
/** As many are read ahead of the one that is waited for: enough to keep two threads busy while what they read is written. */
const aheadTexts = 96

/** A session with what its text was read as; null for one whose text is not to be read. */
export interface Reread {
  readonly id: string
  readonly read: TextRead | null
}
export interface TextRead {
  readonly text: string
  readonly record: ParsedRecord
}
interface Ahead {
  readonly id: string
  readonly text: string | null
  record?: Promise<ParsedRecord>
}

export interface Wanted {
  readonly ids: readonly string[]
  /** Null for what is not to be read. */
  readonly textOf: (id: string) => string | null
  readonly rules: readonly ReadingRule[]
  readonly isOver: () => boolean
}

/** Reads the texts of sessions again; `take` hears of a few at a time. Between them requests are answered, and it may be over. */
export async function rereadInSteps(wanted: Wanted, take: (step: readonly Reread[]) => void): Promise<void> {
  let [step, since]: [Reread[], number] = [[], performance.now()]
  for await (const each of rereadTexts(wanted)) {
    if (wanted.isOver()) return
    step.push(each)
    if (step.length < stepSessions && performance.now() - since < stepMilliseconds) continue
    take(step)
    await setImmediate()
    ;[step, since] = [[], performance.now()]
  }
  if (!wanted.isOver()) take(step)
}

/** In their order; those that are many or long in threads, some ahead. */
async function* rereadTexts({ ids, textOf, rules }: Wanted): AsyncGenerator<Reread> {
  let readers: PageReaders | undefined
  const start = () => (readers ??= pageReaders({ known: noHashes, rules }))
  if (ids.length >= fewTexts) start()
  const ahead: Ahead[] = []
  let next = 0
  try {
    while (next < ids.length || ahead.length > 0) {
      // Until the threads have started, the next short one alone is at hand here.
      while (next < ids.length && ahead.length < (readers ? aheadTexts : 1)) {
        const id = ids[next++]!
        ahead.push({ id, text: textOf(id) })
      }
      for (const each of ahead) {
        if (each.text === null) continue
        if (each.text.length > longText || readers?.hasRoom()) each.record ??= recordIn(start(), each.text)
      }
      const { id, text, record } = ahead.shift()!
      yield { id, read: text === null ? null : { text, record: record ? await record : parse(text, rules) } }
    }
  } finally {
    await readers?.close()
  }
}

function recordIn(readers: PageReaders, text: string): Promise<ParsedRecord> {
  const record = readers.parse(text).then(parsing => {
    if ('failure' in parsing) throw new AppError(parsing.failure.code, parsing.failure.message)
    return parsing.record
  })
  // Whoever waits for it hears of it, if that is still so.
  record.catch(() => {})
  return record
}
