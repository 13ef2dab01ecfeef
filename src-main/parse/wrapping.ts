import { runsOn } from './stray-breaks.ts'

/** A row of a page as it came, with all that tells where it was cut. */
export interface PageRow {
  readonly text: string
  readonly rowStart: number
  readonly end: number
  /** Blank lines before it. */
  readonly gap: number
  /** How long its first word is. */
  readonly word: number
}

const narrowest = 40
/** Few rows of a page are so short by chance that they seem to be cut at so narrow a column. */
const narrow = 50
const fewestNarrow = 8
const widest = 110

/** A few lines can be longer than the column at which the rest was wrapped: they were added later. */
const strays = 4

/** A space that does not break makes one word of two; one longer than any column is as good as that long. */
export function firstWord(original: string, start: number, end: number): number {
  const furthest = Math.min(end, start + widest)
  let at = start
  while (at < furthest && original.charCodeAt(at) !== 32 && original.charCodeAt(at) !== 9) at++
  return at - start
}

const lengthOf = ({ rowStart, end }: PageRow) => end - rowStart

/** The lengths of the longest rows, longest first, each once. */
function longestRows(rows: readonly PageRow[]): number[] {
  const top: number[] = []
  for (const row of rows) {
    const length = lengthOf(row)
    if (length > widest || top.includes(length) || (top.length > strays && length < top.at(-1)!)) continue
    top.push(length)
    top.sort((a, b) => b - a)
    top.length = Math.min(top.length, strays + 1)
  }
  return top
}

/** The column at which the page was wrapped, or 0: then many rows end exactly where the next word no longer fits. */
export function wrapWidth(rows: readonly PageRow[]): number {
  if (rows.filter(row => lengthOf(row) > widest).length > strays) return 0
  let best = { width: 0, running: 1 }
  for (const width of longestRows(rows)) {
    const running = width >= narrowest ? rowsWrapped(rows, width) : 0
    if (width < narrow && running < fewestNarrow) continue
    if (running > best.running) best = { width, running }
  }
  return best.width
}

/** How many rows go on a sentence that the row before had no more room for; 0 where the column does not hold. */
function rowsWrapped(rows: readonly PageRow[], width: number): number {
  let full = 0
  let running = 0
  let longer = 0
  for (let i = 1; i < rows.length; i++) {
    const [before, row] = [rows[i - 1]!, rows[i]!]
    if (lengthOf(before) > width) longer++
    else if (wrapsInto(before, row, width)) {
      full++
      if (runsOn(before.text, row.text)) running++
    }
  }
  return longer <= Math.min(strays, running) && running * 3 >= full ? running : 0
}

/** Indentation that was taken out after the wrapping leaves rows this much short of the column. */
const slack = 5

export function wrapsInto(before: PageRow, row: PageRow, width: number): boolean {
  if (row.gap > 0) return false
  const needed = lengthOf(before) + 1 + row.word
  return needed > width || (needed > width - slack && runsOn(before.text, row.text))
}
