import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsOf, exactLikeness, likeness, sketchOf } from './sketch.ts'

const words = (from: number, count: number) => Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ')

test('short texts have no sketch', () => {
  expect(sketchOf('IGF 2021 WS #51 Lighthouses and the law')).toBe(null)
})

test('case, punctuation and white space do not matter', () => {
  const text = words(0, 100)
  expect(sketchOf(text.toUpperCase().replaceAll(' ', ',\n  '))).toEqual(sketchOf(text))
})

test('sketches say about how much two texts share, and those that share most meet in a band', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 0, max: 300 }), (from, shift) => {
      const [a, b] = [words(from, 1000), words(from + shift, 1000)]
      const exact = exactLikeness(a, b)
      const [one, other] = [sketchOf(a)!, sketchOf(b)!]
      expect(Math.abs(likeness(one, other) - exact)).toBeLessThan(0.35)
      if (exact > 0.93) expect(bandsOf(one).some(band => bandsOf(other).includes(band))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('texts with nothing in common share nothing', () => {
  expect(likeness(sketchOf(words(0, 500))!, sketchOf(words(5000, 500))!)).toBe(0)
})
