import { BLOCKS, FIELD_LABEL, INLINE_FIELD, PLACED_FIELD, PREFORMATTED } from './html-rules.ts'
import { attribute, classNames, isElement, isText, walkTree, type HtmlElement } from './html-tree.ts'
import { listMarkers, type ListMarkers } from './list-markers.ts'
import { tableLines } from './table-lines.ts'
import { textWriter, type TextWriter } from './text-writer.ts'

// A cell is written apart and copied into its row: nested deeper than this, cells are plain blocks.
const NESTED_CELLS = 8
// Labels are short; a longer way down is no label.
const LABEL_LEVELS = 5
const BLANKS = /[ \t\n\f\r]+/g

/** The text under an element, block by block; elements in `left` are left out, and `blanks` are what collapses to one space. */
export function writeText(root: HtmlElement, left: ReadonlySet<HtmlElement>, blanks: RegExp = BLANKS): string {
  const writers: TextWriter[] = [textWriter(blanks)]
  const tables: string[][][] = []
  const rows: string[][] = []
  const apart = new Set<HtmlElement>()
  const lists = listMarkers()
  let labelled: HtmlElement['parentNode'] = null
  let preformatted = 0
  const writer = (): TextWriter => writers.at(-1)!

  function writeApart(element: HtmlElement): void {
    apart.add(element)
    writers.push(textWriter(blanks))
  }

  function enter(element: HtmlElement): boolean {
    if (left.has(element)) return false
    const tag = element.tagName
    if (isCell(tag) && rows.length <= NESTED_CELLS) writeApart(element)
    else if (isInlineLabel(element)) {
      writer().breakLine(1)
      writeApart(element)
    } else startBlock(writer(), element, lists)
    if (tag === 'table') tables.push([])
    if (tag === 'tr') rows.push([])
    if (PREFORMATTED.has(tag)) preformatted += 1
    return true
  }

  function leave(element: HtmlElement): void {
    const tag = element.tagName
    if (PREFORMATTED.has(tag)) preformatted -= 1
    if (apart.delete(element)) {
      const part = writers.pop()!.toString()
      if (isCell(tag)) rows.at(-1)?.push(part)
      else if (writeInlineLabel(writer(), part)) labelled = element.parentNode
      return
    }
    if (labelled === element) writer().endJoin()
    if (tag === 'tr') tables.at(-1)?.push(rows.pop() ?? [])
    if (tag === 'table') writeTable(writer(), tables.pop() ?? [])
    endBlock(writer(), element, lists)
  }

  function text(value: string): void {
    if (preformatted > 0) writer().preformatted(value.replace(/\r\n?/g, '\n'))
    else writer().text(value)
  }

  walkTree(root, { enter, leave, text })
  return writer().toString()
}

function startBlock(writer: TextWriter, element: HtmlElement, lists: ListMarkers): void {
  const tag = element.tagName
  if (tag === 'br') writer.addLineEnd()
  else if (tag === 'img') writer.text(pictograph(element))
  else breakAround(writer, element, lists)
  lists.enter(element)
  if (tag === 'li') writer.mark(lists.next(element))
}

function endBlock(writer: TextWriter, element: HtmlElement, lists: ListMarkers): void {
  if (element.tagName === 'li') writer.mark('')
  lists.leave(element)
  breakAround(writer, element, lists)
}

function breakAround(writer: TextWriter, element: HtmlElement, lists: ListMarkers): void {
  const lineEnds = BLOCKS.get(element.tagName)
  if (lineEnds === undefined) return
  writer.breakLine(lists.isNested(element) ? 1 : lineEnds)
}

function isCell(tag: string): boolean {
  return tag === 'td' || tag === 'th'
}

/** A field's label that stands on the line of its value: by class, or by its colon where no class says its place. */
function isInlineLabel(element: HtmlElement): boolean {
  if (!classNames(element).some(name => FIELD_LABEL.test(name))) return false
  const field = element.parentNode
  const around = field && 'tagName' in field ? classNames(field) : []
  if (around.some(name => INLINE_FIELD.test(name))) return true
  return !around.some(name => PLACED_FIELD.test(name)) && /:\s*$/.test(lastText(element))
}

function lastText(element: HtmlElement): string {
  let at = element
  for (let level = 0; level < LABEL_LEVELS; level += 1) {
    const last = at.childNodes.findLast(child => isElement(child) || (isText(child) && child.value.trim() !== ''))
    if (last === undefined) return ''
    if (!isElement(last)) return isText(last) ? last.value : ''
    at = last
  }
  return ''
}

/** Whether there was a label to write; its value then follows on the same line. */
function writeInlineLabel(writer: TextWriter, text: string): boolean {
  const label = text.trim()
  if (label === '') return false
  writer.preformatted(/[:?]$/.test(label) ? label : `${label}:`)
  writer.join()
  return true
}

function writeTable(writer: TextWriter, rows: string[][]): void {
  for (const line of tableLines(rows)) {
    writer.breakLine(1)
    writer.preformatted(line)
  }
}

/** A picture that stands for a character, such as a lock before an organisation. */
function pictograph(image: HtmlElement): string {
  const alternative = attribute(image, 'alt') ?? ''
  return /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+$/u.test(alternative) ? alternative : ''
}
