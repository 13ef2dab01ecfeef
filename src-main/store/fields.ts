import type { FieldKey, Span } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { newId } from './id.ts'
import { excerpt, spoken } from './labels.ts'
import { lostPlaces } from './lost-places.ts'
import type { Handlers, Project } from './project.ts'
import { isListKey, type StoredField } from './rows.ts'
import { checkSpans } from './span-check.ts'
import { checkValue } from './value-check.ts'

const byHand = 'Set by the rapporteur'
const onPurpose = 'Left empty by the rapporteur'

/** Writes to the fields of a session, within an action that is open. */
export function fieldWrites(db: Project['db']) {
  const lost = lostPlaces(db)
  const scalar = db.prepare<[string, string], StoredField>('SELECT * FROM field WHERE session_id = ? AND key = ? ORDER BY position LIMIT 1')
  const nextPosition = db
    .prepare<[string, string], number>('SELECT ifnull(max(position) + 1, 0) FROM field WHERE session_id = ? AND key = ?')
    .pluck()
  const insert = db.prepare(`INSERT INTO field (id, session_id, key, position, value, spans, state, confidence, reason)
    VALUES (@id, @sessionId, @key, @position, @value, @spans, @state, 1, @reason)`)
  const update = db.prepare(
    `UPDATE field SET value = @value, spans = @spans, state = @state, confidence = 1, reason = @reason WHERE id = @id`,
  )
  const remove = db.prepare<[string]>('DELETE FROM field WHERE id = ?')

  function set(id: string, value: string, spans: readonly Span[], reason = byHand): string {
    update.run({ id, value, spans: JSON.stringify(spans), state: 'corrected', reason })
    if (spans.length > 0) lost.resolve(id)
    return id
  }
  function add(sessionId: string, key: FieldKey, value: string | null, spans: readonly Span[], reason = byHand): string {
    const id = newId()
    const position = isListKey(key) ? nextPosition.get(sessionId, key)! : 0
    const state = value === null ? 'cleared' : 'corrected'
    insert.run({ id, sessionId, key, position, value, spans: JSON.stringify(spans), state, reason: value === null ? onPurpose : reason })
    return id
  }
  // What the parser had read stays as a cleared row: to be restored, and so that reading again does not bring it back.
  function clear(field: StoredField): void {
    if (field.reading === null && isListKey(field.key)) remove.run(field.id)
    else update.run({ id: field.id, value: null, spans: '[]', state: 'cleared', reason: onPurpose })
  }
  return {
    set,
    add,
    clear,
    first: (sessionId: string, key: FieldKey) => scalar.get(sessionId, key),
    /** Sets a field that holds one value, adds to a list. */
    put(sessionId: string, key: FieldKey, value: string, spans: readonly Span[], reason = byHand): string {
      const known = isListKey(key) ? undefined : scalar.get(sessionId, key)
      return known ? set(known.id, value, spans, reason) : add(sessionId, key, value, spans, reason)
    },
  }
}

export function fields({ db, history }: Project): Handlers<'field.set' | 'field.clear' | 'field.clearKey'> {
  const checked = checkSpans(db)
  const { set, add, put, clear, first } = fieldWrites(db)
  const get = db.prepare<[string], StoredField>('SELECT * FROM field WHERE id = ?')

  const row = (id: string) => {
    const field = get.get(id)
    if (!field) throw new AppError('no-such-value', 'This value is gone.')
    return field
  }

  return {
    'field.set'({ sessionId, key, id, value: given, spans }) {
      const value = checkValue(key, given)
      checked(sessionId, spans)
      const known = id === null ? undefined : row(id)
      if (known && (known.session_id !== sessionId || known.key !== key))
        throw new AppError('no-such-value', 'This value belongs to another field.')
      const label = `Set ${spoken(key)} to “${excerpt(value)}”`
      return history.act(label, () => (known ? set(known.id, value, spans) : put(sessionId, key, value, spans)))
    },
    'field.clear'(id) {
      const field = row(id)
      history.act(`Clear ${spoken(field.key)}`, () => clear(field))
    },
    'field.clearKey'({ sessionId, key }) {
      const field = first(sessionId, key)
      history.act(`Clear ${spoken(key)}`, () => (field ? clear(field) : void add(sessionId, key, null, [])))
    },
  }
}
