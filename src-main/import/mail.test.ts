import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../app-error.ts'
import { readMail } from './mail.ts'
import { attachment, mailFile, multipart, pagePart, textPart, type MailPart } from './testing/mail-file.ts'
import { mutationsOf } from './testing/mutations.ts'
import { DRUPAL_9_PAGE, DRUPAL_9_TEXT, filledLines } from './testing/saved-pages.ts'

const PAGE = '<html><body><p>Séance at <b>ten</b></p></body></html>'
const BROWSER = { From: '<Saved by Blink>', 'Snapshot-Content-Location': 'https://example.org/page' }

const codes = (part: MailPart): string[] => readMail(mailFile(part)).notes.map(note => note.code)
const textOf = (part: MailPart): string => readMail(mailFile(part)).text.trimEnd()

describe('mails', () => {
  test.each(['quoted-printable', 'base64', '8bit'] as const)('text and page in %s are read', encoding => {
    const long = `Séance ${'word '.repeat(60)}= end \n\tnext\n\n- 日本`
    expect(textOf(textPart(long, encoding))).toBe(long)
    expect(textOf(pagePart(PAGE, encoding))).toBe('Séance at ten')
  })

  test('of alternatives the page is read, else the text', () => {
    const calendar: MailPart = { headers: { 'Content-Type': 'text/calendar' }, body: 'BEGIN:VCALENDAR' }
    expect(textOf(multipart('alternative', [textPart('plain'), pagePart(PAGE)]))).toBe('Séance at ten')
    expect(textOf(multipart('alternative', [textPart('plain'), calendar]))).toBe('plain')
    const picture: MailPart = { headers: { 'Content-Type': 'image/png', 'Content-ID': '<a>' }, body: 'x' }
    const related = multipart('related', [pagePart(PAGE), picture])
    expect(textOf(multipart('mixed', [multipart('alternative', [textPart('plain'), related]), textPart('a footer')]))).toBe(
      'Séance at ten\n\na footer',
    )
  })

  test('attachments are named and not read', () => {
    const name = '=?utf-8?Q?R=C3=A9sum=C3=A9?= =?utf-8?B?IDI=?=.docx'
    const mail = multipart('mixed', [textPart('text'), attachment('agenda.pdf'), attachment(name), attachment('x.txt', 'text/plain')])
    const { text, notes } = readMail(mailFile(mail))
    expect(text).toBe('text')
    expect(notes).toEqual([
      { code: 'attachments', message: 'This mail has attachments that were not read: agenda.pdf, Résumé 2.docx, x.txt.', spans: [] },
    ])
  })

  test('a name that is percent-encoded in pieces is put together', () => {
    const part: MailPart = {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': "attachment;\r\n filename*0*=utf-8''R%C3%A9;\r\n filename*1=sum; filename*2*=%C3%A9.pdf",
      },
      body: 'x',
    }
    expect(readMail(mailFile(multipart('mixed', [textPart('text'), part]))).notes[0]?.message).toContain('Résumé.pdf')
  })

  test('a mail of attachments alone has no text, and they are named', () => {
    expect(() => readMail(mailFile(multipart('mixed', [attachment('a.docx')])))).toThrow(
      expect.objectContaining({ code: 'no-text', message: expect.stringContaining('a.docx') }),
    )
  })

  test('the head of the mail is told and is no part of the text', () => {
    const { text, notes } = readMail(
      mailFile({ ...textPart('text'), headers: { Subject: '=?iso-8859-1?q?Caf=E9_notes?=\r\n of May', From: 'Ana <a@example.org>' } }),
    )
    expect(text.trim()).toBe('text')
    expect(notes).toEqual([
      { code: 'mail-headers', message: 'From the head of the mail: Café notes of May · Ana <a@example.org>', spans: [] },
    ])
  })

  test('lines that a mail program broke are made whole', () => {
    expect(textOf(textPart('one \n two\n  three\n-- \nname', '8bit', '; format=flowed'))).toBe('one two\n three\n-- \nname')
    expect(textOf(textPart('日 \n本', 'base64', '; format=flowed; delsp=yes'))).toBe('日本')
  })

  test('the encoding that is named is used, and a wrong one is not', () => {
    const part = (charset: string, bytes: Uint8Array): MailPart => ({
      headers: { 'Content-Type': `text/plain; charset=${charset}` },
      body: bytes,
      encoding: 'base64',
    })
    expect(textOf(part('koi8-r', Buffer.from('f0d2c9d7c5d4', 'hex')))).toBe('Привет')
    expect(textOf(part('us-ascii', Buffer.from('Séance')))).toBe('Séance')
    expect(textOf(part('unknown-8bit', Buffer.from('Séance')))).toBe('Séance')
  })

  test('an encrypted mail is refused as that', () => {
    const part = multipart('encrypted', [textPart('Version: 1')])
    expect(() => readMail(mailFile(part))).toThrow(expect.objectContaining({ code: 'encrypted-mail' }))
  })

  test('a mail that ends early is read as far as it goes', () => {
    const bytes = mailFile(multipart('mixed', [textPart('first'), textPart('second')]))
    expect(readMail(bytes.subarray(0, bytes.indexOf('second') + 3)).text).toBe('first\n\nsec')
  })
})

