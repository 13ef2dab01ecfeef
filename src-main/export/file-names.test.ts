import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNames } from './file-names.ts'
import { words } from './testing/content.ts'

const title = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  words,
  fc.constantFrom('CON', 'con.txt', 'NUL', '..', '', 'a', 'A', 'ä', 'a\u0308', 'Ä'),
)

test('names are safe on every system, short, and never twice', () => {
  fc.assert(
    fc.property(fc.array(title, { maxLength: 20 }), titles => {
      const nameOf = fileNames('.md')
      const names = titles.map(one => nameOf(one))
      for (const name of names) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
        expect(name).toMatch(/^[^\s.-].*[^\s.]\.md$|^[^\s.-]\.md$/u)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(name.isWellFormed()).toBe(true)
      }
      expect(new Set(names.map(name => name.normalize('NFD').toLowerCase())).size).toBe(names.length)
    }),
  )
})

test('letters of every script stay', () => {
  const nameOf = fileNames('.md')
  expect(nameOf('2021 WS #51 Keçe: gelenek / حکمرانی ۲')).toBe('2021 WS 51 Keçe gelenek حکمرانی ۲.md')
  expect(nameOf('  2021 ws #51 KEÇE: gelenek / حکمرانی ۲.')).toBe('2021 ws 51 KEÇE gelenek حکمرانی ۲ (2).md')
})
