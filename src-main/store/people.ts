import type { Span } from '../../src-preload/record.ts'
import type { PersonDetails } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { newId } from './id.ts'
import { excerpt, spoken } from './labels.ts'
import { lostPlaces } from './lost-places.ts'
import type { Handlers, Project } from './project.ts'
import type { StoredPerson } from './rows.ts'
import { checkSpans } from './span-check.ts'

/** Writes to the people of a session, within an action that is open. */
export function personWrites(db: Project['db']) {
  const insert =
    db.prepare(`INSERT INTO person (id, session_id, position, role, name, affiliation, stakeholder_group, regional_group, spans, state, confidence, reason)
    VALUES (@id, @sessionId, (SELECT ifnull(max(position) + 1, 0) FROM person WHERE session_id = @sessionId),
      @role, @name, @affiliation, @stakeholderGroup, @regionalGroup, @spans, 'corrected', 1, @reason)`)
  const update =
    db.prepare(`UPDATE person SET role = @role, name = @name, affiliation = @affiliation, stakeholder_group = @stakeholderGroup,
    regional_group = @regionalGroup, spans = @spans, state = 'corrected', confidence = 1, reason = @reason WHERE id = @id`)
  const clear = db.prepare<[string]>("UPDATE person SET state = 'cleared', reason = 'Taken out by the rapporteur' WHERE id = ?")
  const there = db.prepare<[string, string], string>('SELECT id FROM person WHERE session_id = ? AND spans = ? ORDER BY position').pluck()

  function add(sessionId: string, person: PersonDetails, spans: readonly Span[], reason = 'Added by the rapporteur'): string {
    const id = newId()
    insert.run({ id, sessionId, ...clean(person), spans: JSON.stringify(spans), reason })
    return id
  }
  function set(id: string, person: PersonDetails, spans: string, reason = 'Set by the rapporteur'): void {
    update.run({ id, ...clean(person), spans, reason })
  }
  return {
    add,
    set,
    clear,
    /** Takes out the person that was read from these very words. */
    takeOut(sessionId: string, spans: readonly Span[]): void {
      const id = there.get(sessionId, JSON.stringify(spans))
      if (id !== undefined) clear.run(id)
    },
    /** Sets the person that was read from these very words, or adds one. */
    put(sessionId: string, person: PersonDetails, spans: readonly Span[], reason: string): void {
      const id = there.get(sessionId, JSON.stringify(spans))
      if (id === undefined) add(sessionId, person, spans, reason)
      else set(id, person, JSON.stringify(spans), reason)
    },
  }
}

export function people({ db, history }: Project): Handlers<'person.add' | 'person.set' | 'person.remove' | 'person.move'> {
  const checked = checkSpans(db)
  const lost = lostPlaces(db)
  const { add, set, clear } = personWrites(db)
  const get = db.prepare<[string], StoredPerson>('SELECT * FROM person WHERE id = ?')
  const order = db.prepare<[string], { id: string; position: number }>(
    'SELECT id, position FROM person WHERE session_id = ? ORDER BY position, id',
  )
  const remove = db.prepare<[string]>('DELETE FROM person WHERE id = ?')
  const setPosition = db.prepare<[number, string]>('UPDATE person SET position = ? WHERE id = ?')

  function row(id: string): StoredPerson {
    const person = get.get(id)
    if (!person) throw new AppError('no-such-value', 'This person is gone.')
    return person
  }
  const detailsOf = ({ role, name, affiliation, stakeholder_group, regional_group }: StoredPerson): PersonDetails => ({
    role,
    name,
    affiliation,
    stakeholderGroup: stakeholder_group,
    regionalGroup: regional_group,
  })

  return {
    'person.add'({ sessionId, person, spans }) {
      checked(sessionId, spans)
      return history.act(`Add ${spoken(person.role)} ${excerpt(person.name ?? '')}`.trim(), () => add(sessionId, person, spans))
    },
    'person.set'({ id, person, spans }) {
      const known = row(id)
      if (spans) checked(known.session_id, spans)
      const details = clean({ ...detailsOf(known), ...person })
      history.act(`Change ${called(details)}`, () => {
        set(id, details, spans ? JSON.stringify(spans) : known.spans)
        if (spans && spans.length > 0) lost.resolve(id)
      })
    },
    'person.remove'(id) {
      const known = row(id)
      history.act(`Remove ${called(known)}`, () => (known.reading === null ? remove : clear).run(id))
    },
    'person.move'({ id, beforeId }) {
      const known = row(id)
      const rest = order.all(known.session_id).filter(person => person.id !== id)
      const at = beforeId === null ? rest.length : rest.findIndex(person => person.id === beforeId)
      if (at < 0) throw new AppError('no-such-value', 'The person to put it before is gone.')
      const moved = rest.toSpliced(at, 0, { id, position: known.position })
      history.act(`Move ${called(known)}`, () => {
        for (const [position, person] of moved.entries()) if (person.position !== position) setPosition.run(position, person.id)
      })
    },
  }
}

const called = ({ name, role }: Pick<PersonDetails, 'name' | 'role'>) => (name === null ? spoken(role) : excerpt(name))

function clean(person: PersonDetails): PersonDetails {
  const text = (value: string | null) => value?.toWellFormed().replace(/\s+/g, ' ').trim() || null
  return { ...person, name: text(person.name), affiliation: text(person.affiliation) }
}
