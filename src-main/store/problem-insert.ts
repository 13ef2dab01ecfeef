import type { Database } from 'better-sqlite3'
import type { ParsedProblem } from '../../src-preload/record.ts'
import { newId } from './id.ts'

/** What a problem is about besides words: another session, or a row that stood on `quote`. */
interface ProblemSubject {
  readonly otherId?: string
  readonly rowId?: string
  readonly quote?: string
}

/** Problems that come up after a page was read. */
export function problemInsert(db: Database) {
  const insert = db.prepare(`INSERT INTO problem (id, session_id, code, message, spans, other_session_id, row_id, quote)
    VALUES (@id, @sessionId, @code, @message, @spans, @otherId, @rowId, @quote)`)
  return (sessionId: string, { code, message, spans }: ParsedProblem, about: ProblemSubject): void => {
    const none = { otherId: null, rowId: null, quote: null }
    insert.run({ id: newId(), sessionId, code, message, spans: JSON.stringify(spans), ...none, ...about })
  }
}
