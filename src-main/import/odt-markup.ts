import { odtLists, type Attribute, type ListStyles } from './odt-lists.ts'
import { readXml } from './xml.ts'

interface Tags {
  start: string
  end: string
}

const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['table:table', 'table'],
  ['table:table-row', 'tr'],
  ['table:table-cell', 'td'],
])
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['text:line-break', '<br>'],
  ['text:tab', '\t'],
  ['text:s', ' '],
])
/** What is not text of the page: deleted words, names of pictures, the recipes of indexes, forms. */
const LEFT_OUT = new Set(
  'text:tracked-changes text:note-citation text:ruby-text svg:title svg:desc dc:creator dc:date meta:creator-initials office:forms office:event-listeners draw:object draw:image table:covered-table-cell text:sequence-decls text:variable-decls text:user-field-decls text:table-of-content-source text:alphabetical-index-source text:illustration-index-source text:bibliography-source'.split(
    ' ',
  ),
)
const AROUND_TEXT = new Set(['office:document-content', 'office:body', 'office:text'])
const LETTERS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The body of an OpenDocument text as simple HTML, its notes and comments at the end. */
export function odtMarkup(xml: string, styles: ListStyles): string {
  const body: string[] = []
  const outputs = [body]
  const margins = new Map<string, string[][]>([
    ['text:note', []],
    ['office:annotation', []],
  ])
  const lists = odtLists(styles)
  const ends: string[] = []
  const write = (markup: string): void => void outputs.at(-1)!.push(markup)

  function tagsOf(name: string, attribute: Attribute): Tags {
    if (name === 'text:list') return lists.open(attribute)
    if (name === 'text:list-item') return lists.openItem(attribute)
    if (outputs.length > 1 && name === 'text:p') return { start: '', end: '<br>' }
    const tag = ELEMENTS.get(name) ?? paragraphTag(name, attribute, lists.isOpen())
    return tag === null ? { start: SIGNS.get(name) ?? '', end: '' } : { start: `<${tag}>`, end: `</${tag}>` }
  }

  function openMargin(name: string): void {
    const margin: string[] = []
    write(`<sup>${markerOf(name, margins.get(name)!.push(margin))}</sup>`)
    outputs.push(margin)
  }

  readXml(xml, {
    enter(name, attribute) {
      const isAround = AROUND_TEXT.has(name)
      if (!isAround && (ends.length < AROUND_TEXT.size || LEFT_OUT.has(name))) return false
      const { start, end } = tagsOf(name, attribute)
      write(start)
      ends.push(end)
      if (margins.has(name)) openMargin(name)
      return true
    },
    text: value => void (ends.length >= AROUND_TEXT.size && write(escapeText(value))),
    leave(name) {
      if (margins.has(name)) outputs.pop()
      if (name === 'text:list') lists.close()
      write(ends.pop() ?? '')
    },
  })
  return body.join('') + marginMarkup(margins)
}

/** A paragraph in a list is a line of it. */
function paragraphTag(name: string, attribute: Attribute, isInList: boolean): string | null {
  if (name !== 'text:p' && name !== 'text:h') return null
  if (isInList) return 'div'
  return name === 'text:p' ? 'p' : `h${Math.min(6, Math.max(1, Number(attribute('text:outline-level')) || 1))}`
}

function marginMarkup(margins: ReadonlyMap<string, string[][]>): string {
  const notes = [...margins].flatMap(([name, bodies]) =>
    bodies.map((pieces, index) => `<div>${markerOf(name, index + 1)} ${pieces.join('')}</div>`),
  )
  return notes.length > 0 ? `<section>${notes.join('')}</section>` : ''
}

function markerOf(name: string, number: number): string {
  return name === 'text:note' ? `[${number}]` : `[C${number}]`
}

/** A tab in the file itself is a blank; only the element for it is one. */
function escapeText(text: string): string {
  return text.replace(/[\t\r\n]/g, ' ').replace(/[&<>]/g, letter => LETTERS[letter]!)
}
