import { everyPart, pageParts, type PageParts } from './html-parts.ts'
import { writeText } from './html-text.ts'
import { parseBody, plainText } from './html-tree.ts'
import { pageSource } from './page-source.ts'
import type { SourceNote } from './source-text.ts'

const LINE_TAGS = new Set(['tr', 'br', 'div', 'p', 'li'])
// What a collapsed menu or a banner holds; more than that may be part of the session.
const HIDDEN_WORTH_SAYING = 500

/** The text of a saved page: its own content, block by block, without navigation. Nothing is fetched and no script is run. */
export function readHtml(markup: string, milliseconds?: number): { text: string; notes: SourceNote[] } {
  const body = parseBody(prepare(markup), milliseconds)
  const shown = plainText(body, LINE_TAGS)
  const source = pageSource(shown, false)
  if (source === null) return readParts(pageParts(body))
  const page = readParts(pageParts(parseBody(prepare(source))))
  return { ...page, notes: [noteSource(), ...page.notes] }
}

/** The text of markup that a converter made: there is no navigation in it, and tabs are the author's. */
export function readConverted(markup: string): string {
  const { root, left } = everyPart(parseBody(markup))
  return withoutBlankSpaces(writeText(root, left, /[ \n\f\r]+/g))
}

export function noteSource(): SourceNote {
  return { code: 'page-source', message: 'The file shows the source of a web page; the text of that page was read.', spans: [] }
}

function readParts({ pieces, hiddenLength }: PageParts): { text: string; notes: SourceNote[] } {
  const texts = pieces.map(({ root, left }) => withoutBlankSpaces(writeText(root, left)))
  const notes = hiddenLength >= HIDDEN_WORTH_SAYING ? [noteHidden(hiddenLength)] : []
  return { text: texts.filter(text => text !== '').join('\n\n'), notes }
}

function noteHidden(length: number): SourceNote {
  return {
    code: 'hidden-text',
    message: `The page holds ${length} characters that a browser does not show; they were left out.`,
    spans: [],
  }
}

/** A mark would end the head before it begins; NUL characters would vanish in parsing; an XHTML element that closes itself would swallow what follows. */
function prepare(markup: string): string {
  const text = markup.replace(/^\uFEFF/, '').replaceAll('\0', '\uFFFD')
  if (!/^\s*<\?xml/.test(text)) return text
  return text.replace(/<(script|style|title|textarea|iframe|noscript|div|span|a|p|td)\b([^<>]*)\/>/gi, '<$1$2></$1>')
}

/** Lines of nothing but no-break spaces, which editors leave as empty paragraphs. */
function withoutBlankSpaces(text: string): string {
  return text.replace(/^[ \t\u00A0]+$/gm, '').replace(/\r\n?/g, '\n')
}
