import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBlocks } from './compare-blocks.ts'

const older = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten'
const changeOf = (from: string, to: string) => {
  const newer = older.replace(from, to)
  const start = older.indexOf(from)
  return { newer, changes: [{ older: [start, start + from.length], newer: [start, start + to.length] }] as const }
}

test('a change is shown with two lines before and after', () => {
  const { newer, changes } = changeOf('five', 'V')
  expect(compareBlocks(older, newer, changes)).toEqual([
    {
      older: [
        { text: 'three\nfour\n', isChanged: false },
        { text: 'five', isChanged: true },
        { text: '\nsix\nseven', isChanged: false },
      ],
      newer: [
        { text: 'three\nfour\n', isChanged: false },
        { text: 'V', isChanged: true },
        { text: '\nsix\nseven', isChanged: false },
      ],
      skipped: 2,
    },
  ])
})

test('what was added at the end of a text without lines is shown', () => {
  const blocks = compareBlocks('', 'new', [{ older: [0, 0], newer: [0, 3] }])
  expect(blocks).toEqual([{ older: [], newer: [{ text: 'new', isChanged: true }], skipped: 0 }])
})

test('every changed word is shown once, and no passage twice', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(8)), { maxLength: 6 }), gaps => {
      const text = Array.from({ length: 60 }, (_, i) => `line ${i} says this`).join('\n')
      let at = 0
      const changes = gaps.flatMap(([gap, length]) => {
        const start = at + 1 + gap * 5
        at = start + length + 1
        return at < text.length ? [{ older: [start, start + length], newer: [start, start + length] } as const] : []
      })
      const blocks = compareBlocks(text, text, changes)
      const shown = blocks.flatMap(block => block.older.filter(({ isChanged }) => isChanged).map(piece => piece.text))
      expect(shown).toEqual(changes.map(({ older: span }) => text.slice(...span)).filter(words => words !== ''))
      const whole = blocks.map(block => block.older.map(piece => piece.text).join(''))
      expect(new Set(whole.flatMap(each => each.split('\n'))).size).toBe(whole.flatMap(each => each.split('\n')).length)
    }),
  )
})
