import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ThemeRow } from '../../src-preload/types.ts'
import {
  canMoveBelow,
  dropPlace,
  findTheme,
  inOrder,
  matchingTree,
  newTheme,
  openAtFirst,
  pathName,
  rankedThemes,
  rowsInSight,
  stepPlace,
  themeTree,
  type ThemeDrop,
  type ThemePlace,
  type ThemeStep,
} from './theme-path.ts'

const theme = (id: string, parentId: string | null, position: number, more: Partial<ThemeRow> = {}): ThemeRow => ({
  id,
  parentId,
  name: id,
  description: '',
  color: 'blue',
  position,
  taggings: 0,
  ...more,
})
const book = themeTree([
  theme('trust', null, 1, { name: 'Trust', taggings: 2 }),
  theme('access', null, 0, { name: 'Access' }),
  theme('cost', 'access', 1, { name: 'Cost of access', taggings: 3 }),
  theme('school', 'access', 0, { name: 'Écoles', description: 'Schools and their links', taggings: 1 }),
  theme('mast', 'cost', 0, { name: 'Masts', taggings: 4 }),
])
const names = (nodes: ReturnType<typeof themeTree>) => inOrder(nodes).map(node => node.id)

test('themes stand in the order of the codebook, each after its parent', () => {
  expect(names(book)).toEqual(['access', 'school', 'cost', 'mast', 'trust'])
  expect(inOrder(book).map(node => pathName(node.path))[3]).toBe('Access › Cost of access › Masts')
})
test('a parent counts the taggings below it apart from its own', () => {
  expect(findTheme(book, 'access')).toMatchObject({ taggingsBelow: 8, theme: { taggings: 0 } })
})
test('a theme whose parent is gone stands at the top', () => {
  expect(names(themeTree([theme('orphan', 'nobody', 0)]))).toEqual(['orphan'])
})
test('whole levels are open at first, as far as they fit', () => {
  expect(openAtFirst(book, 5)).toEqual(['access', 'cost'])
  expect(openAtFirst(book, 4)).toEqual(['access'])
  expect(openAtFirst(book, 3)).toEqual([])
  expect(openAtFirst([], 3)).toEqual([])
})
test('rows are in sight where all above them are open', () => {
  expect(rowsInSight(book, new Set(['access']))).toEqual(['access', 'school', 'cost', 'trust'])
  expect(rowsInSight(book, new Set(['cost']))).toEqual(['access', 'trust'])
})
test('search keeps what matches by name or description and what leads there', () => {
  expect(names(matchingTree(book, 'schools'))).toEqual(['access', 'school'])
  expect(names(matchingTree(book, 'ecoles'))).toEqual(['access', 'school'])
  expect(names(matchingTree(book, '  '))).toEqual(names(book))
  expect(matchingTree(book, 'nothing like it')).toEqual([])
})
test('the name itself is offered first, a match in the path alone last', () => {
  expect(rankedThemes(book, 'access').map(node => node.id)).toEqual(['access', 'cost', 'school', 'mast'])
  expect(rankedThemes(book, 'access mast').map(node => node.id)).toEqual(['mast'])
})
test('a new theme can be named with its parent, and not twice', () => {
  expect(newTheme(book, 'Spectrum')).toMatchObject({ parent: undefined, name: 'Spectrum' })
  expect(newTheme(book, 'access > Spectrum')).toMatchObject({ parent: { id: 'access' }, name: 'Spectrum' })
  expect(newTheme(book, 'Access › cost of access › Spectrum')).toMatchObject({ parent: { id: 'cost' }, name: 'Spectrum' })
  expect(newTheme(book, 'cost of access > Spectrum')).toMatchObject({ parent: { id: 'cost' }, name: 'Spectrum' })
  expect(newTheme(book, 'Nowhere > Spectrum')).toMatchObject({ parent: undefined, name: 'Nowhere > Spectrum' })
  expect(newTheme(book, 'Access › ecoles')).toBeNull()
  expect(newTheme(book, 'trust ')).toBeNull()
  expect(newTheme(book, 'Access ›')).toBeNull()
  expect(newTheme(book, ' ')).toBeNull()
})
test('a dropped theme stands where it was dropped', () => {
  expect(dropPlace(book, 'trust', { key: 'school', dropPosition: 'on' })).toEqual({ parentId: 'school', beforeId: null })
  expect(dropPlace(book, 'trust', { key: 'cost', dropPosition: 'before' })).toEqual({ parentId: 'access', beforeId: 'cost' })
  expect(dropPlace(book, 'trust', { key: 'school', dropPosition: 'after' })).toEqual({ parentId: 'access', beforeId: 'cost' })
  expect(dropPlace(book, 'mast', { key: 'trust', dropPosition: 'after' })).toEqual({ parentId: null, beforeId: null })
})
test('a theme is not dropped below itself, nor where it is', () => {
  expect(dropPlace(book, 'access', { key: 'mast', dropPosition: 'on' })).toBeNull()
  expect(dropPlace(book, 'access', { key: 'cost', dropPosition: 'before' })).toBeNull()
  expect(dropPlace(book, 'cost', { key: 'school', dropPosition: 'after' })).toBeNull()
  expect(dropPlace(book, 'cost', { key: 'cost', dropPosition: 'on' })).toBeNull()
})
test('steps go past neighbours, below the one before, and out', () => {
  expect(stepPlace(book, 'cost', 'up')).toEqual({ parentId: 'access', beforeId: 'school' })
  expect(stepPlace(book, 'access', 'down')).toEqual({ parentId: null, beforeId: null })
  expect(stepPlace(book, 'cost', 'in')).toEqual({ parentId: 'school', beforeId: null })
  expect(stepPlace(book, 'mast', 'out')).toEqual({ parentId: 'access', beforeId: null })
  expect(stepPlace(book, 'school', 'up')).toBeNull()
  expect(stepPlace(book, 'trust', 'out')).toBeNull()
})

