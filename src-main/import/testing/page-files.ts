import { bulleted, docxFile, paragraph } from './docx-file.ts'
import { mailFile, multipart, pagePart, textPart, type MailPart } from './mail-file.ts'
import { odtFile, odtHeading, odtList, odtParagraph, odtTable } from './odt-file.ts'
import { groupBlocks, lineOf, pageBlocks, type BlockGroup, type PageBlock } from './page-blocks.ts'
import { drupalPage, legacyPage, numberedSource, pastedPage, runTogetherSource, schedulePage, schedulePlain } from './page-markup.ts'
import { wrappedPdf } from './pdf-file.ts'
import { rtfFile, rtfParagraph, rtfRow } from './rtf-file.ts'

/** A way in which a page reaches the rapporteur. */
export interface PageFile {
  kind: string
  name: string
  make(text: string): Uint8Array | Promise<Uint8Array>
  /** The plain text of the same page, where the file shows more or less than that. */
  plain?(text: string): string
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const WINDOWS_LETTERS = /[^\n\x20-\x7E\u00A0-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026]/gu

export const PAGE_FILES: readonly PageFile[] = [
  { kind: 'HTML, Drupal', name: 'page.html', make: text => utf8(drupalPage(text)) },
  { kind: 'HTML, legacy site with banner', name: 'page.html', make: text => utf8(legacyPage(text)) },
  { kind: 'HTML, schedule site', name: 'page.html', make: text => utf8(schedulePage(text)), plain: schedulePlain },
  { kind: 'HTML source, numbered lines', name: 'page.txt', make: text => utf8(numberedSource(drupalPage(text))) },
  { kind: 'HTML source, numbers run together', name: 'page.txt', make: text => utf8(runTogetherSource(drupalPage(text))) },
  { kind: 'DOCX, paragraphs and lists', name: 'page.docx', make: text => docxFile({ body: docxBody(text, false) }) },
  { kind: 'DOCX, tables', name: 'page.docx', make: text => docxFile({ body: docxBody(text, true) }) },
  {
    kind: 'PDF, wrapped lines and page breaks',
    name: 'page.pdf',
    make: text => wrappedPdf(pageBlocks(latin(text))),
    plain: latin,
  },
  { kind: 'ODT, paragraphs and lists', name: 'page.odt', make: text => odtFile({ body: odtBody(text, false) }) },
  { kind: 'ODT, tables', name: 'page.odt', make: text => odtFile({ body: odtBody(text, true) }) },
  {
    kind: 'RTF, paragraphs',
    name: 'page.rtf',
    make: text =>
      rtfFile(
        text
          .split('\n')
          .map(line => rtfParagraph(line.trim()))
          .join(''),
      ),
  },
  { kind: 'RTF, tables', name: 'page.rtf', make: text => rtfFile(rtfBody(text)) },
  { kind: 'EML, page in quoted-printable', name: 'page.eml', make: text => mailFile(mail(pagePart(pastedPage(text)))) },
  { kind: 'EML, text in base64', name: 'page.eml', make: text => mailFile(textPart(text, 'base64')) },
  {
    kind: 'EML, text in flowed lines',
    name: 'page.eml',
    make: text => mailFile(textPart(flowed(text), 'quoted-printable', '; format=flowed')),
  },
  { kind: 'MHTML', name: 'page.mhtml', make: text => mailFile(savedPage(drupalPage(text))) },
]

function latin(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{M}+|\uFE0F/gu, '')
    .replace(WINDOWS_LETTERS, letter => (/\p{L}/u.test(letter) ? 'x' : ' '))
}

function mail(page: MailPart): MailPart {
  return multipart('alternative', [textPart('See the page in this mail.'), page], { Subject: 'A session' })
}

function savedPage(markup: string): MailPart {
  const address = 'https://example.org/session'
  const page = pagePart(markup, 'quoted-printable', { 'Content-Location': address })
  const style: MailPart = { headers: { 'Content-Type': 'text/css', 'Content-Location': 'cid:style' }, body: '.field {}' }
  return multipart('related; type="text/html"', [page, style], { 'Snapshot-Content-Location': address })
}

/** Breaks lines as mail programs do, with a blank before each break of theirs. */
function flowed(text: string): string {
  const lines = text.split('\n').map(line => line.trim().replace(/(.{60}\S*) (?=\S)/g, '$1 \n'))
  return lines.map(line => line.replace(/^(?= |From )/gm, ' ')).join('\n')
}

const pairRow = ({ label, text }: PageBlock): string[] => [label, text]
function docxBody(text: string, hasTables: boolean): string {
  return groupBlocks(pageBlocks(text))
    .map(group => docxGroup(group, hasTables))
    .join('')
}

function docxGroup({ kind, blocks }: BlockGroup, hasTables: boolean): string {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
  if (kind === 'pair' && hasTables)
    return `<w:tbl>${blocks.map(block => `<w:tr>${pairRow(block).map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
  if (kind === 'title' || kind === 'label') return paragraph(blocks[0]!.text, `<w:pStyle w:val="Heading${kind === 'title' ? 1 : 2}"/>`)
  // One list of a Word document goes on counting where it is used again.
  if (kind === 'bullet') return blocks.map(({ text }) => bulleted(text)).join('')
  return blocks.map(block => paragraph(lineOf(block))).join('')
}

function odtBody(text: string, hasTables: boolean): string {
  return groupBlocks(pageBlocks(text))
    .map(({ kind, blocks }) => {
      if (kind === 'pair' && hasTables) return odtTable(blocks.map(pairRow))
      if (kind === 'title' || kind === 'label') return odtHeading(blocks[0]!.text, kind === 'title' ? 1 : 2)
      if (kind === 'number')
        return odtList(
          'Numbers',
          blocks.map(({ text }) => odtParagraph(text)),
        )
      if (kind === 'bullet')
        return odtList(
          'Bullets',
          blocks.map(({ text }) => odtParagraph(text)),
        )
      return blocks.map(block => odtParagraph(lineOf(block))).join('')
    })
    .join('')
}

function rtfBody(text: string): string {
  return groupBlocks(pageBlocks(text))
    .map(({ kind, blocks }) => {
      if (kind === 'pair') return blocks.map(block => rtfRow(pairRow(block))).join('')
      return blocks.map(block => rtfMarker(block) + rtfParagraph(block.text)).join('')
    })
    .join('')
}

function rtfMarker({ kind, number }: PageBlock): string {
  if (kind === 'number') return `{\\listtext\\pard\\plain ${number}.\\tab}`
  return kind === 'bullet' ? String.raw`{\listtext\f3\'b7\tab}` : ''
}
