import type { ParsedRecord, ReadingRule } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { parse } from '../parse/parse.ts'
import { pageReaders, type PageReaders } from './page-readers.ts'

/** Fewer texts are read here, if they are short: starting a thread would take longer. */
const fewTexts = 24
const longText = 100_000
/** As many are read ahead of the one that is waited for: enough to keep the threads busy while what they read is written. */
const aheadTexts = 32

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

/** Reads the texts of sessions again, in their order; those that are many or long in threads, some ahead. */
export async function* rereadTexts(
  ids: readonly string[],
  textOf: (id: string) => string | null,
  rules: readonly ReadingRule[],
): AsyncGenerator<Reread> {
  let readers: PageReaders | undefined
  const start = () => (readers ??= pageReaders({ known: [], rules }))
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
        const isForThreads = each.text !== null && (each.text.length > longText || readers?.hasRoom())
        if (isForThreads) each.record ??= recordIn(start(), each.text!)
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