/** What the store does with a move, for the properties below. */
function moved(rows: readonly ThemeRow[], id: string, { parentId, beforeId }: ThemePlace): ThemeRow[] {
  const tree = themeTree(rows.map(row => (row.id === id ? { ...row, parentId: 'nowhere', position: Infinity } : row)))
  const siblings = (parentId === null ? tree : (findTheme(tree, parentId)?.children ?? [])).map(node => node.id).filter(each => each !== id)
  const index = beforeId === null ? siblings.length : siblings.indexOf(beforeId)
  const order = siblings.toSpliced(index, 0, id)
  return rows.map(row => {
    const position = order.indexOf(row.id)
    return position < 0 ? row : { ...row, position, parentId: row.id === id ? parentId : row.parentId }
  })
}
// A parent always comes earlier in the list, so there are no cycles.
const codebooks = fc
  .array(fc.record({ parent: fc.nat(), position: fc.nat(9), name: fc.string({ maxLength: 6 }), taggings: fc.nat(5) }), { maxLength: 14 })
  .map(list =>
    list.map(({ parent, ...more }, index) => {
      const at = parent % (index + 1)
      return theme(`t${index}`, at === index ? null : `t${at}`, 0, more)
    }),
  )

test('every theme is in the tree once, whatever the codebook', () => {
  fc.assert(
    fc.property(codebooks, rows => {
      const nodes = inOrder(themeTree(rows))
      expect(nodes.map(node => node.id).toSorted()).toEqual(rows.map(row => row.id).toSorted())
      for (const node of nodes) expect(node.path.at(-1)).toBe(node.theme.name)
    }),
  )
})
test('all that is found has the words, and all taggings are counted once', () => {
  fc.assert(
    fc.property(codebooks, fc.string({ maxLength: 3 }), (rows, query) => {
      const tree = themeTree(rows)
      const all = new Set(names(tree))
      for (const id of [...names(matchingTree(tree, query)), ...rankedThemes(tree, query).map(node => node.id)])
        expect(all.has(id)).toBe(true)
      const total = tree.reduce((count, node) => count + node.theme.taggings + node.taggingsBelow, 0)
      expect(total).toBe(rows.reduce((count, row) => count + row.taggings, 0))
    }),
  )
})
test('a drop or a step never loses a theme and never makes a circle', () => {
  const positions = fc.constantFrom<ThemeDrop['dropPosition']>('on', 'before', 'after')
  const steps = fc.constantFrom<ThemeStep>('up', 'down', 'in', 'out')
  fc.assert(
    fc.property(codebooks, fc.nat(), fc.nat(), positions, steps, (rows, from, to, dropPosition, step) => {
      const [id, key] = [rows[from % rows.length]?.id, rows[to % rows.length]?.id]
      if (id === undefined || key === undefined) return
      const tree = themeTree(rows)
      for (const place of [dropPlace(tree, id, { key, dropPosition }), stepPlace(tree, id, step)]) {
        if (!place) continue
        expect(canMoveBelow(tree, id, place.parentId)).toBe(true)
        expect(names(themeTree(moved(rows, id, place))).toSorted()).toEqual(names(tree).toSorted())
      }
    }),
  )
})
test('up and down undo each other', () => {
  fc.assert(
    fc.property(codebooks, fc.nat(), (rows, at) => {
      const id = rows[at % rows.length]?.id
      if (id === undefined) return
      const start = names(themeTree(rows))
      const down = stepPlace(themeTree(rows), id, 'down')
      if (!down) return
      const after = moved(rows, id, down)
      const up = stepPlace(themeTree(after), id, 'up')
      expect(up).not.toBeNull()
      if (up) expect(names(themeTree(moved(after, id, up)))).toEqual(start)
    }),
  )
})
