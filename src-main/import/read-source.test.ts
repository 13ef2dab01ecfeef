import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSource, type SourceText } from './read-source.ts'
import { docxFile, escapeXml, paragraph } from './testing/docx-file.ts'
import { mailFile, multipart, pagePart, textPart } from './testing/mail-file.ts'
import { odtContent, odtFile, odtParagraph } from './testing/odt-file.ts'
import { pdfFile } from './testing/pdf-file.ts'
import { rtfFile } from './testing/rtf-file.ts'
import { DRUPAL_9_PAGE, DRUPAL_9_TEXT, filledLines } from './testing/saved-pages.ts'
import { zipFile } from './testing/zip-file.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function read(name: string, content: string | Uint8Array): Promise<SourceText> {
  return readSource({ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content })
}

function codes(source: SourceText): string[] {
  return source.notes.map(note => note.code)
}

describe('plain text and Markdown', () => {
  test('are kept as they are but for the mark and the line ends', async () => {
    const content = '\uFEFF  Time\r\n\r\n\tRoom \rA\u00A0B\n\n'
    const text = '  Time\n\n\tRoom \nA\u00A0B\n\n'
    expect(await read('page.txt', content)).toEqual({ mediaType: 'text/plain', encoding: 'utf-8', text, notes: [] })
    expect(await read('PAGE.MD', content)).toEqual({ mediaType: 'text/markdown', encoding: 'utf-8', text, notes: [] })
  })

  test('Markdown that begins with a tag stays Markdown', async () => {
    expect(await read('a.md', '<p align="center">x</p>\n\n# Title')).toMatchObject({
      mediaType: 'text/markdown',
      text: '<p align="center">x</p>\n\n# Title',
    })
  })

  test('any text comes back as its normalised self', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async body => {
        const content = `x${body.replaceAll('\0', '')}`
        expect((await read('a.txt', `\uFEFF${content}`)).text).toBe(content.replace(/\r\n?/g, '\n'))
      }),
    )
  })

  test('NUL characters are replaced and marked', async () => {
    const source = await read('a.txt', 'Ana\0 and\r\n\0\0Bo, with more text after it')
    expect(source.text).toBe('Ana\uFFFD and\n\uFFFD\uFFFDBo, with more text after it')
    expect(source.notes).toEqual([
      {
        code: 'nul-bytes',
        message: expect.stringContaining('2 places'),
        spans: [
          [3, 4],
          [9, 11],
        ],
      },
    ])
  })

  test('what cannot be decoded is replaced and marked', async () => {
    const source = await read('a.txt', Buffer.concat([Buffer.from('Fundação é '), Buffer.of(0xff, 0xfe), Buffer.from(' Ana')]))
    expect(source.text).toBe('Fundação é \uFFFD\uFFFD Ana')
    expect(source.notes).toEqual([{ code: 'undecodable', message: expect.stringContaining('One place'), spans: [[11, 13]] }])
  })

  test('characters that were lost earlier are marked as that', async () => {
    expect(codes(await read('a.txt', 'Fundaç\uFFFDo'))).toEqual(['replacement-characters'])
  })

  test('a guessed encoding is said, and the letters that depend on it are marked', async () => {
    const source = await read('a.txt', Buffer.from('Angèle and Gonzalo Lopez-Barajas, séance', 'latin1'))
    expect(source).toMatchObject({ encoding: 'windows-1252', text: 'Angèle and Gonzalo Lopez-Barajas, séance' })
    expect(source.notes).toMatchObject([
      {
        code: 'encoding-guessed',
        spans: [
          [3, 4],
          [35, 36],
        ],
      },
    ])
  })

  test('no more than a thousand places are marked, and all are counted', async () => {
    const [note] = (await read('a.txt', 'text \0'.repeat(1500))).notes
    expect(note?.spans).toHaveLength(1000)
    expect(note?.message).toContain('1500 places')
  })

  test('only spans inside the text are given, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.html', 'a.md', 'a'),
        async (bytes, name) => {
          const source = await read(name, bytes).catch((error: unknown) => {
            expect(error).toMatchObject({ name: 'AppError' })
            return null
          })
          for (const [start, end] of source?.notes.flatMap(note => note.spans) ?? []) {
            expect(start < end && start >= 0 && end <= (source?.text.length ?? 0)).toBe(true)
          }
          expect(source?.text.isWellFormed() ?? true).toBe(true)
          expect(source?.text.includes('\0') ?? false).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('web pages', () => {
  test('the declared encoding is used', async () => {
    const bytes = Buffer.from('<html><head><meta charset="iso-8859-1"></head><body><p>Fundação</p></body></html>', 'latin1')
    expect(await read('a.html', bytes)).toMatchObject({ mediaType: 'text/html', encoding: 'windows-1252', text: 'Fundação', notes: [] })
  })

  test('losses are marked in the text and not in the markup', async () => {
    const source = await read('a.html', '<html><body><p>One\0 two</p></body></html>')
    expect(source).toMatchObject({ text: 'One\uFFFD two', notes: [{ code: 'nul-bytes', spans: [[3, 4]] }] })
  })

  test('character references to halves of characters do no harm', async () => {
    expect((await read('a.html', '<p>a&#xD800;b&#0;c</p>')).text).toBe('a\uFFFDb\uFFFDc')
  })

  test('text in a file called .html is text', async () => {
    const source = await read('a.html', 'Time\nRoom\nA < B')
    expect(source).toMatchObject({ mediaType: 'text/plain', text: 'Time\nRoom\nA < B' })
    expect(codes(source)).toEqual(['misnamed'])
  })

  test.each([
    ['run-together line numbers', `${Array.from({ length: 60 }, (_, index) => index + 1).join('')}${DRUPAL_9_PAGE}`],
    [
      'a number on each line',
      DRUPAL_9_PAGE.split('\n')
        .map((line, index) => `${index + 1}\t${line}`)
        .join('\n'),
    ],
    ['numbers on lines of their own', `1\n2\n3\n4\n${DRUPAL_9_PAGE}`],
  ])('source copied into a .txt with %s is read as the page', async (_, content) => {
    const source = await read('copied.txt', content)
    expect(filledLines(source.text)).toEqual(DRUPAL_9_TEXT.split('\n'))
    expect(codes(source)).toEqual(['misnamed', 'page-source'])
  })

  test('a fragment of Drupal source in a .txt is read as the page', async () => {
    const fragment = DRUPAL_9_PAGE.slice(DRUPAL_9_PAGE.indexOf('<div id="block-igf-page-title"'), DRUPAL_9_PAGE.indexOf('</main>'))
    expect(filledLines((await read('copied.txt', `12345${fragment}`)).text)).toEqual(DRUPAL_9_TEXT.split('\n'))
  })

  test('a text that only mentions tags stays text', async () => {
    const text = '<p> is a tag, <b>bold</b> another. See 1 < 2.'
    expect(await read('a.txt', text)).toMatchObject({ mediaType: 'text/plain', text, notes: [] })
  })
})

describe('files with the wrong name', () => {
  test('a PDF, a Word document and a page are read by what they hold', async () => {
    const pdf = await pdfFile([{ lines: ['text'] }])
    const docx = docxFile({ body: paragraph('text') })
    for (const [name, content, mediaType] of [
      ['a.txt', pdf, 'application/pdf'],
      ['a.pdf', docx, DOCX],
      ['a.docx', '<html><body>text</body></html>', 'text/html'],
      ['a.csv', 'text', 'text/plain'],
    ] as const) {
      const source = await read(name, content)
      expect(source).toMatchObject({ mediaType, text: 'text' })
      expect(codes(source)).toContain('misnamed')
    }
  })

  test('an OpenDocument text, a Rich Text file, a mail and a saved page are read by what they hold', async () => {
    const page = pagePart('<p>text</p>', 'base64', { 'Content-Location': 'https://example.org/' })
    for (const [ending, content, mediaType] of [
      ['odt', odtFile({ body: odtParagraph('text') }), 'application/vnd.oasis.opendocument.text'],
      ['rtf', rtfFile('text'), 'application/rtf'],
      ['eml', mailFile(multipart('mixed', [textPart('text')])), 'message/rfc822'],
      ['mhtml', mailFile(multipart('related', [page])), 'multipart/related'],
    ] as const) {
      for (const name of [`a.${ending}`, 'a.txt', 'a.docx']) {
        const source = await read(name, content)
        expect(source).toMatchObject({ mediaType, text: 'text' })
        expect(codes(source)).toEqual(name.endsWith(ending) ? [] : ['misnamed'])
      }
    }
  })

  test('an OpenDocument text that was packed anew is known by its name', async () => {
    const bytes = zipFile([{ name: 'content.xml', content: odtContent(odtParagraph('text')) }])
    expect(await read('a.odt', bytes)).toMatchObject({ text: 'text', notes: [] })
    await expect(read('a.docx', bytes)).rejects.toMatchObject({ code: 'unsupported-type', message: expect.stringContaining('.odt') })
  })

  test('a text that begins like the head of a mail stays text', async () => {
    const text = 'Date: Friday\nSubject: A session\nRoom: A\n\nText'
    expect(await read('a.txt', text)).toMatchObject({ mediaType: 'text/plain', text })
    expect(codes(await read('a.eml', 'A text\n\nof lines'))).toEqual(['misnamed'])
    expect(await read('a.eml', text)).toMatchObject({ mediaType: 'message/rfc822', text: 'Text' })
  })

  test('a name without an extension is no lie', async () => {
    expect(codes(await read('README', 'text'))).toEqual([])
  })
})

describe('refusals', () => {
  test.each([
    ['an empty file', 'a.txt', '', 'empty-file'],
    ['a file of blanks', 'a.txt', ' \n\u00A0\n', 'no-text'],
    ['a page without text', 'a.html', '<html><body><script>x</script></body></html>', 'no-text'],
    ['a Word document without text', 'a.docx', docxFile({ body: '' }), 'no-text'],
    ['a file that is too large', 'a.txt', new Uint8Array(64 * 1024 * 1024 + 1), 'too-large'],
    ['a text that is too long', 'a.txt', 'x'.repeat(30_000_001), 'too-large'],
    ['binary data', 'a.txt', Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31) % 256), 'unsupported-type'],
    ['control characters', 'a.txt', '\x01\x02\x03ab', 'unsupported-type'],
    ['binary data called .pdf', 'a.pdf', Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31) % 256), 'broken-pdf'],
    ['binary data called .docx', 'a.docx', Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31) % 256), 'broken-docx'],
    ['a picture', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'unsupported-type'],
    ['an old Word file', 'a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'unsupported-type'],
    ['packed data', 'a.gz', Uint8Array.of(0x1f, 0x8b, 8, 0), 'unsupported-type'],
  ])('%s', async (_, name, content, code) => {
    await expect(read(name, content)).rejects.toMatchObject({ name: 'AppError', code, message: expect.stringMatching(/\.$/) })
  })
})

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const pages = existsSync(corpus)
  ? ['dev', 'real'].flatMap(folder =>
      readdirSync(`${corpus}${folder}`)
        .filter(name => name.endsWith('.txt'))
        .map(name => `${corpus}${folder}/${name}`),
    )
  : []

/** The page's lines as far as every format can hold them: blanks as one, and Western letters only. */
function plainLines(text: string): string[] {
  return filledLines(text.replace(/[^\n\x20-\x7E\u00A1-\u00FF]+/g, ' ').replace(/ +/g, ' '))
}

// Sample pages are not part of the project, so this runs only beside them.
describe.skipIf(pages.length === 0)('sample pages', () => {
  test.each(pages.map(path => [path.slice(corpus.length), path]))('%s keeps its lines as HTML, DOCX and PDF', async (_, path) => {
    const lines = plainLines(readFileSync(path, 'utf8'))
    const html = `<html><body>${lines.map(line => `<p>${escapeXml(line)}</p>`).join('\n')}</body></html>`
    expect(filledLines((await read('a.html', html)).text)).toEqual(lines)
    expect(filledLines((await read('a.docx', docxFile({ body: lines.map(line => paragraph(line)).join('') }))).text)).toEqual(lines)
    expect(filledLines((await read('a.pdf', await pdfFile([{ lines: lines.slice(0, 40) }, { lines: lines.slice(40) }]))).text)).toEqual(
      lines,
    )
  })
})
