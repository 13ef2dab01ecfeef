import type { Span } from '../../src-preload/record.ts'
import { breaksAtComma, endsInside, goesOnItem, isBroken, runsOn } from './stray-breaks.ts'
import { bullet } from './vocabulary.ts'
import { firstWord, wrapsInto, wrapWidth } from './wrapping.ts'
import type { PageRow } from './wrapping.ts'

/** One line as the page meant it: trimmed, with hard wrapping undone. */
export interface Line {
  readonly start: number
  readonly end: number
  /** `text.slice(start, end)`, where a line break inside it, which is wrapping, is a space. */
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
  /** It is a part of a line that held several labels. */
  readonly isCut?: true
  /** The page marks it as a heading: `## Format`. */
  readonly isMarked?: true
}

export const spanOf = ({ start, end }: Line): Span => [start, end]

/** No session page comes near this; what follows is left over, and said so. */
export const mostLines = 50_000

const isSpace = (code: number) =>
  code === 32 || (code >= 9 && code <= 13) || code === 160 || (code > 5000 && /\s/.test(String.fromCharCode(code)))

/** The span without the white space at its ends. */
export function trimSpan(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return [start, end]
}

export interface HeadingTests {
  readonly begins: (row: string) => boolean
  readonly isWhole: (row: string) => boolean
  /** It ends with a person's groups, or is a theme: nothing more can follow. */
  readonly isComplete: (row: string) => boolean
  /** It begins with a person's name and more of that person. */
  readonly beginsPerson: (row: string) => boolean
  readonly isTitle: (row: string) => boolean
  /** It says nothing that a page's body begins with. */
  readonly canEndTitle: (row: string) => boolean
}

type Row = Line & PageRow

/** Of longer rows only the ends are looked at. */
const longestCopied = 600
const wideLetter = /[^\0-\u00ff]/

/** Cuts rows out of a page. Rows of Latin letters are copied at one byte a letter, even where the page has wider ones: all that looks at them is faster by a quarter. */
function cutter(text: string): (start: number, end: number) => string {
  if (!wideLetter.test(text)) return (start, end) => text.slice(start, end)
  const bytes = Buffer.from(text, 'latin1')
  return (start, end) => {
    const row = text.slice(start, end)
    return end - start > longestCopied || wideLetter.test(row) ? row : bytes.toString('latin1', start, end)
  }
}

function physicalRows(text: string, original: string, cut: (start: number, end: number) => string): Row[] {
  const rows: Row[] = []
  let gap = 0
  let at = 0
  while (at <= text.length && rows.length < mostLines) {
    const newline = text.indexOf('\n', at)
    const rowEnd = newline < 0 ? text.length : newline
    const [start, end] = trimSpan(text, at, rowEnd)
    if (start === end) gap++
    else {
      const row = { start, end, text: cut(start, end), gap, rowStart: at, word: firstWord(original, start, end) }
      rows.push(start > at && original.slice(at, start).includes('#') ? { ...row, isMarked: true } : row)
      gap = 0
    }
    at = rowEnd + 1
  }
  return rows
}

const longestTail = 30
const endsTime = / UTC\)$/
const numbered = /^(?:\(?\d{1,2}[.)]|[A-Z][.)]{1,2})\s/
/** Printed pages say at their foot where they are from. */
const address = /^https?:\/\/\S+(?: +\d+\s?\/\s?\d+)?$/i
/** Both are items of one list, and the one before has come to its end. */
const isNextItem = (first: string, last: string, row: string) =>
  (bullet.test(row) && row[0] === first[0]) || (numbered.test(row) && numbered.test(first) && /[.?!;]$/.test(last))

/** A heading is never the end of the line before it; a line after a whole heading or a whole person is never its end. */
function standsAlone(text: string, first: Row, last: Row, row: Row, headings: HeadingTests): boolean {
  if (row.isMarked || last.isMarked) return true
  if (isNextItem(first.text, last.text, row.text) || (endsTime.test(last.text) && !/^[-\u2013]/.test(row.text))) return true
  if (headings.begins(row.text) || (headings.isComplete(last.text) && !row.text.startsWith('('))) return true
  if (address.test(last.text) || address.test(row.text)) return true
  if (headings.beginsPerson(row.text) && headings.beginsPerson(first.text) && !endsInside(last.text)) return true
  return (
    first === last && headings.isWhole(last.text) && (row.text.length > longestTail || !headings.isWhole(text.slice(first.start, row.end)))
  )
}

/** Every line break was doubled on the way here: no two rows are next to each other. */
function isDoubleSpaced(rows: readonly Row[]): boolean {
  const isLikely = rows.some(row => row.gap > 2) || /^session$/i.test(rows[0]?.text ?? '')
  return isLikely && rows.length > 15 && rows.every((row, i) => i === 0 || row.gap % 2 === 1)
}

/** The page's lines in order, blank ones left out; `original` is the text with the spaces that it had. */
export function readLines(text: string, headings: HeadingTests, original = text): Line[] {
  const cut = cutter(text)
  const spaced = physicalRows(text, original, cut)
  const rows = isDoubleSpaced(spaced) ? spaced.map(row => ({ ...row, gap: Math.max(0, row.gap - 1) >> 1 })) : spaced
  const width = wrapWidth(rows)
  const lines: Line[] = []
  let first: Row | undefined
  let last: Row | undefined
  const close = () => {
    if (first && last)
      lines.push(first === last ? first : { ...first, end: last.end, text: cut(first.start, last.end).replaceAll('\n', ' ') })
  }
  for (const [i, row] of rows.entries()) {
    const isWrapped = width > 0 && first && last && wrapsInto(last, row, width) && !standsAlone(text, first, last, row, headings)
    if (!isWrapped && !(first && row.gap === 0 && isStray(rows, i, first, headings))) {
      close()
      first = row
    }
    last = row
  }
  close()
  return lines
}

/** A page that was not wrapped as a whole can be broken in single places. */
function isStray(rows: readonly Row[], at: number, first: Row, headings: HeadingTests): boolean {
  const [above, last, row] = [rows[at - 2], rows[at - 1]!, rows[at]!]
  if (row.isMarked || last.isMarked) return false
  if (isBroken(first.text, last.text, row.text)) return true
  const isList = goesOnItem(rows, at, first.text, headings.isComplete)
  const isComma = breaksAtComma(row.gap === 0 && last.gap === 0 ? above?.text : undefined, last.text, row.text)
  const isTitle = at < furthestTitle && first === last && headings.isTitle(last.text) && endsTitle(last, row, rows[at + 1], headings)
  return (isList || isComma || isTitle) && !standsAlone('', first, last, row, { ...headings, isWhole: () => false })
}
const furthestTitle = 60

const longestEnd = 90
const longTitle = 55
const shortEnd = 40
/** What stands right below the title, and before a gap or the first heading, is its end, if it can be nothing else. */
function endsTitle(title: Row, row: Row, next: Row | undefined, headings: HeadingTests): boolean {
  if (
    /^\p{Ll}|\d$/u.test(title.text) ||
    row.text.length > longestEnd ||
    !(next === undefined || next.gap > 0 || headings.isWhole(next.text))
  )
    return false
  if (runsOn(title.text, row.text)) return true
  if (row.text.length > shortEnd || !headings.canEndTitle(row.text)) return false
  return title.text.length >= longTitle || (title.text.endsWith('?') && !headings.isComplete(row.text))
}
