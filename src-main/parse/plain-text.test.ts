import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from './parse.ts'
import { plainText } from './plain-text.ts'

const read = (text: string) => plainText(text).text

test('a page quoted in a letter is read without its marks, and the letter is not the page', () => {
  const page = ['> One', '>', '>> Two', '> > Three', '>Four', '> Five']
  const text = ['Hello,', ...page, '-- ', 'Ana'].join('\n')
  expect(read(text).split('\n')).toEqual(['Hello,', '  One', ' ', '   Two', '    Three', ' Four', '  Five', '-- ', 'Ana'])
  expect(text.slice(...plainText(text).quoted!)).toBe(page.join('\n'))
})

test.each([
  ['a few quoted lines', 'One\n> Two\n> Three\nFour\nFive'],
  ['answers between quotations', '> One\nTwo\n> Three\nFour\n> Five\n> Six\nSeven\n> Eight'],
  ['the turns of a transcript', '>> ANA PRADO: One.\n>> MEI TAN: Two.\n>> ANA PRADO: Three.\n>> MEI TAN: Four.\n>> ANA: Five.'],
  ['a number, not a heading', '# 51 Tides\nWS #52'],
  ['stars and underlines', '*** one ** two **\nAna: ______ Mei: ______\n__init__x'],
  ['what shapes letters', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 Pra\u200bdo'],
])('%s stay', (_, text) => {
  expect(read(text)).toBe(text)
})

test('marks of headings, emphasis and characters without width are spaces', () => {
  expect(read('# Tides\n  ## Lamps\n# 1. Wicks\n**Room:** __Quay__ **4**\n\u200bTime\u200b \ufeffAna')).toBe(
    '  Tides\n     Lamps\n  1. Wicks\n  Room:     Quay     4  \n Time   Ana',
  )
})

test('a value stands in its words, a section that begins with emphasis keeps both marks', () => {
  const text =
    '# IGF 2022 WS #908 Captions **for** films\n\n**Room:** Quay 6\n\n## Format\n\nPanel - Auditorium - 60 Min\n\n## Description\n\n**Lamps** go out.\n'
  const { fields, sections } = parse(text)
  expect(fields.title!.spans.map(span => text.slice(...span))).toEqual(['Captions', 'for', 'films'])
  expect(sections.map(({ spans }) => text.slice(...spans[0]!))).toEqual(['**Lamps** go out.'])
})

test('nothing changes its place', () => {
  const mark = fc.constantFrom('> ', '>', '# ', '**', '__', '\u200b', '\u200d', '\n', ' ', 'a', 'Room:')
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), parts => {
      const text = parts.join('')
      expect(read(text)).toHaveLength(text.length)
      expect(read(text).split('\n')).toHaveLength(text.split('\n').length)
    }),
  )
})
