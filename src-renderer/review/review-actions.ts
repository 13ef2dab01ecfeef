import type { RefObject } from 'react'
import type { FieldKey, Span } from '../../src-preload/record.ts'
import type { SessionRecord } from '../../src-preload/types.ts'
import { moveEdge, moveEdgeByLine, type Edge } from '../raw-text/edge.ts'
import type { RawTextHandle } from '../raw-text/raw-text.tsx'
import { documentOf } from '../raw-text/text.ts'
import { act, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { fieldNames } from './field-words.ts'
import { quoteOf } from './quote.ts'
import { readPerson } from './read-person.ts'
import { readValues, typedValue, type ReadValue } from './read-value.ts'
import type { NoteDraft, ReviewActions } from './review-context.ts'
import { addressOf, type ReviewRow } from './rows.ts'

/** What the screen is at now. */
export interface ReviewState {
  readonly record: SessionRecord
  readonly source: string
  readonly rows: readonly ReviewRow[]
  readonly raw: RefObject<RawTextHandle | null>
  readonly setEditing: (address: string | null) => void
  /** Puts the focus on a row, now or as soon as it is there. */
  readonly focusRow: (address: string) => void
  readonly openNote: (draft: NoteDraft) => void
  readonly openTags: () => void
}

/** What is wrong with a request, if anything. */
async function refusal(request: Promise<unknown>): Promise<string | undefined> {
  try {
    await request
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const whole = (spans: readonly Span[]): Span => [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0]

/** The day of the session as far as it is known, for times that stand alone. */
export function dayOf(rows: readonly ReviewRow[]): string | undefined {
  const moment = rows.find(row => row.kind === 'field' && (row.key === 'startsAt' || row.key === 'endsAt') && row.value !== null)
  return moment?.kind === 'field' ? moment.value?.slice(0, 10) : undefined
}

interface Selected {
  readonly span: Span
  readonly words: string
}

/** Everything the user can do in the screen; `now` gives the state at the time of doing. */
export function reviewActions(now: () => ReviewState): ReviewActions {
  function selected(): Selected | undefined {
    const span = now().raw.current?.selection()
    if (span) return { span, words: now().source.slice(...span) }
    notify({ tone: 'info', text: 'Select words in the page first.' })
    return undefined
  }
  async function setEach(key: FieldKey, id: string | null, values: readonly ReadValue[], [start]: Span) {
    for (const value of id === null ? values : values.slice(0, 1)) {
      const spans: Span[] = [[start + value.start, start + value.end]]
      const set = await call('field.set', {
        sessionId: now().record.id,
        key,
        id,
        value: value.value,
        spans,
      })
      now().focusRow(addressOf(key, set))
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
  function takeForPerson(row: ReviewRow & { readonly kind: 'person' }) {
    const selection = selected()
    if (!selection) return
    const { role, ...read } = readPerson(selection.words, row.person.role)
    const found = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null))
    act(
      call('person.set', {
        id: row.person.id,
        person: { ...found, role },
        spans: [selection.span],
      }),
    )
  }
  function moveSection(row: ReviewRow, edge: Edge, move: (span: Span) => Span | null) {
    if (row.kind !== 'section' || row.spans.length === 0) return
    const span = move(whole(row.spans))
    if (!span)
      return notify({
        tone: 'info',
        text: 'There are no words there that the section could begin or end with.',
      })
    act(call('section.set', { id: row.section.id, span }))
    const at = edge === 'start' ? span[0] : span[1]
    now().raw.current?.scrollTo([at, at])
  }

  return {
    selection: () => now().raw.current?.selection() ?? null,
    caret: () => now().raw.current?.caret() ?? 0,
    find: () => now().raw.current?.find(),
    quote: spans => quoteOf(now().source, spans),
    focusRow: address => now().focusRow(address),
    reveal: spans => now().raw.current?.reveal(spans),
    select(span) {
      now().raw.current?.select(span)
      now().raw.current?.focus()
    },
    edit: address => now().setEditing(address),
    closeEditor(address, keepsFocus) {
      now().setEditing(null)
      if (!keepsFocus) now().focusRow(address)
    },
    accept: ids => act(call('value.accept', { sessionId: now().record.id, ids })),

    saveField(key, id, text) {
      const { record, rows } = now()
      const spans = rows.find(row => row.id !== null && row.id === id)?.spans ?? []
      const value = typedValue(key, text, dayOf(rows))
      return refusal(call('field.set', { sessionId: record.id, key, id, value, spans }).then(set => now().focusRow(addressOf(key, set))))
    },
    savePerson(id, person) {
      const { role, name, affiliation, stakeholderGroup, regionalGroup } = person
      const details = { role, name, affiliation, stakeholderGroup, regionalGroup }
      if (id) return refusal(call('person.set', { id, person: details }))
      return refusal(call('person.add', { sessionId: now().record.id, person: details, spans: [] }).then(added => now().focusRow(added)))
    },
    saveSectionText: (id, text) => refusal(call('section.set', { id, text })),

    setFromSelection,
    addPersonFromSelection(role) {
      const selection = selected()
      if (!selection) return
      const person = readPerson(selection.words, role)
      act(call('person.add', { sessionId: now().record.id, person, spans: [selection.span] }).then(added => now().focusRow(added)))
    },
    addSectionFromSelection(key) {
      const selection = selected()
      if (!selection) return
      act(call('section.add', { sessionId: now().record.id, key, span: selection.span }).then(added => now().focusRow(added)))
    },
    setSectionKey: (id, key) => act(call('section.set', { id, key })),
    takeSelection(row) {
      if (row.kind === 'field') setFromSelection(row.key, row.id)
      else if (row.kind === 'person') takeForPerson(row)
    },

    clear(row) {
      if (row.state === 'cleared') return
      if (row.kind === 'person') act(call('person.remove', row.person.id))
      else if (row.kind === 'section') act(call('section.remove', row.section.id))
      else if (row.id) act(call('field.clear', row.id))
      else act(call('field.clearKey', { sessionId: now().record.id, key: row.key }))
    },
    restore: id => act(call('value.restore', id)),

    movePerson(id, step) {
      const ids = now().record.people.map(person => person.id)
      const at = ids.indexOf(id)
      if (at + step < 0 || at + step >= ids.length) return
      const beforeId = (step < 0 ? ids[at - 1] : ids[at + 2]) ?? null
      act(call('person.move', { id, beforeId }).then(() => now().focusRow(id)))
    },
    moveEdgeByLine: (row, edge, direction) =>
      moveSection(row, edge, span => moveEdgeByLine(documentOf(now().source), span, edge, direction)),
    moveEdgeToCaret: (row, edge) =>
      moveSection(row, edge, span => moveEdge(documentOf(now().source), span, edge, now().raw.current?.caret() ?? 0)),

    writeNote: draft => now().openNote(draft),
    tag: () => now().openTags(),
  }
}
