import type { Database } from 'better-sqlite3'
import type { Span } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { newId } from './id.ts'
import { spoken } from './labels.ts'
import { lostPlaces } from './lost-places.ts'
import type { Handlers, Project } from './project.ts'
import { spansOf, type StoredSection } from './rows.ts'
import { checkSpans } from './span-check.ts'

const whole = (spans: readonly Span[]): Span | null =>
  spans.length === 0 ? null : [Math.min(...spans.map(s => s[0])), Math.max(...spans.map(s => s[1]))]

/** Text of several sections never overlaps: who moves in takes the words, the neighbour keeps the rest. */
export function roomMaker(db: Database) {
  const others = db.prepare<[string, string], StoredSection>(
    "SELECT * FROM section WHERE session_id = ? AND id <> ? AND state <> 'cleared'",
  )
  const setSpans = db.prepare<[string, string]>(
    "UPDATE section SET spans = ?, state = 'corrected', confidence = 1, reason = 'Its neighbour was moved by the rapporteur' WHERE id = ?",
  )
  return (sessionId: string, id: string, [start, end]: Span): void => {
    for (const other of others.all(sessionId, id)) {
      const span = whole(spansOf(other.spans))
      if (!span || span[1] <= start || span[0] >= end) continue
      const rest: Span = span[0] < start ? [span[0], start] : [end, span[1]]
      if (rest[0] >= rest[1])
        throw new AppError('section-covered', `That would leave nothing of ${spoken(other.key)}. Remove that section first.`)
      setSpans.run(JSON.stringify([rest]), other.id)
    }
  }
}

export function sections({ db, history }: Project): Handlers<'section.add' | 'section.set' | 'section.remove'> {
  const checked = checkSpans(db)
  const makeRoom = roomMaker(db)
  const lost = lostPlaces(db)
  const get = db.prepare<[string], StoredSection>('SELECT * FROM section WHERE id = ?')
  const insert = db.prepare(
    `INSERT INTO section (id, session_id, key, spans, state, confidence, reason) VALUES (?, ?, ?, ?, 'corrected', 1, 'Added by the rapporteur')`,
  )
  const update = db.prepare(
    `UPDATE section SET key = @key, text = @text, spans = @spans, state = 'corrected', confidence = 1, reason = 'Set by the rapporteur' WHERE id = @id`,
  )
  const clear = db.prepare<[string]>("UPDATE section SET state = 'cleared', reason = 'Taken out by the rapporteur' WHERE id = ?")
  const remove = db.prepare<[string]>('DELETE FROM section WHERE id = ?')

  function row(id: string): StoredSection {
    const section = get.get(id)
    if (!section) throw new AppError('no-such-value', 'This section is gone.')
    return section
  }

  return {
    'section.add'({ sessionId, key, span }) {
      checked(sessionId, [span])
      const id = newId()
      return history.act(`Add section ${spoken(key)}`, () => {
        makeRoom(sessionId, id, span)
        insert.run(id, sessionId, key, JSON.stringify([span]))
        return id
      })
    },
    'section.set'({ id, key, text, span }) {
      const known = row(id)
      if (span) checked(known.session_id, [span])
      const label = span ? `Move the boundary of ${spoken(known.key)}` : `Change section ${spoken(key ?? known.key)}`
      history.act(label, () => {
        if (span) {
          makeRoom(known.session_id, id, span)
          lost.resolve(id)
        }
        update.run({
          id,
          key: key ?? known.key,
          text: text === undefined ? known.text : (text?.toWellFormed() ?? null),
          spans: span ? JSON.stringify([span]) : known.spans,
        })
      })
    },
    'section.remove'(id) {
      const known = row(id)
      history.act(`Remove section ${spoken(known.key)}`, () => (known.reading === null ? remove : clear).run(id))
    },
  }
}
