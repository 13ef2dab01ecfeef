import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

const encoder = new TextEncoder()

function utf16(text: string, isBigEndian: boolean, hasMark: boolean): Uint8Array {
  const bytes = Buffer.from((hasMark ? '\uFEFF' : '') + text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

/** Every byte's letter in a single-byte encoding, to encode with. */
function encodeAs(text: string, encoding: string): Uint8Array {
  const letters = Array.from({ length: 256 }, (_, byte) => new TextDecoder(encoding).decode(Uint8Array.of(byte)))
  return Uint8Array.from(text, letter => letters.indexOf(letter))
}

const windows1252 = Array.from({ length: 256 }, (_, byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte)))

describe('marked encodings', () => {
  test('any text comes back from UTF-8, with and without a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        fc.pre(!text.startsWith('\uFEFF') && !text.includes('\0'))
        expect(decode(encoder.encode(text), false)).toMatchObject({ text, encoding: 'utf-8', wasUndecodable: false, wasGuessed: false })
        expect(decode(encoder.encode(`\uFEFF${text}`), false).text).toBe(`\uFEFF${text}`)
      }),
    )
  })

  test('any text comes back from UTF-16 with a mark, in both byte orders', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (text, isBigEndian) => {
        fc.pre(!text.startsWith('\0'))
        const decoded = decode(utf16(text, isBigEndian, true), false)
        expect(decoded).toMatchObject({ text: `\uFEFF${text}`, encoding: isBigEndian ? 'utf-16be' : 'utf-16le', wasUndecodable: false })
      }),
    )
  })

  test('an odd byte at the end of UTF-16 is said to be undecodable', () => {
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42), false)).toMatchObject({ text: '\uFEFFA\uFFFD', wasUndecodable: true })
  })

  test('UTF-32 is refused', () => {
    expect(() => decode(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), false)).toThrow(
      expect.objectContaining({ code: 'unsupported-encoding' }),
    )
  })
})

describe('declared encodings', () => {
  test('any text of windows-1252 comes back where it is declared', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...windows1252.slice(1)), { minLength: 1 }), letters => {
        const text = `<meta charset=windows-1252>${letters.join('')}`
        const bytes = encodeAs(text, 'windows-1252')
        fc.pre(new TextDecoder().decode(bytes).includes('\uFFFD'))
        expect(decode(bytes, true)).toMatchObject({ text, encoding: 'windows-1252', wasGuessed: false })
      }),
    )
  })

  test.each([
    ['<meta charset="utf-8">', 'utf-8'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', 'iso-8859-2'],
    ["<?xml version='1.0' encoding='KOI8-R'?>", 'koi8-r'],
    ['<META CHARSET=Shift_JIS>', 'shift_jis'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="no-such-thing">', 'utf-8'],
  ])('%s is %s', (markup, encoding) => {
    expect(decode(encoder.encode(markup), true).encoding).toBe(encoding)
  })

  test('a declaration does not count in plain text', () => {
    expect(decode(encoder.encode('<meta charset=koi8-r>'), false).encoding).toBe('utf-8')
  })

  test('UTF-8 with letters beyond ASCII is UTF-8 whatever the page declares', () => {
    expect(decode(encoder.encode('<meta charset=windows-1252>Fundação'), true)).toMatchObject({
      encoding: 'utf-8',
      text: '<meta charset=windows-1252>Fundação',
    })
  })

  test.each(['gbk', 'big5', 'euc-jp', 'euc-kr', 'shift_jis', 'gb18030', 'iso-8859-8', 'windows-1256', 'macintosh'])(
    '%s can be decoded',
    label => {
      expect(decode(encoder.encode(`<meta charset=${label}>`), true).encoding).toBe(label)
    },
  )
})

describe('encodings that nothing names', () => {
  test.each([
    ['windows-1252', 'Angèle Beauvois, Chambre de commerce, à l’occasion de la séance — “données”'],
    ['windows-1252', 'café'],
    ['windows-1250', 'Forum Zarządzania Internetem omówiło ochronę danych osobowych, a uczestnicy zgłosili wątpliwości dotyczące źródeł'],
    ['windows-1254', 'İnternet yönetişimi forumu kişisel verilerin korunmasını tartıştı ve katılımcılar görüşlerini açıkladı'],
    ['windows-1256', 'ناقش منتدى حوكمة الإنترنت حماية البيانات الشخصية وأعرب المشاركون عن قلقهم'],
    ['windows-1251', 'Управление Интернетом и защита персональных данных обсуждались на форуме в Катовице'],
    ['iso-8859-7', 'Η διακυβέρνηση του διαδικτύου και τα προσωπικά δεδομένα συζητήθηκαν στο φόρουμ'],
    ['koi8-r', 'Управление Интернетом и защита персональных данных обсуждались на форуме в Катовице'],
  ])('a text in %s is guessed', (encoding, text) => {
    expect(decode(encodeAs(text, encoding), false)).toMatchObject({ text, encoding, wasGuessed: true, wasUndecodable: false })
  })

  test('a text in an East Asian encoding is guessed', () => {
    const words = Buffer.from('bba5c1aacdf8d6cec0edc2dbccb3ccd6c2db', 'hex')
    expect(decode(Buffer.concat([words, words, words]), false)).toMatchObject({ text: '互联网治理论坛讨论'.repeat(3), encoding: 'gb18030' })
  })

  test('Latin text in UTF-16 without a mark is found in both byte orders', () => {
    const latin = fc
      .array(fc.constantFrom('a', 'b', 'X', ' ', ',', '.', '\n', '0', '9', 'é'), { minLength: 4 })
      .map(letters => letters.join(''))
    fc.assert(
      fc.property(latin, fc.boolean(), (text, isBigEndian) => {
        expect(decode(utf16(text, isBigEndian, false), false).text).toBe(text)
      }),
    )
  })

  test('Cyrillic text in UTF-16 without a mark is found by its blanks', () => {
    const text = 'Управление Интернетом и защита данных\nна форуме'
    expect(decode(utf16(text, false, false), false)).toMatchObject({ text, encoding: 'utf-16le' })
  })

  test('UTF-8 with a bad byte stays UTF-8 and says so', () => {
    const bytes = Buffer.concat([encoder.encode('Fundação Getúlio '), Uint8Array.of(0xff), encoder.encode(' Vargas')])
    expect(decode(bytes, false)).toMatchObject({
      text: 'Fundação Getúlio \uFFFD Vargas',
      encoding: 'utf-8',
      wasUndecodable: true,
      wasGuessed: false,
    })
  })

  test('bytes of any kind are decoded and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isMarkup) => {
        fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0 && bytes[1] === 0))
        expect(typeof decode(bytes, isMarkup).text).toBe('string')
      }),
    )
  })
})
