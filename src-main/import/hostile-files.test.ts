import { randomBytes } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusePackedBomb } from './pdf-streams.ts'
import { readFileBytes } from './read-file.ts'
import { readHtml } from './html.ts'
import { readRtf } from './rtf.ts'
import { readSource } from './read-source.ts'
import { docxFile, paragraph } from './testing/docx-file.ts'
import { mailFile, multipart, pagePart, textPart } from './testing/mail-file.ts'
import { mutationsOf } from './testing/mutations.ts'
import { odtContent, odtFile, odtHeading, odtList, odtParagraph, odtTable } from './testing/odt-file.ts'
import { packedPdf, pdfFile } from './testing/pdf-file.ts'
import { rtfFile, rtfParagraph, rtfRow } from './testing/rtf-file.ts'
import { zipFile, type ZipEntry } from './testing/zip-file.ts'
import { timeLimit } from './time-limit.ts'
import { readXml } from './xml.ts'

interface Attack {
  attack: string
  name: string
  make(): string | Uint8Array | Promise<Uint8Array>
  code: string
  /** What the message must say. */
  says: RegExp
}

const MEGABYTE = 1024 * 1024
const ODT_TYPE: ZipEntry = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true }
const words = (count: number): string[] => Array.from({ length: count }, () => randomBytes(6).toString('hex'))
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`).join('')

async function manyPages(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < 5001; page += 1) document.addPage([10, 10])
  return document.save()
}

/** A page tree that leads back to itself. */
const ENDLESS_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>endobj
trailer<</Root 1 0 R/Size 3>>
%%EOF`

