import { expect, test } from 'vitest'
import { orderMarkLabel, splitAtOrderSigns, withOrderShown } from './order-signs.ts'

const turned = 'By \u202eadnaW\u202c, twice'

test('words are parted from the signs that would turn them round, and nothing is lost', () => {
  expect(splitAtOrderSigns(turned)).toEqual(['By ', '\u202e', 'adnaW', '\u202c', ', twice'])
  expect(splitAtOrderSigns('لماذا Lamps')).toEqual(['لماذا Lamps'])
})

test('every sign has a name', () => {
  for (const sign of '\u202a\u202b\u202c\u202d\u202e') expect(orderMarkLabel(sign)).not.toContain('undefined')
})

test('in plain text each sign can be seen', () => {
  expect(withOrderShown(turned)).toBe('By \ufffdadnaW\ufffd, twice')
})
