import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../app-error.ts'
import { readDocx } from './docx.ts'
import { docxFile, numbered, paragraph } from './testing/docx-file.ts'
import { mutationsOf } from './testing/mutations.ts'
import { zipFile } from './testing/zip-file.ts'

async function textOf(body: string): Promise<string> {
  return (await readDocx(docxFile({ body }))).text
}

const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
const nested = (levels: number): string =>
  '<w:sdt><w:sdtContent>'.repeat(levels) + paragraph('x') + '</w:sdtContent></w:sdt>'.repeat(levels)

test('headings, paragraphs, numbered items and table rows keep their lines', async () => {
  const table = `<w:tbl><w:tr>${cell('Room')}${cell('Ballroom A')}</w:tr><w:tr>${cell('Format')}${cell('Panel')}</w:tr></w:tbl>`
  const body = paragraph('Title', '<w:pStyle w:val="Heading1"/>') + paragraph('R&D <now>') + numbered('first') + numbered('second') + table
  expect(await textOf(body)).toBe('Title\n\nR&D <now>\n\n1. first\n2. second\n\nRoom: Ballroom A\nFormat: Panel')
})

test('line breaks and tabs inside a paragraph are kept', async () => {
  expect(await textOf('<w:p><w:r><w:t>Room:</w:t><w:tab/><w:t>A</w:t><w:br/><w:t>next</w:t></w:r></w:p>')).toBe('Room:\tA\nnext')
})

test('footnotes and comments are kept, without the links back', async () => {
  const body = '<w:p><w:r><w:t>said</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
  const footnotes = `<w:footnote w:id="2">${paragraph('a footnote')}</w:footnote>`
  const comments = `<w:comment w:id="0" w:initials="AB">${paragraph('a comment')}</w:comment>`
  const { text } = await readDocx(docxFile({ body, footnotes, comments }))
  expect(text).toBe('said[1][AB1]\n\n1. a footnote\n\nComment [AB1]\n\na comment')
})

test('inserted text is read and deleted text is not', async () => {
  const inserted = '<w:ins><w:r><w:t>new</w:t></w:r></w:ins>'
  const deleted = '<w:del><w:r><w:delText>old</w:delText></w:r></w:del>'
  expect(await textOf(`<w:p>${deleted}${inserted}</w:p>`)).toBe('new')
})

test('what stands above and below the pages is left out and said', async () => {
  const header = `<w:hdr><w:p><w:r><w:t xml:space="preserve">Draft of </w:t></w:r><w:r><w:t>May</w:t></w:r></w:p></w:hdr>`
  const { text, notes } = await readDocx(docxFile({ body: paragraph('text'), more: [{ name: 'word/header1.xml', content: header }] }))
  expect(text).toBe('text')
  expect(notes).toEqual([{ code: 'margins-left-out', message: expect.stringContaining('Draft of May'), spans: [] }])
})

test('a style map inside the document cannot hide its text', async () => {
  const { text } = await readDocx(docxFile({ body: paragraph('shown'), more: [{ name: 'mammoth/style-map', content: 'p => !' }] }))
  expect(text).toBe('shown')
})

test.each([
  ['a large entry that packs too well', docxFile({ body: '', more: [{ name: 'word/media/a.png', content: new Uint8Array(40_000_000) }] })],
  [
    'an entry that holds more than it declares',
    docxFile({ body: '', more: [{ name: 'word/more.xml', content: new Uint8Array(1_000_000), declaredSize: 10 }] }),
  ],
  ['more entries than a document has', zipFile(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.txt`, content: '' })))],
])('%s is a zip bomb', async (_, bytes) => {
  await expect(readDocx(bytes)).rejects.toMatchObject({ name: 'AppError', code: 'zip-bomb' })
})

test('more text than can be read is refused before it is unpacked', async () => {
  const content = randomBytes(25_200_000)
  await expect(readDocx(docxFile({ body: '', more: [{ name: 'word/more.xml', content }] }))).rejects.toMatchObject({ code: 'too-large' })
})

test.each([
  ['xl/workbook.xml', 'Excel'],
  ['ppt/presentation.xml', 'PowerPoint'],
  ['content.xml', 'OpenDocument'],
  ['META-INF/container.xml', 'EPUB'],
  ['notes.txt', 'ZIP archive'],
])('an archive with %s is refused as what it is', async (name, kind) => {
  await expect(readDocx(zipFile([{ name, content: 'x' }]))).rejects.toMatchObject({
    code: 'unsupported-type',
    message: expect.stringContaining(kind),
  })
})

test('a truncated document, bad XML and a missing part are said to be damage', async () => {
  const whole = docxFile({ body: paragraph('x') })
  const missing = zipFile([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/other.xml', content: '<x/>' },
  ])
  for (const bytes of [whole.subarray(0, whole.length - 30), docxFile({ body: '<w:p><w:r>' }), missing, Buffer.from('PK\x03\x04')]) {
    await expect(readDocx(bytes)).rejects.toMatchObject({ name: 'AppError', code: 'broken-docx' })
  }
})

test('an entry that leads out of the archive is refused', async () => {
  await expect(readDocx(docxFile({ body: '', more: [{ name: '../../x.xml', content: 'x' }] }))).rejects.toMatchObject({
    code: 'unsafe-name',
  })
})

test('nesting that no document has is refused', async () => {
  await expect(readDocx(docxFile({ body: nested(20_000) }))).rejects.toMatchObject({ code: 'too-deep' })
})

test('a damaged document is read or refused, and nothing else happens', async () => {
  const valid = docxFile({
    body: paragraph('Title', '<w:pStyle w:val="Heading1"/>') + numbered('first') + `<w:tbl><w:tr>${cell('a')}</w:tr></w:tbl>`,
  })
  await fc.assert(
    fc.asyncProperty(mutationsOf(valid), async bytes => {
      const outcome = await readDocx(bytes).catch((error: unknown) => error)
      expect(outcome instanceof AppError || (outcome !== null && typeof outcome === 'object' && 'text' in outcome)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
