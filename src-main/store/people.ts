import type { PersonDetails } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { newId } from './id.ts'
import { spoken } from './labels.ts'
import { lostPlaces } from './lost-places.ts'
import type { Handlers, Project } from './project.ts'
import type { StoredPerson } from './rows.ts'
import { checkSpans } from './span-check.ts'

export function people({ db, history }: Project): Handlers<'person.add' | 'person.set' | 'person.remove' | 'person.move'> {
  const checked = checkSpans(db)
  const lost = lostPlaces(db)
  const get = db.prepare<[string], StoredPerson>('SELECT * FROM person WHERE id = ?')
  const order = db.prepare<[string], { id: string; position: number }>(
    'SELECT id, position FROM person WHERE session_id = ? ORDER BY position, id',
  )
  const insert =
    db.prepare(`INSERT INTO person (id, session_id, position, role, name, affiliation, stakeholder_group, regional_group, spans, state, confidence, reason)
    VALUES (@id, @sessionId, @position, @role, @name, @affiliation, @stakeholderGroup, @regionalGroup, @spans, 'corrected', 1, 'Added by the rapporteur')`)
  const update =
    db.prepare(`UPDATE person SET role = @role, name = @name, affiliation = @affiliation, stakeholder_group = @stakeholderGroup,
    regional_group = @regionalGroup, spans = @spans, state = 'corrected', confidence = 1, reason = 'Set by the rapporteur' WHERE id = @id`)
  const setState = db.prepare<[string]>("UPDATE person SET state = 'cleared', reason = 'Taken out by the rapporteur' WHERE id = ?")
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
      const id = newId()
      const position = order.all(sessionId).length
      return history.act(`Add ${spoken(person.role)} ${person.name ?? ''}`.trim(), () => {
        insert.run({ id, sessionId, position, ...clean(person), spans: JSON.stringify(spans) })
        return id
      })
    },
    'person.set'({ id, person, spans }) {
      const known = row(id)
      if (spans) checked(known.session_id, spans)
      const details = clean({ ...detailsOf(known), ...person })
      history.act(`Change ${details.name ?? spoken(details.role)}`, () => {
        update.run({ id, ...details, spans: spans ? JSON.stringify(spans) : known.spans })
        if (spans && spans.length > 0) lost.resolve(id)
      })
    },
    'person.remove'(id) {
      const known = row(id)
      history.act(`Remove ${known.name ?? spoken(known.role)}`, () => (known.reading === null ? remove : setState).run(id))
    },
    'person.move'({ id, beforeId }) {
      const known = row(id)
      const rest = order.all(known.session_id).filter(person => person.id !== id)
      const at = beforeId === null ? rest.length : rest.findIndex(person => person.id === beforeId)
      if (at < 0) throw new AppError('no-such-value', 'The person to put it before is gone.')
      const moved = rest.toSpliced(at, 0, { id, position: known.position })
      history.act(`Move ${known.name ?? spoken(known.role)}`, () => {
        for (const [position, person] of moved.entries()) if (person.position !== position) setPosition.run(position, person.id)
      })
    },
  }
}

function clean(person: PersonDetails): PersonDetails {
  const text = (value: string | null) => value?.toWellFormed().replace(/\s+/g, ' ').trim() || null
  return { ...person, name: text(person.name), affiliation: text(person.affiliation) }
}