describe('pages saved as one file', () => {
  const css: MailPart = { headers: { 'Content-Type': 'text/css', 'Content-Location': 'cid:css' }, body: 'p { color: red }' }

  test('the page is read and nothing of what it shows', () => {
    const page = pagePart(DRUPAL_9_PAGE, 'quoted-printable', { 'Content-Location': 'https://example.org/page' })
    const frame = pagePart('<p>a frame</p>', 'base64', { 'Content-Location': 'https://example.org/frame' })
    const { mediaType, text, notes } = readMail(mailFile(multipart('related', [frame, css, page], BROWSER)))
    expect(mediaType).toBe('multipart/related')
    expect(filledLines(text)).toEqual(DRUPAL_9_TEXT.split('\n'))
    expect(notes).toEqual([])
  })

  test('without the address of the page, the part that is named first or the first page is read', () => {
    const a = pagePart('<p>a</p>', 'base64', { 'Content-Location': 'file:///a.html', 'Content-ID': '<a>' })
    const b = pagePart('<p>b</p>', 'base64', { 'Content-Location': 'file:///b.html', 'Content-ID': '<b>' })
    expect(textOf(multipart('related', [css, a, b]))).toBe('a')
    expect(textOf(multipart('related; start="<b>"', [css, a, b]))).toBe('b')
  })

  test('a mail with pictures is a mail', () => {
    expect(readMail(mailFile(multipart('related', [pagePart(PAGE)]))).mediaType).toBe('message/rfc822')
    expect(codes(multipart('related', [pagePart(PAGE), attachment('a.pdf')]))).toEqual(['attachments'])
  })
})

test('a damaged mail is read or refused, and nothing else happens', () => {
  const alternative = multipart('alternative', [textPart('plain é'), multipart('related', [pagePart(PAGE, 'base64')])])
  const valid = mailFile(multipart('mixed', [alternative, attachment('=?utf-8?Q?=C3=A9?=')], { Subject: '=?utf-8?B?w6k=?=' }))
  fc.assert(
    fc.property(mutationsOf(valid), bytes => {
      try {
        expect(typeof readMail(bytes).text).toBe('string')
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
    { numRuns: 500 },
  )
})

test('any text comes back from any transfer encoding', () => {
  const line = fc.string({ unit: 'grapheme' }).map(text => text.replace(/[\0\r\n]/g, ''))
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('base64' as const, 'quoted-printable' as const), (lines, encoding) => {
      const text = `x${lines.join('\n')}x`
      const { body } = { body: multipart('mixed', [textPart(text, encoding)]) }
      expect(readMail(mailFile(body)).text).toBe(text)
    }),
  )
})
