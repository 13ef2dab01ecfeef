import { expect, test } from 'vitest'
import { neighbour } from './listed.ts'

const order = ['a', 'b', 'c', 'd']

test('next and previous are those beside it', () => {
  expect(neighbour(order, new Set(order), 'b', 1)).toBe('c')
  expect(neighbour(order, new Set(order), 'b', -1)).toBe('a')
})

test('what is no longer listed is passed over', () => {
  expect(neighbour(order, new Set(['a', 'd']), 'b', 1)).toBe('d')
  expect(neighbour(order, new Set(['d']), 'b', -1)).toBeUndefined()
})

test('the list ends', () => {
  expect(neighbour(order, new Set(order), 'd', 1)).toBeUndefined()
})

test('without a session, next is the first', () => {
  expect(neighbour(order, new Set(order), null, 1)).toBe('a')
  expect(neighbour(order, new Set(order), null, -1)).toBeUndefined()
})
