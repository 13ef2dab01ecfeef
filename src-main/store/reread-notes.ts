import type { Database } from 'better-sqlite3'
import type { Span } from '../../src-preload/record.ts'
import { lengthOf, overlap, type StoredValue } from './reread-match.ts'
import { spansOf, valueNouns } from './rows.ts'

interface Note {
  readonly id: string
  readonly row_id: string
}

/** Moves the notes on values that are read no more: to what is read of the same words now, else to the words themselves. */
export function noteMoving(db: Database): (sessionId: string, gone: readonly StoredValue[]) => void {
  const aboutValues = db.prepare<[string], Note>("SELECT id, row_id FROM note WHERE session_id = ? AND target = 'value'")
  const rows = db.prepare<{ id: string }, { id: string; spans: string }>(
    valueNouns.map(noun => `SELECT id, spans FROM ${noun} WHERE session_id = @id AND state <> 'cleared'`).join(' UNION ALL '),
  )
  const toRow = db.prepare<[string, string]>('UPDATE note SET row_id = ? WHERE id = ?')
  const toWords = db.prepare<[number, number, string]>(`UPDATE note SET target = 'span', row_id = NULL, start = ?, "end" = ? WHERE id = ?`)
  const toSession = db.prepare<[string]>("UPDATE note SET target = 'session', row_id = NULL WHERE id = ?")

  return (sessionId, gone) => {
    const moving = aboutValues.all(sessionId).flatMap(({ id, row_id }) => {
      const row = gone.find(one => one.id === row_id)
      return row ? [{ id, places: spansOf(row.spans) }] : []
    })
    if (moving.length === 0) return
    const present = rows.all({ id: sessionId }).map(({ id, spans }) => ({ id, spans: spansOf(spans) }))
    for (const { id, places } of moving) {
      const [heir] = present
        .map(row => ({ row, likeness: likeness(row.spans, places) }))
        .filter(each => each.likeness > 0.5)
        .toSorted((a, b) => b.likeness - a.likeness)
      const [words] = places
      if (heir) toRow.run(heir.row.id, id)
      else if (words) toWords.run(...words, id)
      else toSession.run(id)
    }
  }
}

/** Which part of all their words both have. */
function likeness(a: readonly Span[], b: readonly Span[]): number {
  const shared = overlap(a, b)
  return shared === 0 ? 0 : shared / (lengthOf(a) + lengthOf(b) - shared)
}
