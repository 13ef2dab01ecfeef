import type { Database } from 'better-sqlite3'
import type { Span } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'

/** Refuses spans that are not in the text of their session, or cut a character in two. */
export function checkSpans(db: Database) {
  const text = db
    .prepare<[string], string>(
      'SELECT text FROM session JOIN source ON source.id = source_id JOIN content USING (sha256) WHERE session.id = ?',
    )
    .pluck()

  return (sessionId: string, spans: readonly Span[]): void => {
    if (spans.length === 0) return
    const source = text.get(sessionId)
    if (source === undefined) throw new AppError('no-such-session', 'This session is gone: its import was undone.')
    for (const [start, end] of spans) {
      if (start >= end || end > source.length) throw new AppError('bad-span', `The page has no words from ${start} to ${end}.`)
      if (cutsCharacter(source, start) || cutsCharacter(source, end))
        throw new AppError('bad-span', `A span cannot begin or end within a character (at ${start} to ${end}).`)
    }
  }
}

function cutsCharacter(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
}
