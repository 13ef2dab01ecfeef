import { expect, test } from 'vitest'
import type { FieldRow, PersonRow, ProblemRow, SectionRow, SessionRecord } from '../../src-preload/types.ts'
import { problemQueue, stepInQueue } from './problems.ts'
import { rowsOf } from './rows.ts'
import { bandsOf, highlightsOf, marginOf, tagsOf } from './shown.ts'

const read = {
  state: 'parsed',
  confidence: 0.95,
  reason: 'By its heading',
  isRestorable: true,
} as const
const room: FieldRow = {
  ...read,
  id: 'room',
  key: 'room',
  position: 0,
  value: 'Ballroom A',
  spans: [[40, 50]],
  confidence: 0.4,
}
const goal = (id: string, position: number, value: string): FieldRow => ({
  ...read,
  id,
  key: 'sdgs',
  position,
  value,
  spans: [[60, 65]],
})
const ada: PersonRow = {
  ...read,
  id: 'ada',
  role: 'speaker',
  name: 'Ada',
  affiliation: null,
  stakeholderGroup: null,
  regionalGroup: null,
  position: 0,
  spans: [[10, 13]],
}
const summary: SectionRow = {
  ...read,
  id: 'summary',
  key: 'summary',
  heading: null,
  text: null,
  spans: [[0, 100]],
  confidence: 0.5,
}
const problem = (id: string, change: Partial<ProblemRow>): ProblemRow => ({
  id,
  code: 'heading-missing',
  message: id,
  spans: [],
  choices: [],
  isResolved: false,
  otherSessionId: null,
  rowId: null,
  quote: null,
  ...change,
})
const record: Pick<SessionRecord, 'fields' | 'people' | 'sections'> = {
  fields: [goal('second', 1, '5.b'), room, goal('first', 0, '16.10')],
  people: [ada],
  sections: [summary],
}
const rows = rowsOf(record)

test('problems and doubtful values queue in the order of the page, what has no place last', () => {
  const problems = [
    problem('nowhere', { otherSessionId: 'other' }),
    problem('at 11', { spans: [[11, 12]] }),
    problem('done', { spans: [[1, 2]], isResolved: true }),
  ]
  const queue = problemQueue(rows, problems)
  expect(queue.map(({ id, kind }) => `${kind} ${id}`)).toEqual(['doubt summary', 'problem at 11', 'doubt room', 'problem nowhere'])
  expect(queue[1]!.address).toBe('ada')
  expect(queue[2]!.address).toBe('field:room')
  expect(queue[3]).toMatchObject({ address: null, otherSessionId: 'other' })
})

test('a missing title leads to where it is to be set', () => {
  const [missing] = problemQueue(rows, [problem('none', { code: 'title-missing' })]).filter(({ id }) => id === 'none')
  expect(missing!.address).toBe('field:title')
})

test('an accepted value is no longer in doubt', () => {
  const accepted = rowsOf({ ...record, fields: [{ ...room, state: 'accepted' }] })
  expect(problemQueue(accepted, []).map(({ id }) => id)).toEqual(['summary'])
})

test('stepping goes round, and starts at either end', () => {
  const queue = problemQueue(rows, [])
  expect(stepInQueue(queue, null, 1)?.id).toBe('summary')
  expect(stepInQueue(queue, null, -1)?.id).toBe('room')
  expect(stepInQueue(queue, 'room', 1)?.id).toBe('summary')
  expect(stepInQueue(queue, 'summary', -1)?.id).toBe('room')
  expect(stepInQueue([], null, 1)).toBeNull()
})

test('rows stand in the order of the screen, and fields that the page does not have are there', () => {
  const addresses = rows.map(row => row.address)
  expect(addresses[0]).toBe('field:title')
  expect(addresses.slice(-4)).toEqual(['first', 'second', 'ada', 'summary'])
  expect(rows.find(row => row.address === 'field:seating')).toMatchObject({
    id: null,
    state: null,
  })
})

test('what was cleared is no longer drawn in the page', () => {
  const cleared = rowsOf({
    ...record,
    people: [{ ...ada, state: 'cleared' }],
    sections: [{ ...summary, state: 'cleared' }],
  })
  expect(highlightsOf(rows).map(({ rowId, group }) => `${rowId} ${group}`)).toEqual([
    'field:room when',
    'first topics',
    'second topics',
    'ada people',
  ])
  expect(highlightsOf(cleared).some(({ rowId }) => rowId === 'ada')).toBe(false)
  expect(bandsOf(rows)).toMatchObject([{ rowId: 'summary', label: 'Summary', isDoubtful: true }])
  expect(bandsOf(cleared)).toEqual([])
})

test('notes stand beside their words or their value’s, problems beside theirs, and resolved ones nowhere', () => {
  const note = {
    sessionId: 's',
    author: 'R',
    at: '2026-01-01T00:00:00Z',
    rowId: null,
    span: null,
    lostQuote: null,
  } as const
  const notes = [
    { ...note, id: 'words', target: 'span', span: [7, 9], text: 'words' },
    { ...note, id: 'value', target: 'value', rowId: 'ada', text: 'value' },
    { ...note, id: 'session', target: 'session', text: 'session' },
  ] as const
  const problems = [problem('open', { spans: [[3, 4]] }), problem('done', { spans: [[3, 4]], isResolved: true })]
  expect(marginOf({ notes, problems }, rows).map(({ id, kind, at }) => [id, kind, at])).toEqual([
    ['open', 'problem', 3],
    ['words', 'note', 7],
    ['value', 'note', 10],
  ])
})

test('a tag is drawn in its theme’s colour; one on the whole session is not', () => {
  const theme = {
    id: 't',
    parentId: null,
    name: 'Trust',
    description: '',
    color: 'teal',
    position: 0,
    taggings: 2,
  } as const
  const tagging = { id: 'x', themeId: 't', sessionId: 's', span: [1, 5], lostQuote: null } as const
  expect(tagsOf([tagging, { ...tagging, id: 'y', span: null }], [theme])).toEqual([
    { taggingId: 'x', theme: 'Trust', color: 'teal', span: [1, 5] },
  ])
})
