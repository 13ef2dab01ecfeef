import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clearSelection, extendTo, keepListed, moveTo, nothingSelected, pointTo, rowForKey, selectAll, toggle } from './selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted()

test('a plain click chooses nothing and begins a stretch', () => {
  const selection = extendTo(pointTo('b'), order, 'd')
  expect(chosen(pointTo('b'))).toEqual([])
  expect(chosen(selection)).toEqual(['b', 'c', 'd'])
})

test('a stretch turns round its anchor', () => {
  const down = extendTo(pointTo('c'), order, 'e')
  expect(chosen(extendTo(down, order, 'a'))).toEqual(['a', 'b', 'c'])
})

test('the first Ctrl click also takes the row clicked before it', () => {
  expect(chosen(toggle(pointTo('a'), 'd', { withAnchor: true }))).toEqual(['a', 'd'])
  expect(chosen(toggle(pointTo('a'), 'd'))).toEqual(['d'])
})

test('an arrow moves without changing what is chosen', () => {
  const selection = moveTo(toggle(nothingSelected, 'a'), 'c')
  expect(selection.cursor).toBe('c')
  expect(chosen(selection)).toEqual(['a'])
})

test('all are selected and unselected', () => {
  const all = selectAll(nothingSelected, order)
  expect(chosen(all)).toEqual(order)
  expect(chosen(clearSelection(all))).toEqual([])
})

test('what is no longer listed is dropped', () => {
  const selection = keepListed(extendTo(pointTo('b'), order, 'd'), ['a', 'd', 'e'])
  expect(selection).toEqual({ ids: new Set(['d']), cursor: 'd', anchor: null })
})

test('nothing changes where all is still listed', () => {
  const selection = extendTo(pointTo('b'), order, 'd')
  expect(keepListed(selection, order)).toBe(selection)
})

test('keys lead to rows and stop at the ends', () => {
  expect(rowForKey('ArrowDown', order, null, 3)).toBe('a')
  expect(rowForKey('ArrowUp', order, null, 3)).toBe('e')
  expect(rowForKey('ArrowUp', order, 'a', 3)).toBe('a')
  expect(rowForKey('PageDown', order, 'b', 3)).toBe('e')
  expect(rowForKey('End', order, 'b', 3)).toBe('e')
  expect(rowForKey('x', order, 'b', 3)).toBeUndefined()
  expect(rowForKey('ArrowDown', [], null, 3)).toBeUndefined()
})

test('toggling twice changes nothing, and a stretch is as long as its ends are apart', () => {
  const rows = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 50 })
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), (ids, one, other) => {
      const [from, to] = [one % ids.length, other % ids.length]
      const id = ids[to]!
      const before = pointTo(ids[from]!)
      expect(chosen(toggle(toggle(before, id), id))).toEqual([])
      expect(extendTo(before, ids, id).ids.size).toBe(Math.abs(from - to) + 1)
    }),
  )
})
