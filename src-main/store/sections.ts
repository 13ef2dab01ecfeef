import type { Database } from 'better-sqlite3'
import type { SectionKey, Span } from '../../src-preload/record.ts'
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

/** Writes to the sections of a session, within an action that is open. */
export function sectionWrites(db: Database) {
  const makeRoom = roomMaker(db)
  const others = db.prepare<[string], StoredSection>("SELECT * FROM section WHERE session_id = ? AND state <> 'cleared'")
  const insert = db.prepare(
    `INSERT INTO section (id, session_id, key, spans, state, confidence, reason) VALUES (?, ?, ?, ?, 'corrected', 1, ?)`,
  )
  const update = db.prepare(
    `UPDATE section SET key = @key, text = @text, spans = @spans, state = 'corrected', confidence = 1, reason = @reason WHERE id = @id`,
  )
  const clear = db.prepare<[string]>("UPDATE section SET state = 'cleared', reason = 'Taken out by the rapporteur' WHERE id = ?")
  const erase = db.prepare<[string]>('DELETE FROM section WHERE id = ?')

  function add(sessionId: string, key: SectionKey, span: Span, reason = 'Added by the rapporteur'): string {
    const id = newId()
    makeRoom(sessionId, id, span)
    insert.run(id, sessionId, key, JSON.stringify([span]), reason)
    return id
  }
  function set({ id, key, text, spans }: Pick<StoredSection, 'id' | 'key' | 'text' | 'spans'>, reason = 'Set by the rapporteur'): void {
    update.run({ id, key, text, spans, reason })
  }
  const remove = ({ id, reading }: StoredSection) => (reading === null ? erase : clear).run(id)
  return {
    add,
    set,
    remove,
    makeRoom,
    /** Makes of the sections that lie within `span` one section with this key, or adds one. */
    put(sessionId: string, key: SectionKey, span: Span, reason: string): void {
      const [first, ...rest] = others.all(sessionId).filter(({ spans }) => {
        const known = whole(spansOf(spans))
        return known !== null && known[0] >= span[0] && known[1] <= span[1]
      })
      for (const section of rest) remove(section)
      if (!first) return void add(sessionId, key, span, reason)
      makeRoom(sessionId, first.id, span)
      set({ id: first.id, key, text: first.text, spans: JSON.stringify([span]) }, reason)
    },
  }
}

export function sections({ db, history }: Project): Handlers<'section.add' | 'section.set' | 'section.remove'> {
  const checked = checkSpans(db)
  const { add, set, remove, makeRoom } = sectionWrites(db)
  const get = db.prepare<[string], StoredSection>('SELECT * FROM section WHERE id = ?')
  const lost = lostPlaces(db)

  function row(id: string): StoredSection {
    const section = get.get(id)
    if (!section) throw new AppError('no-such-value', 'This section is gone.')
    return section
  }

  return {
    'section.add'({ sessionId, key, span }) {
      checked(sessionId, [span])
      return history.act(`Add section ${spoken(key)}`, () => add(sessionId, key, span))
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
        set({
          id,
          key: key ?? known.key,
          text: text === undefined ? known.text : (text?.toWellFormed() ?? null),
          spans: span ? JSON.stringify([span]) : known.spans,
        })
      })
    },
    'section.remove'(id) {
      const known = row(id)
      history.act(`Remove section ${spoken(known.key)}`, () => remove(known))
    },
  }
}
