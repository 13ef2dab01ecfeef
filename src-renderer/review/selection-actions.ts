import type { FieldKey, Role, SectionKey, Span } from '../../src-preload/record.ts'
import { act, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { fieldNames } from './field-words.ts'
import { quoteOf } from './quote.ts'
import { readPerson } from './read-person.ts'
import { readValues, type ReadValue } from './read-value.ts'
import { leftoverLine } from './leftover-line.ts'
import type { ReviewActions } from './review-context.ts'
import type { ReviewState } from './review-state.ts'
import { addressOf, dayOf, type ReviewRow } from './rows.ts'

type Names = 'setAside' | 'setFromSelection' | 'addPersonFromSelection' | 'addSectionFromSelection' | 'takeSelection' | 'place'

/** What the selected words can become. */
export function selectionActions(now: () => ReviewState): Pick<ReviewActions, Names> {
  function selected(): { span: Span; words: string } | undefined {
    const span = now().raw.current?.selection()
    if (span) return { span, words: now().source.slice(...span) }
    notify({ tone: 'info', text: 'Select words in the page first.' })
    return undefined
  }
  const added = (request: Promise<string>) => act(request.then(id => now().corrected(id, id)))

  async function setEach(key: FieldKey, id: string | null, values: readonly ReadValue[], [start]: Span) {
    for (const value of id === null ? values : values.slice(0, 1)) {
      const spans: Span[] = [[start + value.start, start + value.end]]
      const set = await call('field.set', { sessionId: now().record.id, key, id, value: value.value, spans })
      now().corrected(addressOf(key, set), set)
    }
  }
  function setFromSelection(key: FieldKey, id: string | null) {
    const selection = selected()
    if (!selection) return
    const values = readValues(key, selection.words, dayOf(now().rows))
    if (values.length > 0) act(setEach(key, id, values, selection.span))
    else
      notify({
        tone: 'error',
        text: `“${quoteOf(now().source, [selection.span])}” cannot be read as ${fieldNames[key]}. Press E to type it.`,
      })
  }
  function takeForPerson({ person }: ReviewRow & { readonly kind: 'person' }) {
    const selection = selected()
    if (!selection) return
    const read = Object.entries(readPerson(selection.words, person.role)).filter(([, value]) => value !== null)
    const set = call('person.set', { id: person.id, person: Object.fromEntries(read), spans: [selection.span] })
    act(set.then(() => now().corrected(person.id, person.id)))
  }
  return {
    setAside() {
      const { record, source, raw } = now()
      const at = raw.current?.selection()?.[0] ?? raw.current?.caret() ?? 0
      const span = leftoverLine(source, record.leftover, at)
      if (!span) return notify({ tone: 'info', text: 'Put the caret into leftover words first: press L to go to them.' })
      const isSet = call('boilerplate.add', { sessionId: record.id, span })
      act(isSet.then(() => now().setAside(span)))
    },
    setFromSelection,
    addPersonFromSelection(role: Role) {
      const selection = selected()
      if (!selection) return
      const person = readPerson(selection.words, role)
      added(call('person.add', { sessionId: now().record.id, person, spans: [selection.span] }))
    },
    addSectionFromSelection(key: SectionKey) {
      const selection = selected()
      if (selection) added(call('section.add', { sessionId: now().record.id, key, span: selection.span }))
    },
    place(problemId) {
      const selection = selected()
      if (selection) act(call('version.place', { problemId, span: selection.span }))
    },
    takeSelection(row) {
      if (row.kind === 'field') setFromSelection(row.key, row.id)
      else if (row.kind === 'person') takeForPerson(row)
    },
  }
}
