import { EditorState, RangeSet, type Extension, type TransactionSpec } from '@codemirror/state'
import { EditorView, type Decoration } from '@codemirror/view'
import { expect, test } from 'vitest'
import { boundary, boundaryOf, setBoundary } from './boundary.ts'
import { highlights, setHighlights } from './highlights.ts'
import { leftover, setLeftover } from './leftover.ts'
import { lit, revealLit, setLit } from './lit.ts'
import { readOnly } from './read-only.ts'
import { selectedSpan } from './selection.ts'
import { sections, setSections } from './sections.ts'
import { setTags, tags, type Tag } from './tags.ts'
import { documentOf } from './text.ts'

const page = 'Speaker: Ada 👩‍👩‍👧\nالمتحدثة: ليلى\n'
const open = (...extensions: Extension[]) => EditorState.create({ doc: documentOf(page), extensions })
const after = (state: EditorState, ...specs: TransactionSpec[]) => specs.reduce((now, spec) => now.update(spec).state, state)

/** What is drawn, as `class:words`. */
function drawn(state: EditorState) {
  const sets = state.facet(EditorView.decorations).filter(source => source instanceof RangeSet)
  const found: string[] = []
  for (const set of sets as RangeSet<Decoration>[]) {
    set.between(0, state.doc.length, (from, to, { spec }) => void found.push(`${String(spec.class ?? 'handle')}:${page.slice(from, to)}`))
  }
  return found
}

const tag = (taggingId: string, color: Tag['color'], start: number, end: number): Tag => ({
  taggingId,
  theme: taggingId,
  color,
  span: [start, end],
})
const ada = { rowId: 'ada', group: 'people', label: 'Speaker', isDoubtful: false, spans: [[9, 12]] } as const

test('words are drawn where their values came from, and replaced as a whole', () => {
  const state = after(open(highlights()), setHighlights([ada, { ...ada, rowId: 'lila', isDoubtful: true, spans: [[32, 36]] }]))
  expect(drawn(state)).toEqual(['cm-words cm-words-people:Ada', 'cm-words cm-words-people cm-words-doubtful:ليلى'])
  expect(drawn(after(state, setHighlights([])))).toEqual([])
})

test('highlights that overlap are all drawn', () => {
  const state = after(open(highlights()), setHighlights([ada, { ...ada, rowId: 'line', group: 'topics', spans: [[0, 12]] }]))
  expect(drawn(state)).toEqual(['cm-words cm-words-topics:Speaker: Ada', 'cm-words cm-words-people:Ada'])
})

test('lighting words puts out the words lit before', () => {
  const state = after(open(lit()), setLit([[0, 7]]), revealLit([[9, 12]]))
  expect(drawn(state)).toEqual(['cm-lit:Ada'])
  expect(drawn(after(state, revealLit([])))).toEqual([])
})

test('leftover words are marked', () => {
  expect(drawn(after(open(leftover()), setLeftover([[13, 21]])))).toEqual(['cm-leftover:👩‍👩‍👧'])
})

test('tags that overlap lie in lanes of their themes’ colours, and a third lane makes the line higher', () => {
  const state = after(open(tags()), setTags([tag('a', 'red', 0, 12), tag('b', 'teal', 9, 12), tag('c', 'pink', 9, 10)]))
  expect(drawn(state)).toEqual([
    'cm-lanes-2:',
    'cm-tag cm-tag-lane-0 cm-tag-red:Speaker: Ada',
    'cm-tag cm-tag-lane-1 cm-tag-teal:Ada',
    'cm-tag cm-tag-lane-2 cm-tag-pink:A',
  ])
})

test('a section is named once, above its first line', () => {
  const section = { rowId: 's', label: 'Summary', isDoubtful: false, spans: [[9, 30]] } as const
  const state = after(open(sections(() => {})), setSections([section]))
  const places: number[] = []
  for (const set of state.facet(EditorView.decorations)) {
    if (set instanceof RangeSet) set.between(0, page.length, from => void places.push(from))
  }
  expect(places).toEqual([0])
  expect(drawn(after(state, setSections([])))).toEqual([])
})

test('the open section has handles at both ends', () => {
  const state = after(open(boundary(() => {})), setBoundary({ rowId: 's', span: [9, 12] }))
  expect(boundaryOf(state)).toEqual({ rowId: 's', span: [9, 12] })
  expect(drawn(after(state, setBoundary(null)))).toEqual([])
})

test('a selection that cuts a character in half takes the whole of it, without the white space around', () => {
  const state = after(open(readOnly('Page')), { selection: { anchor: 12, head: 15 } })
  expect(page.slice(...selectedSpan(state)!)).toBe('👩‍👩‍👧')
  expect(selectedSpan(after(state, { selection: { anchor: 12, head: 13 } }))).toBeNull()
  expect(selectedSpan(after(state, { selection: { anchor: 3 } }))).toBeNull()
})
