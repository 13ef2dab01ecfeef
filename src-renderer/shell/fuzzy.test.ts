import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzyFind, fuzzyScore, plain } from './fuzzy.ts'

const find = (items: readonly string[], typed: string) => fuzzyFind(items, typed, plain, 10).map(({ item }) => item)

test('whole words come before parts, parts before first letters', () => {
  expect(find(['Go to the history', 'Prehistory', 'History'], 'history')).toEqual(['History', 'Go to the history', 'Prehistory'])
})

test('first letters find a command', () => {
  expect(find(['Export', 'Go to history', 'Go to the library'], 'gth')).toEqual(['Go to history'])
  expect(find(['Export', 'Go to history', 'Go to the library'], 'hstry')).toEqual(['Go to history'])
})

test('letters strewn over a title find nothing', () => {
  expect(find(['Reviewed, and to the next session'], 'rain')).toEqual([])
})

test('words are found in any order, each of them', () => {
  expect(find(['Rural mail in the islands'], 'islands mail')).toHaveLength(1)
  expect(find(['Rural mail in the islands'], 'islands rail')).toHaveLength(0)
})

test('case and accents do not matter', () => {
  expect(fuzzyScore('elzbieta', plain('Elżbieta Rokossowska'))).toBeGreaterThan(0)
  expect(fuzzyScore('RÉSUMÉ', plain('resume'))).toBeGreaterThan(0)
})

test('any part of a text finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (text, one, other) => {
      const words = plain(text)
      const [start, end] = [one % (words.length + 1), other % (words.length + 1)].toSorted((a, b) => a - b) as [number, number]
      const part = words.slice(start, end).toWellFormed().trim()
      fc.pre(part !== '' && plain(part) === part && words.includes(part))
      expect(fuzzyScore(part, words)).toBeGreaterThan(0)
    }),
  )
})
