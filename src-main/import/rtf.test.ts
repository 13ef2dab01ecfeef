import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../app-error.ts'
import { readRtf } from './rtf.ts'
import { mutationsOf } from './testing/mutations.ts'
import { rtfFile, rtfParagraph, rtfRow, rtfText } from './testing/rtf-file.ts'

const textOf = (body: string): string => readRtf(rtfFile(body)).text.trimEnd()
const raw = String.raw

describe('text', () => {
  test('paragraphs are lines, and nothing of fonts, colours, styles and properties is text', () => {
    expect(textOf(rtfParagraph('Title') + rtfParagraph('') + rtfParagraph('R&D {now} C:\\x'))).toBe('Title\n\nR&D {now} C:\\x')
  })

  test.each([
    ['a line break and a tab', raw`Room:\tab A\line next`, 'Room:\tA\nnext'],
    ['dashes, quotes and blanks', raw`\ldblquote a\rdblquote\emdash b\~c\_d\-e`, '“a”—b\u00A0c\u2011de'],
    ['a letter of the code page', raw`caf\'e9`, 'café'],
    ['a letter in Unicode with one in its place', raw`caf\u233?s`, 'cafés'],
    ['a letter in Unicode with two bytes in its place', raw`{\uc2 x\u26085\'93\'fay}`, 'x日y'],
    ['letters beyond the first plane', raw`\u-10179?\u-8942?`, '🔒'],
    ['no letters to skip', raw`\uc0\u233 s`, 'és'],
    ['letters to skip that a group ends', raw`{\uc3\u233 ab}cd`, 'écd'],
    ['a Cyrillic font', raw`{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}`, 'Привет'],
    ['a Japanese font, two bytes a letter', raw`{\f2 \'93\'fa\'96{}\'7b}`, '日\uFFFD{'],
    ['a Japanese font', raw`{\f2 \'93\'fa\'96\'7b}`, '日本'],
    ['line ends of the file', 'one\r\n two', 'one two'],
    ['a line end after a backslash', 'one\\\ntwo', 'one\ntwo'],
    ['unknown words', raw`\unknown7 one\b0 two`, 'onetwo'],
    ['words that every object has', raw`\constructor\toString x`, 'x'],
  ])('%s', (_, body, text) => {
    expect(textOf(body)).toBe(text)
  })

  test('the code page of the document is used', () => {
    expect(readRtf(Buffer.from(raw`{\rtf1\ansi\ansicpg1250 \'e8\'ec}`)).text).toBe('čě')
    expect(readRtf(Buffer.from(raw`{\rtf1\mac caf\'8e}`)).text).toBe('café')
  })

  test('the font of the document is used until another comes, and again after plain', () => {
    const fonts = raw`{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}`
    expect(readRtf(Buffer.from(raw`{\rtf1\ansi\deff1${fonts}\'cf {\f0\'cf\plain\'cf}}`)).text).toBe('П ÏП')
  })

  test('a code page that nobody knows is said', () => {
    expect(readRtf(Buffer.from(raw`{\rtf1\ansi\ansicpg437 caf\'82}`)).notes.map(note => note.code)).toEqual(['encoding-guessed'])
  })

  test('any text comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme' }).filter(line => !/\p{Cc}/u.test(line)),
          { minLength: 1 },
        ),
        lines => {
          const body = lines.map(line => rtfText(line)).join(raw`\par `)
          expect(readRtf(rtfFile(body)).text).toBe(lines.join('\n'))
        },
      ),
    )
  })
})

describe('parts', () => {
  test('the number of a list item is kept and its bullet is not', () => {
    const item = (marker: string, text: string): string => raw`{\listtext\pard\plain ${marker}\tab}${text}\par `
    expect(textOf(item('1.', 'one') + item(raw`\f3\'b7`, 'point') + item('o', 'inner') + item('(a)', 'two'))).toBe(
      '1. one\npoint\ninner\n(a) two',
    )
  })

  test('rows are lines: of a form its labels and values, else cells parted by a bar; longer cells are blocks', () => {
    const long = raw`\trowd\pard\intbl Speakers\cell A\par B\cell\row `
    const table = rtfRow(['Room', 'Ballroom A']) + rtfRow(['Format', 'Panel']) + long + rtfParagraph('') + rtfRow(['Ana', 'Society'])
    expect(textOf(rtfParagraph('before') + table + rtfParagraph('after'))).toBe(
      'before\nRoom: Ballroom A\nFormat: Panel\nSpeakers\nA\nB\n\nAna | Society\nafter',
    )
  })

  test('footnotes and comments come at the end', () => {
    const body = raw`said{\footnote\pard a footnote} and{\*\annotation\pard a comment} done\par next`
    expect(textOf(body)).toBe('said[1] and[C1] done\nnext\n[1] a footnote\n[C1] a comment')
  })

  test.each([
    raw`{\header\pard no\par}`,
    raw`{\footerf no}`,
    raw`{\pict\wmetafile8 0102030405}`,
    raw`{\object{\*\objdata 010203}{\result no}}`,
    raw`{\*\unknown no {\f1 no}}`,
    raw`{\field{\*\fldinst HYPERLINK "no"}{\fldrslt yes}}`.replace('yes', ''),
    raw`{\*\bkmkstart no}`,
    raw`{\v no}`,
    raw`{\deleted no}`,
    '{\\pict\\bin5 }}}}}}',
    raw`{\info{\title no}}`,
    raw`{\themedata no}`,
  ])('%s is not text', group => {
    expect(textOf(`yes${group}yes`)).toBe('yesyes')
  })

  test('the words of a link and of a text box are text', () => {
    expect(textOf(raw`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt shown}} {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt boxed}}}`)).toBe(
      'shown boxed',
    )
  })

  test('a file that ends early is read as far as it goes, and that is said', () => {
    const { text, notes } = readRtf(Buffer.from(raw`{\rtf1 one {\b two`))
    expect(text).toBe('one two')
    expect(notes.map(note => note.code)).toEqual(['no-end'])
  })

  test('what follows the last bracket is not text', () => {
    expect(readRtf(Buffer.concat([rtfFile('one'), Buffer.from('\0\0 two {\\b three}')])).text).toBe('one')
  })
})

test('a damaged file is read or refused, and nothing else happens', () => {
  const valid = rtfFile(
    `${rtfParagraph('Ti{tle é 日')}{\\footnote x}{\\listtext 1.\\tab}one\\par ${rtfRow(['a', 'b'])}{\\f2 \\'93\\'fa}{\\pict\\bin3 }}}}`,
  )
  fc.assert(
    fc.property(mutationsOf(valid), bytes => {
      try {
        expect(typeof readRtf(bytes).text).toBe('string')
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
    { numRuns: 500 },
  )
})
