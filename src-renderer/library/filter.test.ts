import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LibraryFilter } from '../../src-preload/types.ts'
import { statuses } from '../../src-preload/types.ts'
import { sessionTypes } from '../../src-preload/record.ts'
import { activeLists, filterChips, isFiltered, noFilter, toggleItem } from './filter.ts'

test('a sort order and blank text do not filter', () => {
  expect(isFiltered({ ...noFilter, sort: 'title', text: '  ' })).toBe(false)
  expect(isFiltered({ ...noFilter, text: 'x' })).toBe(true)
  expect(isFiltered({ ...noFilter, years: [2021] })).toBe(true)
})

test('a theme that is gone still has a chip to take it off', () => {
  const [chip] = filterChips({ ...noFilter, themeIds: ['gone'] }, [])
  expect(chip).toMatchObject({ label: 'Deleted theme', without: { themeIds: [] } })
})

const filters: fc.Arbitrary<LibraryFilter> = fc.record({
  text: fc.constant(''),
  statuses: fc.uniqueArray(fc.constantFrom(...statuses)),
  years: fc.uniqueArray(fc.integer({ min: 2006, max: 2030 })),
  types: fc.uniqueArray(fc.constantFrom(...sessionTypes)),
  themeIds: fc.uniqueArray(fc.uuid()),
  sort: fc.constant('attention' as const),
})

test('every active filter has one chip, and taking all chips off leaves no filter', () => {
  fc.assert(
    fc.property(filters, filter => {
      const chips = filterChips(filter, [])
      expect(new Set(chips.map(chip => chip.key)).size).toBe(activeLists(filter))
      let left = filter
      while (activeLists(left) > 0) left = { ...left, ...filterChips(left, [])[0]!.without }
      expect(isFiltered(left)).toBe(false)
    }),
  )
})

test('toggling an item twice gives back the same items', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.nat(), (list, item) => {
      expect(new Set(toggleItem(toggleItem(list, item), item))).toEqual(new Set(list))
    }),
  )
})
