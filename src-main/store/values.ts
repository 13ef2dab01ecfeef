import type { FieldKey, Role, SectionKey } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { excerpt, plural, spoken } from './labels.ts'
import { lostPlaces } from './lost-places.ts'
import type { Handlers, Project } from './project.ts'
import { valueNouns, type StoredColumns, type ValueNoun } from './rows.ts'

const readColumns: Record<ValueNoun, readonly string[]> = {
  field: ['value'],
  person: ['role', 'name', 'affiliation', 'stakeholder_group', 'regional_group'],
  section: ['key', 'heading'],
}

const spokenNames: Record<ValueNoun, (row: StoredColumns) => string> = {
  field: ({ key }) => spoken(key as FieldKey),
  person: ({ name, role }) => (name === null ? spoken(role as Role) : excerpt(String(name))),
  section: ({ key }) => `section ${spoken(key as SectionKey)}`,
}

/** What holds for fields, people and sections alike: accepting what was read, and bringing it back. */
export function values({ db, history }: Project): Handlers<'value.accept' | 'value.restore'> {
  const forNoun = (noun: ValueNoun) => {
    const columns = [...readColumns[noun], 'spans', 'confidence', 'reason', 'rule_id']
    const restored = columns.map(column => `${column} = reading ->> '${column}'`).join(', ')
    return {
      spoken: spokenNames[noun],
      parsed: db.prepare<[string], string>(`SELECT id FROM ${noun} WHERE session_id = ? AND state = 'parsed'`).pluck(),
      accept: db.prepare<[string, string]>(`UPDATE ${noun} SET state = 'accepted' WHERE id = ? AND session_id = ? AND state = 'parsed'`),
      get: db.prepare<[string], { reading: string | null } & StoredColumns>(`SELECT * FROM ${noun} WHERE id = ?`),
      restore: db.prepare<[string]>(
        `UPDATE ${noun} SET ${restored}, state = 'parsed'${noun === 'section' ? ', text = NULL' : ''} WHERE id = ?`,
      ),
    }
  }
  const nouns = valueNouns.map(forNoun)
  const lost = lostPlaces(db)
  function nameOf(id: string): string {
    for (const noun of nouns) {
      const row = noun.get.get(id)
      if (row) return noun.spoken(row)
    }
    return 'a value'
  }

  return {
    'value.accept'({ sessionId, ids }) {
      const wanted = ids ?? nouns.flatMap(noun => noun.parsed.all(sessionId))
      if (wanted.length === 0) return
      history.act(`Accept ${wanted.length === 1 ? nameOf(wanted[0]!) : plural(wanted.length, 'value')}`, () => {
        for (const id of wanted) for (const noun of nouns) noun.accept.run(id, sessionId)
      })
    },
    'value.restore'(id) {
      const noun = nouns.find(one => one.get.get(id))
      if (!noun) throw new AppError('no-such-value', 'This value is gone.')
      if (noun.get.get(id)!.reading === null) throw new AppError('nothing-read', 'This was added by hand; the page was not read that way.')
      history.act('Restore what was read', () => {
        noun.restore.run(id)
        lost.resolve(id)
      })
    },
  }
}
