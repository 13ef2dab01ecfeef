import { beforeEach, expect, test, vi } from 'vitest'
import type { Span } from '../../src-preload/record.ts'
import type { FieldRow, PersonRow, SectionRow, SessionRecord } from '../../src-preload/types.ts'
import { reviewActions } from './review-actions.ts'
import type { ReviewState } from './review-state.ts'
import { rowsOf } from './rows.ts'

const source = 'Time: 10 December 2021, 12:50\nEnd: 14:20\nSpeaker 1: Ada Lee, Civil Society\nGoals: 16.10, 5.b\n\nOne.\nTwo.\n'
const place = (words: string): Span => [source.indexOf(words), source.indexOf(words) + words.length]
const read = { state: 'parsed', confidence: 0.9, reason: '', isRestorable: true } as const
const starts: FieldRow = {
  ...read,
  id: 'starts',
  key: 'startsAt',
  position: 0,
  value: '2021-12-10T12:50Z',
  spans: [place('10 December 2021, 12:50')],
}
const person = (id: string, position: number): PersonRow => ({
  ...read,
  id,
  position,
  role: 'speaker',
  name: id,
  affiliation: null,
  stakeholderGroup: null,
  regionalGroup: null,
  spans: [],
})
const summary: SectionRow = { ...read, id: 'summary', key: 'summary', heading: null, text: null, spans: [place('One.')] }
const record: SessionRecord = {
  id: 'session',
  status: 'new',
  code: '',
  page: 'session',
  sourceName: 'page.txt',
  sha256: '0'.repeat(64),
  fields: [starts],
  people: [person('ada', 0), person('bo', 1), person('cy', 2)],
  sections: [summary],
  problems: [],
  taggings: [],
  notes: [],
  leftover: [],
}

let asked: [string, unknown][] = []
let focused: string[] = []
let selected: Span | null = null
let caret = 0

const raw = {
  place: () => undefined,
  focus() {},
  selection: () => selected,
  caret: () => caret,
  light() {},
  reveal() {},
  scrollTo() {},
  select() {},
  find() {},
}
const state: ReviewState = {
  record,
  source,
  rows: rowsOf(record),
  raw: { current: raw },
  setEditing() {},
  focusRow: address => void focused.push(address),
  openNote() {},
  openTags() {},
  corrected: address => void focused.push(address),
  setAside() {},
}
const actions = reviewActions(() => state)
const rowAt = (address: string) => state.rows.find(row => row.address === address)!

beforeEach(() => {
  asked = []
  focused = []
  selected = null
  const call = (name: string, input: unknown) => {
    asked.push([name, input])
    const reply = name === 'section.set' ? { ok: false, code: 'section-covered', message: 'No.' } : { ok: true, value: 'new-id' }
    return Promise.resolve(JSON.stringify(reply))
  }
  vi.stubGlobal('window', { bridge: { call } })
})

test('a field is set from the selected words, with their place', async () => {
  selected = place('14:20')
  actions.setFromSelection('endsAt', null)
  await vi.waitFor(() => expect(focused).toEqual(['field:endsAt']))
  expect(asked).toEqual([['field.set', { sessionId: 'session', key: 'endsAt', id: null, value: '2021-12-10T14:20Z', spans: [selected] }]])
})

test('every goal among the selected words is added, each with its own place', async () => {
  selected = place('Goals: 16.10, 5.b')
  actions.setFromSelection('sdgs', null)
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(asked.map(([, input]) => input)).toMatchObject([
    { value: '16.10', spans: [place('16.10')] },
    { value: '5.b', spans: [place('5.b')] },
  ])
})

test('words that cannot be read as the field, or none, set nothing', () => {
  selected = place('One.')
  actions.setFromSelection('year', null)
  selected = null
  actions.setFromSelection('room', null)
  expect(asked).toEqual([])
})

test('a typed value keeps the words that the value came from', async () => {
  expect(await actions.saveField('startsAt', 'starts', '2021-12-10 13:00')).toBeUndefined()
  expect(asked).toEqual([
    ['field.set', { sessionId: 'session', key: 'startsAt', id: 'starts', value: '2021-12-10T13:00Z', spans: starts.spans }],
  ])
})

test('what the store refuses is given back to be shown', async () => {
  expect(await actions.saveSectionText('summary', 'text')).toBe('No.')
})

test('a person moves past the next one, and not past the ends', () => {
  actions.movePerson('ada', 1)
  actions.movePerson('bo', 1)
  actions.movePerson('cy', -1)
  actions.movePerson('ada', -1)
  actions.movePerson('cy', 1)
  expect(asked.map(([, input]) => input)).toEqual([
    { id: 'ada', beforeId: 'cy' },
    { id: 'bo', beforeId: null },
    { id: 'cy', beforeId: 'bo' },
  ])
})

test('a person is changed by the selected words, and keeps what they do not say', () => {
  selected = place('Speaker 1: Ada Lee, Civil Society')
  actions.takeSelection(rowAt('ada'))
  expect(asked).toEqual([
    ['person.set', { id: 'ada', person: { role: 'speaker', name: 'Ada Lee', stakeholderGroup: 'Civil Society' }, spans: [selected] }],
  ])
})

test('an edge of a section moves by lines and to the caret', () => {
  actions.moveEdgeByLine(rowAt('summary'), 'end', 1)
  caret = source.indexOf('Goals')
  actions.moveEdgeToCaret(rowAt('summary'), 'start')
  expect(asked.map(([, input]) => input)).toEqual([
    { id: 'summary', span: [place('One.')[0], place('Two.')[1]] },
    { id: 'summary', span: [caret, place('One.')[1]] },
  ])
})

test('clearing says how: a value, a field that the page does not have, a person, a section', () => {
  for (const address of ['field:startsAt', 'field:room', 'ada', 'summary']) actions.clear(rowAt(address))
  expect(asked).toEqual([
    ['field.clear', 'starts'],
    ['field.clearKey', { sessionId: 'session', key: 'room' }],
    ['person.remove', 'ada'],
    ['section.remove', 'summary'],
  ])
})