const zips: Attack[] = [
  {
    attack: 'a picture that unpacks to far more than it is',
    name: 'a.odt',
    make: () => odtFile({ body: '', more: [{ name: 'Pictures/a.png', content: new Uint8Array(40 * MEGABYTE) }] }),
    code: 'zip-bomb',
    says: /unpack to far more/,
  },
  {
    attack: 'a text that unpacks to far more than it is',
    name: 'a.odt',
    make: () => odtFile({ body: odtParagraph('x').repeat(500_000) }),
    code: 'zip-bomb',
    says: /unpack to far more/,
  },
  {
    attack: 'an archive in an archive in an archive',
    name: 'a.docx',
    make: () => {
      let inner = zipFile([{ name: '0', content: new Uint8Array(30 * MEGABYTE) }])
      for (let level = 0; level < 3; level += 1)
        inner = zipFile(Array.from({ length: 9 }, (_, index) => ({ name: `${index}.zip`, content: inner })))
      return inner
    },
    code: 'unsupported-type',
    says: /ZIP archive/,
  },
  {
    attack: 'an entry that holds more than it says',
    name: 'a.odt',
    make: () => zipFile([ODT_TYPE, { name: 'content.xml', content: odtContent(odtParagraph('x').repeat(10_000)), declaredSize: 100 }]),
    code: 'zip-bomb',
    says: /do not trust/,
  },
  {
    attack: 'an entry that holds less than it says',
    name: 'a.odt',
    make: () => zipFile([ODT_TYPE, { name: 'content.xml', content: odtContent(''), declaredSize: 5000 }]),
    code: 'broken-odt',
    says: /damaged/,
  },
  {
    attack: 'more entries than a document has',
    name: 'a.odt',
    make: () => zipFile([ODT_TYPE, ...Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: '' }))]),
    code: 'zip-bomb',
    says: /do not trust/,
  },
  {
    attack: 'an entry that would be written outside',
    name: 'a.odt',
    make: () => odtFile({ body: odtParagraph('x'), more: [{ name: '../../x.txt', content: 'x' }] }),
    code: 'unsafe-name',
    says: /leads out/,
  },
  {
    attack: 'elements that a converter would need gigabytes for',
    name: 'a.docx',
    make: () =>
      docxFile({
        body: words(140_000)
          .map(word => paragraph(word))
          .join(''),
      }),
    code: 'too-large',
    says: /more parts/,
  },
  {
    attack: 'a document type in a Word document',
    name: 'a.docx',
    make: () =>
      docxFile({ body: '', more: [{ name: 'word/x.xml', content: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x/>' }] }),
    code: 'document-type',
    says: /XML entities/,
  },
  {
    attack: 'an entity that leads to a file',
    name: 'a.odt',
    make: () =>
      zipFile([
        ODT_TYPE,
        { name: 'content.xml', content: odtContent('&a;').replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>') },
      ]),
    code: 'document-type',
    says: /XML entities/,
  },
  {
    attack: 'nesting that no document has',
    name: 'a.odt',
    make: () =>
      odtFile({
        body: words(12_000)
          .map(word => `<text:span text:style-name="${word}">`)
          .join('')
          .concat('</text:span>'.repeat(12_000)),
      }),
    code: 'too-deep',
    says: /nested too deeply/,
  },
]

const others: Attack[] = [
  {
    attack: 'a stream packed twice',
    name: 'a.pdf',
    make: () => packedPdf(Buffer.alloc(60_000_000, 32), 2),
    code: 'zip-bomb',
    says: /PDF would unpack/,
  },
  { attack: 'more pages than can be read', name: 'a.pdf', make: manyPages, code: 'too-large', says: /pages; up to/ },
  { attack: 'pages that lead back to themselves', name: 'a.pdf', make: () => ENDLESS_PDF, code: 'no-text', says: /no text in the PDF/ },
  {
    attack: 'a million nested groups',
    name: 'a.rtf',
    make: () => `{\\rtf1 ${'{'.repeat(1_000_000)}x${'}'.repeat(1_000_000)}}`,
    code: 'too-deep',
    says: /document is nested too deeply/,
  },
  {
    attack: 'ten thousand nested multiparts',
    name: 'a.eml',
    make: () => `MIME-Version: 1.0\n${nested(10_000)}\ntext`,
    code: 'too-deep',
    says: /mail is nested too deeply/,
  },
  {
    attack: 'one header of 60 MB',
    name: 'a.eml',
    make: () => `Subject: ${'x'.repeat(60 * MEGABYTE)}`,
    code: 'too-large',
    says: /longer headers/,
  },
  {
    attack: 'a header that is folded a million times',
    name: 'a.mht',
    make: () => `Subject: x\n${' x\n'.repeat(1_000_000)}`,
    code: 'too-large',
    says: /longer headers/,
  },
  {
    attack: 'a million parts',
    name: 'a.mhtml',
    make: () => `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n${'--b\n'.repeat(1_000_000)}`,
    code: 'too-large',
    says: /mail has more parts/,
  },
  {
    attack: 'a million elements',
    name: 'a.html',
    make: () => '<p>x'.repeat(1_000_000),
    code: 'too-large',
    says: /page has more elements/,
  },
  { attack: 'elements in elements', name: 'a.html', make: () => '<div>'.repeat(250_000), code: 'too-deep', says: /page is nested/ },
  {
    attack: 'a page of too many elements in a mail',
    name: 'a.eml',
    make: () => mailFile(multipart('alternative', [pagePart('<p>x'.repeat(600_000), 'base64')])),
    code: 'too-large',
    says: /page has more elements/,
  },
  { attack: 'more than 64 MB', name: 'a.rtf', make: () => new Uint8Array(64 * MEGABYTE + 1), code: 'too-large', says: /up to 64 MB/ },
]

async function outcome(name: string, content: string | Uint8Array): Promise<unknown> {
  return readSource({ name, bytes: typeof content === 'string' ? Buffer.from(content, 'latin1') : content }).catch(
    (error: unknown) => error,
  )
}

describe('refused with a message of its own', () => {
  test.each([...zips, ...others].map(one => [`${one.name}: ${one.attack}`, one] as const))('%s', { timeout: 60_000 }, async (_, one) => {
    expect(await outcome(one.name, await one.make())).toMatchObject({
      name: 'AppError',
      code: one.code,
      message: expect.stringMatching(one.says),
    })
  })

  test.skipIf(process.platform === 'win32').each(['/dev/zero', '/dev/null', '/dev'])('%s is no file to read', async path => {
    expect(() => readFileBytes(path)).toThrowError(expect.objectContaining({ name: 'AppError', code: 'not-a-file' }))
  })

  test('a name cannot lead anywhere: nothing is opened by it', async () => {
    for (const name of ['../../../etc/passwd.txt', '/dev/zero', 'CON.txt', 'a\0.txt', 'x'.repeat(100_000)]) {
      expect(await outcome(name, 'text')).toMatchObject({ text: 'text' })
    }
  })
})

describe('cut when it takes too long', () => {
  test.each([
    ['RTF', () => readRtf(rtfFile('{}'.repeat(10_000)), 0)],
    ['XML', () => readXml(`<a>${'<b/>'.repeat(10_000)}</a>`, { enter: () => true, text: () => undefined, leave: () => undefined }, 0)],
    ['HTML', () => readHtml('<b></b>'.repeat(10_000), 0)],
    ['PDF', () => refusePackedBomb(Buffer.from('%PDF-1.4 stream '.repeat(10_000)), 0)],
  ])('%s', (_, read) => {
    expect(read).toThrow(expect.objectContaining({ name: 'AppError', code: 'too-slow' }))
  })

  test('a short work is never cut', () => {
    const check = timeLimit(0)
    for (let step = 1; step < 5000; step += 1) check()
  })
})

// A reader that takes the square of the time on one of these does not come to its end here.
describe('read or refused in proportion to its size', () => {
  const PIECES: Record<string, string[]> = {
    'a.rtf': [
      '{',
      '}',
      '\\',
      '\\b',
      '\\b0 ',
      "\\'e9",
      '\\u9?',
      '\\uc9',
      '{\\footnote ',
      '{\\listtext 1.\\tab}',
      '\\cell ',
      '\\row ',
      '\\trowd',
      '\\bin9',
      '{\\*\\x',
    ],
    'a.eml': [
      '\n',
      '\r\n',
      '\n--',
      '\n--b',
      '\n--b--',
      ' ',
      '\t',
      '=',
      '=41',
      '=\n',
      '=?utf-8?q?',
      '?=',
      ';a="',
      '\\"',
      ':',
      'Content-Type: multipart/mixed; boundary=b\n\n',
    ],
    'a.html': [
      '<',
      '</',
      '<p ',
      '<p>',
      ' a="',
      "'",
      '=',
      '>',
      '&',
      '&#',
      '<!--',
      '-->',
      '<![CDATA[',
      '<table>',
      '<tr><td>',
      ' ',
      '<a ',
      '<b>',
      '<script>',
      '<meta ',
    ],
    'a.txt': ['\n', ' ', '1\n', '<', '<meta ', 'view-source:', '\r', '\0', '<?xml ', 'From: ', '\t'],
  }
  const HEADS: Record<string, string> = {
    'a.rtf': '{\\rtf1 x',
    'a.eml': 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx',
  }

  test.each(Object.entries(PIECES))('%s of any piece many times', { timeout: 120_000 }, async (name, pieces) => {
    const piece = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map(parts => parts.join(''))
    await fc.assert(
      fc.asyncProperty(piece, async repeated => {
        const read = await outcome(name, (HEADS[name] ?? 'x') + repeated.repeat(400_000 / repeated.length))
        expect(read).toSatisfy(isSettled)
      }),
      { numRuns: 25, examples: pieces.map((one): [string] => [one]) },
    )
  })
})

describe('damaged files of every new kind are read or refused, and nothing else happens', () => {
  const page = pagePart('<html><body><p>Séance</p></body></html>', 'base64', { 'Content-Location': 'https://example.org/' })
  test.each([
    ['a.odt', odtFile({ body: odtHeading('Title') + odtList('Numbers', [odtParagraph('one')]) + odtTable([['Room', 'A']]) })],
    ['a.rtf', rtfFile(`${rtfParagraph('Title é')}${rtfRow(['Room', 'A'])}{\\footnote x}`)],
    ['a.eml', mailFile(multipart('mixed', [textPart('plain é'), multipart('alternative', [page])]))],
    ['a.mhtml', mailFile(multipart('related', [page], { 'Snapshot-Content-Location': 'https://example.org/' }))],
    ['a.pdf', pdfFile([{ lines: ['Title', '', 'text'] }])],
    ['a.docx', docxFile({ body: paragraph('Title') + paragraph('text') })],
  ])('%s', { timeout: 60_000 }, async (name, made) => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(await made), async bytes => {
        expect(await outcome(name, bytes)).toSatisfy(isSettled)
      }),
      { numRuns: 60 },
    )
  })
})

function isSettled(read: unknown): boolean {
  return (read instanceof Error && read.name === 'AppError') || (typeof read === 'object' && read !== null && 'text' in read)
}
