import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayName, fileSize } from './times.ts'

test('a day starts at midnight here, also where the clocks change', () => {
  expect(dayName(new Date(2026, 2, 28, 23, 30).toISOString(), new Date(2026, 2, 29, 12, 0))).toBe('Yesterday')
  expect(dayName(new Date(2026, 2, 29, 0, 30).toISOString(), new Date(2026, 2, 29, 12, 0))).toBe('Today')
})

test('file sizes are read easily', () => {
  expect(fileSize(0)).toBe('0 B')
  expect(fileSize(999)).toBe('999 B')
  expect(fileSize(1500)).toBe('1.5 KB')
  expect(fileSize(778_240)).toBe('778 KB')
  expect(fileSize(2_400_000_000)).toBe('2.4 GB')
})

test('every size has a figure and a unit', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), bytes => {
      expect(fileSize(bytes)).toMatch(/^[\d,.\s]+ (B|KB|MB|GB|TB)$/)
    }),
  )
})
