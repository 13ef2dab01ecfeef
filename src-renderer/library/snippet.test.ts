import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSnippet } from './snippet.ts'

const marks = ['\u0002', '\u0003'] as const

test('the match is told from the words around it', () => {
  expect(splitSnippet('…of \u0002rural\u0003 mail and \u0002rural\u0003 roads')).toEqual([
    { text: '…of ', isMatch: false },
    { text: 'rural', isMatch: true },
    { text: ' mail and ', isMatch: false },
    { text: 'rural', isMatch: true },
    { text: ' roads', isMatch: false },
  ])
})

test('lines are joined', () => {
  expect(splitSnippet('one\n\n  two')).toEqual([{ text: 'one two', isMatch: false }])
})

test('a snippet cut in its match keeps its words', () => {
  expect(splitSnippet('a \u0002cut')).toEqual([
    { text: 'a ', isMatch: false },
    { text: 'cut', isMatch: true },
  ])
})

test('no word is lost and no mark is left', () => {
  const piece = fc.oneof(fc.constantFrom(...marks, ' '), fc.string())
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const snippet = pieces.join('')
      const letters = (text: string) => text.replace(/\s/g, '').split(marks[0]).join('').split(marks[1]).join('')
      const shown = splitSnippet(snippet)
        .map(part => part.text)
        .join('')
      expect(letters(shown)).toBe(letters(snippet))
      for (const mark of marks) expect(shown).not.toContain(mark)
    }),
  )
})
