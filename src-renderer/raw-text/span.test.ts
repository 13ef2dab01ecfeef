import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveEdge, moveEdgeByLine } from './edge.ts'
import { snap, trim } from './span.ts'
import { documentOf } from './text.ts'

const pieces = [
  'a',
  'é',
  '\u0065\u0301',
  '𝔊',
  '👩‍👩‍👧',
  '🇰🇪',
  'שָׁלוֹם',
  'السَّلام',
  ' ',
  '\t',
  '\n',
  '\u2028',
  '\f',
  '\u00a0',
  '\u202b',
  'کی‌بورد',
  'नि',
]
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 }).map(parts => parts.join(''))
const placed = text.chain(page => fc.tuple(fc.constant(page), fc.nat(page.length), fc.nat(page.length)))
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const edgesOf = (page: string) => new Set([page.length, ...[...graphemes.segment(page)].map(({ index }) => index)])

test('a document has exactly the offsets of its text', () => {
  fc.assert(
    fc.property(text, page => {
      const document = documentOf(page)
      expect(document.length).toBe(page.length)
      expect(document.sliceString(0, document.length)).toBe(page)
    }),
  )
})

test('snapping never splits a character, and moves only outwards and only as far as needed', () => {
  fc.assert(
    fc.property(placed, ([page, position]) => {
      const document = documentOf(page)
      const edges = edgesOf(page)
      const before = snap(document, position, -1)
      const after = snap(document, position, 1)
      expect(edges.has(before) && edges.has(after)).toBe(true)
      expect(before <= position && position <= after).toBe(true)
      for (let between = before + 1; between < after; between++) expect(edges.has(between)).toBe(false)
    }),
  )
})

test('a trimmed span is the selected words without the white space around them', () => {
  fc.assert(
    fc.property(placed, ([page, a, b]) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      const span = trim(documentOf(page), [start, end])
      if (!span) expect(page.slice(start, end).trim()).toBe('')
      else {
        const quote = page.slice(...span)
        expect(quote).toBe(quote.trim())
        expect(quote).toContain(page.slice(start, end).trim())
      }
    }),
  )
})

test('snapping in a line of a whole page looks only at its surroundings', () => {
  const page = `${'word '.repeat(60_000)}👩‍👩‍👧${' word'.repeat(1000)}`
  const family = page.indexOf('👩')
  expect(snap(documentOf(page), family + 3, -1)).toBe(family)
  expect(snap(documentOf(page), family + 3, 1)).toBe(family + '👩‍👩‍👧'.length)
})

test('moving an edge leaves the other in place and words between them', () => {
  fc.assert(
    fc.property(placed, fc.constantFrom('start' as const, 'end' as const), fc.nat(200), ([page, a, b], edge, target) => {
      const document = documentOf(page)
      const span = trim(document, [Math.min(a, b), Math.max(a, b)])
      if (!span) return
      const moved = moveEdge(document, span, edge, Math.min(target, page.length))
      if (!moved) return
      expect(page.slice(...moved).trim()).toBe(page.slice(...moved))
      expect(moved[0] < moved[1]).toBe(true)
      if (edge === 'start') expect(moved[1]).toBe(span[1])
      else expect(moved[0]).toBe(span[0])
    }),
  )
})

test('an edge moves over one line of words at a time, and past blank lines', () => {
  const page = 'one\n\ntwo words\nthree\n\n\nfour'
  const document = documentOf(page)
  const two = [5, 14] as const
  expect(moveEdgeByLine(document, two, 'end', 1)).toEqual([5, 20])
  expect(moveEdgeByLine(document, [5, 20], 'end', 1)).toEqual([5, page.length])
  expect(moveEdgeByLine(document, [5, page.length], 'end', 1)).toBeNull()
  expect(moveEdgeByLine(document, [5, page.length], 'end', -1)).toEqual([5, 20])
  expect(moveEdgeByLine(document, two, 'start', -1)).toEqual([0, 14])
  expect(moveEdgeByLine(document, [0, 14], 'start', 1)).toEqual([5, 14])
  expect(moveEdgeByLine(document, two, 'start', 1)).toBeNull()
})
