import type { SessionType } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { newId } from './id.ts'
import type { Handlers, Project } from './project.ts'
import { noteRow, spanOf, type StoredNote } from './records.ts'
import { sessionCode } from './session-code.ts'
import { checkSpans } from './span-check.ts'

interface ListedNote extends StoredNote {
  readonly title: string | null
  readonly year: number | null
  readonly session_type: SessionType | null
  readonly session_number: number | null
  readonly name: string
  readonly source: string
}

export function notes({ db, history, author }: Project): Handlers<'note.list' | 'note.add' | 'note.set' | 'note.remove'> {
  const checked = checkSpans(db)
  // The text comes along only where a quote is cut from it.
  const list = db.prepare<{ text: string }, ListedNote>(`
    SELECT note.*, summary.title, year, session_type, session_number, source.name, CASE WHEN start IS NULL THEN '' ELSE content.text END AS source
    FROM note JOIN session ON session.id = note.session_id JOIN summary ON summary.session_id = session.id
      JOIN source ON source.id = session.source_id JOIN content USING (sha256)
    WHERE @text = '' OR instr(lower(note.text), lower(@text)) > 0 OR instr(lower(ifnull(summary.title, '')), lower(@text)) > 0
    ORDER BY session.id, ifnull(start, -1), note.at, note.id`)
  const insert = db.prepare(`INSERT INTO note (id, session_id, target, row_id, start, "end", text, author, at)
    VALUES (@id, @sessionId, @target, @rowId, @start, @end, @text, @author, @at)`)
  const update = db.prepare<[string, string]>('UPDATE note SET text = ? WHERE id = ?')
  const remove = db.prepare<[string]>('DELETE FROM note WHERE id = ?')
  const write = (label: string, change: () => { changes: number }) =>
    history.act(label, () => {
      if (change().changes === 0) throw new AppError('no-such-note', 'This note is gone.')
    })

  return {
    'note.list': text =>
      list.all({ text: text.trim() }).map(stored => {
        const span = spanOf(stored)
        return {
          ...noteRow(stored),
          sessionTitle: stored.title ?? stored.name,
          sessionCode: sessionCode(stored.year, stored.session_type, stored.session_number),
          quote: span ? stored.source.slice(...span) : stored.lost_quote,
        }
      }),
    'note.add'({ sessionId, target, rowId, span, text }) {
      if ((target === 'span') !== (span !== null) || (target === 'value') !== (rowId !== null))
        throw new AppError('bad-input', 'A note is about a session, a value or words.')
      if (span) checked(sessionId, [span])
      const id = newId()
      const [start, end] = span ?? [null, null]
      return history.act('Add a note', () => {
        insert.run({ id, sessionId, target, rowId, start, end, text: text.toWellFormed(), author, at: new Date().toISOString() })
        return id
      })
    },
    'note.set'({ id, text }) {
      write('Change a note', () => update.run(text.toWellFormed(), id))
    },
    'note.remove'(id) {
      write('Delete a note', () => remove.run(id))
    },
  }
}
