import type { Span } from '../../src-preload/record.ts'

/** One line as the page meant it: trimmed, with hard wrapping undone. */
export interface Line {
  readonly start: number
  readonly end: number
  /** `text.slice(start, end)`; a line break inside it is wrapping. */
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
  /** It is a part of a line that held several labels. */
  readonly isCut?: true
}

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

interface Row extends Line {
  readonly rowStart: number
}

function physicalRows(text: string): { rows: Row[]; end: number } {
  const rows: Row[] = []
  let gap = 0
  let at = 0
  while (at <= text.length && rows.length < mostLines) {
    const newline = text.indexOf('\n', at)
    const rowEnd = newline < 0 ? text.length : newline
    const [start, end] = trimSpan(text, at, rowEnd)
    if (start === end) gap++
    else {
      rows.push({ start, end, text: text.slice(start, end), gap, rowStart: at })
      gap = 0
    }
    at = rowEnd + 1
  }
  return { rows, end: Math.min(at, text.length) }
}

const firstWordLength = (line: string) => {
  const space = line.slice(0, 100).search(/\s/)
  return space < 0 ? line.length : space
}

const narrowest = 50
const widest = 110

/** The column at which the page was wrapped, or 0: then many rows end exactly where the next word no longer fits. */
function wrapWidth(rows: readonly Row[]): number {
  let width = 0
  for (const row of rows) width = Math.max(width, row.end - row.rowStart)
  if (width < narrowest || width > widest) return 0
  let full = 0
  let running = 0
  for (let i = 1; i < rows.length; i++) {
    const [before, row] = [rows[i - 1]!, rows[i]!]
    if (!isCut(before, row, width)) continue
    full++
    if (/^[\p{Ll}\d(]/u.test(row.text)) running++
  }
  return running >= 2 && running * 3 >= full ? width : 0
}

const isCut = (before: Row, row: Row, width: number) =>
  row.gap === 0 && before.end - before.rowStart + 1 + firstWordLength(row.text) > width

/** A heading is never the end of the line before it, and a line after a whole heading never its end. */
function standsAlone(text: string, first: Row, last: Row, row: Row, isHeading: (line: string) => boolean): boolean {
  if (isHeading(row.text)) return true
  return first === last && isHeading(last.text) && !isHeading(text.slice(first.start, row.end))
}

/** The page's lines in order, blank ones left out, and how far into the text they reach. */
export function readLines(text: string, isHeading: (line: string) => boolean): { lines: Line[]; end: number } {
  const { rows, end } = physicalRows(text)
  const width = wrapWidth(rows)
  if (width === 0) return { lines: rows, end }
  const lines: Line[] = []
  let first: Row | undefined
  let last: Row | undefined
  const close = () => {
    if (first && last) lines.push({ start: first.start, end: last.end, text: text.slice(first.start, last.end), gap: first.gap })
  }
  for (const row of rows) {
    const isSplit = first && last && isCut(last, row, width) && !standsAlone(text, first, last, row, isHeading)
    if (!isSplit) {
      close()
      first = row
    }
    last = row
  }
  close()
  return { lines, end }
}
