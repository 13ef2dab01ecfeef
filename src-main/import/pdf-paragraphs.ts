import type { PrintedLine } from './pdf-lines.ts'

export interface PrintedPage {
  lines: PrintedLine[]
  width: number
}

// In units of the letter size, but for the shares.
const BLANK_LINE = 1.35
const SAME_BLOCK = 4
const NEAR_MARGIN = 4
const CLOSE_LINES = 0.25
const FULL_LINES = 0.1
const FULL_LINES_AT_LEAST = 5
const REACHES_OVER = 0.6
// Letters are wider and narrower than the usual one; a small letter rarely begins anything.
const WIDE_WORD = 1.4

export interface PageText {
  text: string
  /** The next page begins in the middle of its last paragraph. */
  goesOn: boolean
}

/** Blank lines where the page leaves room, and lines that were only wrapped at the margin made whole. */
export function pageTexts(pages: PrintedPage[]): PageText[] {
  const margin = rightMargin(pages)
  return pages.map(({ lines }, index) => ({
    text: pageText(lines, margin),
    goesOn: margin !== null && isCut(lines.at(-1), pages[index + 1]?.lines[0], margin),
  }))
}

function isCut(last: PrintedLine | undefined, first: PrintedLine | undefined, margin: number): boolean {
  return last !== undefined && first !== undefined && first.angle === last.angle && isWrapped(last, first, margin)
}

function pageText(lines: PrintedLine[], margin: number | null): string {
  const pitch = usualPitch(lines)
  let text = ''
  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    text += (previous ? between(previous, line, pitch, margin) : '') + line.text
  })
  return text
}

function between(previous: PrintedLine, line: PrintedLine, pitch: number, margin: number | null): string {
  const step = line.down - previous.down
  if (step > BLANK_LINE * pitch * letterSize(previous, line) || step < 0 || line.angle !== previous.angle) return '\n\n'
  if (margin === null || !isWrapped(previous, line, margin)) return '\n'
  return /[-\u00AD\u2010]$/.test(previous.text) ? '' : ' '
}

/** The distance between the lines of a paragraph, in letter sizes: most lines of a form stand alone, with room around them. */
function usualPitch(lines: PrintedLine[]): number {
  const pitches = lines
    .slice(1)
    .map((line, index) => (line.down - lines[index]!.down) / letterSize(lines[index]!, line))
    .filter(pitch => pitch > 0 && pitch < 3)
    .toSorted((a, b) => a - b)
  return pitches[Math.floor(pitches.length * CLOSE_LINES)] ?? Number.POSITIVE_INFINITY
}

/** A heading takes no room from the text below it. */
function letterSize(line: PrintedLine, next: PrintedLine): number {
  return Math.min(line.size, next.size)
}

/** Where the text turns, if enough lines end there to say that it does. */
function rightMargin(pages: PrintedPage[]): number | null {
  const lines = pages.flatMap(page => page.lines)
  const rights = lines.map(line => line.right).toSorted((a, b) => b - a)
  // Page numbers and a few overlong lines stick out.
  const margin = rights[2 + Math.floor(rights.length * 0.02)]
  if (margin === undefined || margin < REACHES_OVER * Math.max(...pages.map(page => page.width))) return null
  const full = lines.filter(line => line.right > margin - NEAR_MARGIN * line.size).length
  return full >= Math.max(FULL_LINES_AT_LEAST, FULL_LINES * lines.length) ? margin : null
}

/** The next line's first word did not fit here any more, so the break is the page's and not the author's. */
function isWrapped(line: PrintedLine, next: PrintedLine, margin: number): boolean {
  if (Math.abs(next.size - line.size) > 0.1 * line.size || Math.abs(next.left - line.left) > SAME_BLOCK * line.size) return false
  if (line.lastFont !== next.firstFont || line.text.includes('\t') || startsAnew(line.text, next.text)) return false
  const letter = (next.right - next.left) / next.text.length
  const word = (/^\S+/.exec(next.text)?.[0].length ?? 0) + 1
  return line.right + word * letter * (/^\p{Ll}/u.test(next.text) ? WIDE_WORD : 1) > margin
}

/** A list item, a label with its colon, or a capital after a full stop or bracket: kept apart even where the page may only have wrapped. */
function startsAnew(text: string, next: string): boolean {
  if (/^(?:[-–•·●▪◦*]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s/i.test(next) || /^\p{Lu}[^.:]{0,40}:(?:\s|$)/u.test(next)) return true
  return /[.!?:;)]["”’]?$/.test(text) && /^["“‘(]?[\p{Lu}\d]/u.test(next)
}
