import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../app-error.ts'
import { readOdt } from './odt.ts'
import { docxFile, paragraph } from './testing/docx-file.ts'
import { mutationsOf } from './testing/mutations.ts'
import { odtContent, odtFile, odtHeading, odtList, odtParagraph, odtTable } from './testing/odt-file.ts'
import { zipFile } from './testing/zip-file.ts'

async function textOf(body: string): Promise<string> {
  return (await readOdt(odtFile({ body }))).text
}

test('headings, paragraphs, lists and table rows keep their lines', async () => {
  const lists = odtList('Numbers', [odtParagraph('first'), odtParagraph('second')]) + odtList('Bullets', [odtParagraph('a point')])
  const table = odtTable([
    ['Room', 'Ballroom A'],
    ['Format', 'Panel'],
  ])
  expect(await textOf(odtHeading('Title') + odtParagraph('R&D <now>') + lists + table)).toBe(
    'Title\n\nR&D <now>\n\n1. first\n2. second\n\na point\n\nRoom: Ballroom A\nFormat: Panel',
  )
})

test('nested and continued lists are numbered as shown', async () => {
  const inner = odtList('Numbers', [odtParagraph('inner')])
  const outer = odtList('Numbers', [odtParagraph('one') + inner, odtParagraph('two')])
  const more = odtList('Numbers', [odtParagraph('three')], ' text:continue-numbering="true"')
  expect(await textOf(outer + odtParagraph('between') + more)).toBe('1. one\na. inner\n2. two\n\nbetween\n\n3. three')
})

test('blanks, tabs and line breaks are kept, and spans run on in their line', async () => {
  const body =
    '<text:p>Room:<text:tab/>A<text:s text:c="3"/>B<text:line-break/>ne<text:span>xt</text:span>\n line <![CDATA[<1>]]> &#x1F512;</text:p>'
  expect(await textOf(body)).toBe('Room:\tA B\nnext line <1> 🔒')
})

test('notes and comments come at the end', async () => {
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a footnote</text:p><text:p>of two lines</text:p></text:note-body></text:note>'
  const comment = '<office:annotation><dc:creator>Ana</dc:creator><text:p>a comment</text:p></office:annotation>'
  expect(await textOf(`<text:p>said${note} and${comment} done</text:p>`)).toBe(
    'said[1] and[C1] done\n\n[1] a footnote\nof two lines\n[C1] a comment',
  )
})

test('deleted words and names of pictures are not text, and a text box is', async () => {
  const deleted = '<text:tracked-changes><text:changed-region><text:p>old</text:p></text:changed-region></text:tracked-changes>'
  const box = '<draw:frame><svg:title>name</svg:title><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>'
  expect(await textOf(`${deleted}<text:p>new</text:p>${box}`)).toBe('new\n\nboxed')
})

test('what stands above and below the pages is left out and said', async () => {
  const { text, notes } = await readOdt(odtFile({ body: odtParagraph('text'), header: odtParagraph('Draft of May') }))
  expect(text).toBe('text')
  expect(notes).toEqual([{ code: 'margins-left-out', message: expect.stringContaining('Draft of May'), spans: [] }])
})

test('a document with a password is refused as that', async () => {
  const bytes = odtFile({ body: '', manifest: '<manifest:encryption-data/>' })
  await expect(readOdt(bytes)).rejects.toMatchObject({ name: 'AppError', code: 'encrypted-odt' })
})

test('a document that defines entities is refused before any is used', async () => {
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')
  const content = odtContent(odtParagraph('&a9;')).replace('?>', `?><!DOCTYPE x [<!ENTITY a0 "ha">${laughs}]>`)
  const bytes = zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content },
  ])
  await expect(readOdt(bytes)).rejects.toMatchObject({ code: 'document-type' })
})

test('damage is said to be that', async () => {
  const whole = odtFile({ body: odtParagraph('x') })
  for (const bytes of [
    whole.subarray(0, whole.length - 30),
    odtFile({ body: '<text:p>' }),
    odtFile({ body: '</text:p>' }),
    Buffer.from('PK\x03\x04'),
  ]) {
    await expect(readOdt(bytes)).rejects.toMatchObject({ name: 'AppError', code: 'broken-odt' })
  }
})

test.each([
  ['a Word document', docxFile({ body: paragraph('x') }), 'Word'],
  [
    'an OpenDocument sheet',
    zipFile([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', content: '<x/>' },
    ]),
    'OpenDocument',
  ],
])('%s is refused as what it is', async (_, bytes, kind) => {
  await expect(readOdt(bytes)).rejects.toMatchObject({ code: 'unsupported-type', message: expect.stringContaining(kind) })
})

test('a damaged document is read or refused, and nothing else happens', async () => {
  const valid = odtFile({
    body: odtHeading('Title') + odtList('Numbers', [odtParagraph('first')]) + odtTable([['a', 'b']]) + odtParagraph('end'),
  })
  await fc.assert(
    fc.asyncProperty(mutationsOf(valid), async bytes => {
      const outcome = await readOdt(bytes).catch((error: unknown) => error)
      expect(outcome instanceof AppError || (outcome !== null && typeof outcome === 'object' && 'text' in outcome)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('damaged XML in a sound archive is read or refused, and nothing else happens', async () => {
  const content = Buffer.from(odtContent(odtHeading('Title') + odtList('Numbers', [odtParagraph('first & <b>')]) + odtTable([['a', 'b']])))
  await fc.assert(
    fc.asyncProperty(mutationsOf(content), async changed => {
      const bytes = zipFile([{ name: 'content.xml', content: changed }])
      const outcome = await readOdt(bytes).catch((error: unknown) => error)
      expect(outcome instanceof AppError || (outcome !== null && typeof outcome === 'object' && 'text' in outcome)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
