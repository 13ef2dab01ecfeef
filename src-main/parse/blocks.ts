import type { Span } from '../../src-preload/record.ts'
import { trimSpan } from './lines.ts'
import { close } from './reading.ts'
import { slotAt } from './slots.ts'
import type { ReadLine, TakenLine } from './read-line.ts'

/** Lines in a row that belong to one place. */
export interface Block {
  readonly slot: number
  readonly lines: readonly ReadLine[]
  /** The heading that opened it, without number and colon; `null` where there is none. */
  readonly heading: string | null
  /** The least of its lines' margins, of the line that follows it, and of the one before where that could be its first. */
  readonly margin: number
}

/** The text of a line without its heading, as a span of the page. */
export function valueSpan(text: string, line: TakenLine): Span {
  const { start, end } = line.shape.line
  return line.heading ? trimSpan(text, start + line.heading.valueStart, end) : [start, end]
}

/** The page's words in a span of one of its lines. */
export const wordsIn = ({ shape: { line } }: ReadLine, [start, end]: Span): string => line.text.slice(start - line.start, end - line.start)

export const bodyLines = ({ lines }: Block): readonly ReadLine[] => lines.filter(line => line.how !== 'heading')

/** The heading that such a block has in most pages. */
export const usualHeading = ({ slot }: Block): string => slotAt(slot).headings[0]!
export const blockName = (block: Block): string => (block.heading === null ? `the ${usualHeading(block)}` : `'${block.heading}'`)

/** How the reason ends of what is read by its place. */
export const noHeading = 'it has no heading'
/** What the heading of a block says of how its words are read. */
export function headingReason({ heading, lines: [first] }: Block): string | undefined {
  const known = first!.heading
  if (heading === null || !known) return undefined
  return known.exact ? `under '${heading}'` : `heading '${heading}' read as '${known.words}'`
}

/** How a reason ends where some of the lines could as well stand in other places. */
export function otherwise(lines: readonly ReadLine[], words = 'it could also be'): string {
  const names = new Set(lines.flatMap(({ rivals }) => rivals.map(({ slot }) => slotAt(slot).headings[0]!)))
  return names.size === 0 ? '' : `; ${words} the ${[...names].slice(0, mostNames).join(' or the ')}`
}
const mostNames = 3

function headingText(line: ReadLine): string | null {
  if (!line.heading) return null
  const label = line.shape.line.text.slice(0, line.heading.labelEnd).replace(/\s+/g, ' ')
  return label.replace(/\s*[:\uff1a]\s*$/, '').trim()
}

export function blocksOf(lines: readonly ReadLine[]): Block[] {
  const blocks: Block[] = []
  let from = 0
  for (let i = 1; i <= lines.length; i++) {
    const [first, line] = [lines[from]!, lines[i]]
    if (line && line.slot === first.slot && !opensAgain(line)) continue
    const own = lines.slice(from, i)
    const margin = Math.min(
      own.reduce((least, one) => Math.min(least, one.margin), Infinity),
      endsLater(first, line),
      beginsEarlier(first, lines[from - 1]),
    )
    blocks.push({ slot: first.slot, lines: own, heading: headingText(first), margin })
    from = i
  }
  return blocks
}

/** A line that belongs to nothing does not make the text before it doubtful. */
const leastAtStray = 0.5

/** How sure it is that a line is not the block's, too: those of which it is known that they could be named other places. */
const endsLater = (first: ReadLine, after: ReadLine | undefined): number => {
  if (!after) return Infinity
  if (after.how === 'stray') return Math.max(after.margin, leastAtStray)
  return after.margin < close && !after.rivals.some(({ slot }) => slot === first.slot) ? close : after.margin
}
const beginsEarlier = (first: ReadLine, before: ReadLine | undefined): number =>
  before && !first.heading && before.rivals.some(({ slot }) => slot === first.slot) ? before.margin : Infinity

/** A second heading of the same place opens a new block, but a numbered one goes on with its list. */
const opensAgain = (line: ReadLine) => line.heading !== undefined && line.heading.number === undefined
