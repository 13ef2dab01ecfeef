import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../src-preload/record.ts'
import { laneCount, lanes } from './lanes.ts'

const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]): Span => [start, start + length]))
const overlap = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1]

function deepestAt(all: readonly Span[]) {
  return Math.max(0, ...all.map(span => all.filter(other => other[0] <= span[0] && span[0] < other[1]).length))
}

test('spans that overlap lie in different lanes while there are lanes', () => {
  fc.assert(
    fc.property(spans, all => {
      if (deepestAt(all) > laneCount) return
      const laneOf = lanes(all)
      for (const [i, a] of all.entries()) {
        for (const [j, b] of all.entries()) if (i < j && overlap(a, b)) expect(laneOf[i]).not.toBe(laneOf[j])
      }
    }),
  )
})

test('no more lanes are used than spans lie over one another', () => {
  fc.assert(
    fc.property(spans, all => {
      expect(Math.max(0, ...lanes(all).map(lane => lane + 1))).toBe(Math.min(deepestAt(all), laneCount))
    }),
  )
})
