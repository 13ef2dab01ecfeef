import type { Id } from '../../src-preload/types.ts'
import { forgetLessonOf } from '../rules/lesson.ts'
import { act } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { typedValue } from './read-value.ts'
import { refusal } from '../shell/refusal.ts'
import type { ReviewActions } from './review-context.ts'
import type { ReviewState } from './review-state.ts'
import { addressOf, dayOf } from './rows.ts'

type Names = 'accept' | 'clear' | 'restore' | 'saveField' | 'savePerson' | 'movePerson'

const takeBack = (id: Id, request: Promise<unknown>) => act(request.then(() => forgetLessonOf(id)))

export function valueActions(now: () => ReviewState): Pick<ReviewActions, Names> {
  return {
    accept: ids => act(call('value.accept', { sessionId: now().record.id, ids })),
    restore: id => takeBack(id, call('value.restore', id)),
    clear(row) {
      if (row.state === 'cleared') return
      if (row.kind === 'person') takeBack(row.person.id, call('person.remove', row.person.id))
      else if (row.kind === 'section') takeBack(row.section.id, call('section.remove', row.section.id))
      else if (row.id) takeBack(row.id, call('field.clear', row.id))
      else act(call('field.clearKey', { sessionId: now().record.id, key: row.key }))
    },
    // What is typed still stands for the words that the value came from.
    saveField(key, id, text, keepsFocus) {
      const { record, rows } = now()
      const spans = rows.find(row => row.id !== null && row.id === id)?.spans ?? []
      const value = typedValue(key, text, dayOf(rows))
      return refusal(
        call('field.set', { sessionId: record.id, key, id, value, spans }).then(set =>
          now().corrected(addressOf(key, set), set, keepsFocus),
        ),
      )
    },
    savePerson(id, { role, name, affiliation, stakeholderGroup, regionalGroup }, keepsFocus) {
      const person = { role, name, affiliation, stakeholderGroup, regionalGroup }
      if (id) return refusal(call('person.set', { id, person }).then(() => now().corrected(id, id, keepsFocus)))
      return refusal(
        call('person.add', { sessionId: now().record.id, person, spans: [] }).then(added => keepsFocus || now().focusRow(added)),
      )
    },
    movePerson(id, step) {
      const ids = now().record.people.map(person => person.id)
      const at = ids.indexOf(id)
      if (at + step < 0 || at + step >= ids.length) return
      const beforeId = (step < 0 ? ids[at - 1] : ids[at + 2]) ?? null
      act(call('person.move', { id, beforeId }).then(() => now().focusRow(id)))
    },
  }
}
