import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSame } from './keep-same.ts'

const row = (id: string, value: string) => ({ id, value, spans: [[0, 3]] })

test('a row that did not change is the same object, wherever it now stands', () => {
  const previous = { rows: [row('a', 'one'), row('b', 'two')], other: { n: 1 } }
  const next = keepSame(previous, {
    rows: [row('new', 'zero'), row('a', 'one'), row('b', 'TWO')],
    other: { n: 1 },
  })
  expect(next.rows[1]).toBe(previous.rows[0])
  expect(next.rows[2]).not.toBe(previous.rows[1])
  expect(next.rows[2]!.spans).toBe(previous.rows[1]!.spans)
  expect(next.other).toBe(previous.other)
})

test('equal to before is before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(keepSame(value, structuredClone(value))).toBe(value)
    }),
  )
})

test('the result always equals what came', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
      expect(keepSame(previous, structuredClone(next))).toEqual(next)
    }),
  )
})
