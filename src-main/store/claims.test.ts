import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../src-preload/record.ts'
import { trimmed, union, without } from './claims.ts'

const size = 60
const span = fc
  .tuple(fc.nat(size), fc.nat(size))
  .filter(([a, b]) => a !== b)
  .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)])
const spans = fc.array(span, { maxLength: 12 })
const covers = (list: readonly Span[], at: number) => list.some(([start, end]) => start <= at && at < end)

test('without is set difference, in order and never empty', () => {
  fc.assert(
    fc.property(spans, spans, (some, holes) => {
      const rest = without(some, holes)
      for (let at = 0; at < size; at++) expect(covers(rest, at)).toBe(covers(some, at) && !covers(holes, at))
      for (const [i, [start, end]] of rest.entries()) {
        expect(start).toBeLessThan(end)
        if (i > 0) expect(rest[i - 1]![1]).toBeLessThanOrEqual(start)
      }
    }),
  )
})

test('union covers the same and never touches itself', () => {
  fc.assert(
    fc.property(spans, some => {
      const joined = union(some)
      for (let at = 0; at < size; at++) expect(covers(joined, at)).toBe(covers(some, at))
      for (let i = 1; i < joined.length; i++) expect(joined[i - 1]![1]).toBeLessThan(joined[i]![0])
    }),
  )
})

test('trimmed spans lose the white space at their ends, blank ones go', () => {
  expect(
    trimmed('  one  two \n', [
      [0, 6],
      [5, 7],
      [6, 12],
    ]),
  ).toEqual([
    [2, 5],
    [7, 10],
  ])
})
