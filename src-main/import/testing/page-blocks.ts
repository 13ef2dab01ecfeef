import { isWholeHeading } from '../../parse/headings.ts'

/** A line of a page by what it is; `gap` counts the blank lines before it. */
export interface PageBlock {
  kind: 'title' | 'label' | 'pair' | 'number' | 'bullet' | 'text'
  /** Of a pair, its value; of an item, without its marker. */
  text: string
  label: string
  gap: number
  /** Of an item of a numbered list. */
  number: number
}

const PAIR = /^((?:Organizer|Speaker|Proposer's Name|Co-Proposer's Name|Targets|Session Format|Duration \(minutes\))(?: \d+)?): (\S.*)$/

/** The lines of a page's text as an author or a content system would hold them. */
export function pageBlocks(text: string): PageBlock[] {
  const blocks: PageBlock[] = []
  let gap = 0
  for (const line of text.split('\n').map(row => row.trim())) {
    if (line === '') gap += 1
    else {
      blocks.push({ ...blockOf(line, blocks), gap })
      gap = 0
    }
  }
  return blocks
}

function blockOf(line: string, before: PageBlock[]): Omit<PageBlock, 'gap'> {
  const plain = { kind: 'text' as const, text: line, label: '', number: 0 }
  const [, label, value] = PAIR.exec(line) ?? []
  if (before.length === 0 && line.startsWith('IGF ')) return { ...plain, kind: 'title' }
  if (label !== undefined && value !== undefined) return { ...plain, kind: 'pair', text: value, label }
  if (isWholeHeading(line)) return { ...plain, kind: 'label' }
  const [, number, item] = /^(\d{1,2})\. (\S.*)$/.exec(line) ?? []
  if (item !== undefined && Number(number) === itemNumber(before)) return { ...plain, kind: 'number', text: item, number: Number(number) }
  return line.startsWith('- ') ? { ...plain, kind: 'bullet', text: line.slice(2) } : plain
}

/** The block as one line of plain text. */
export function lineOf({ kind, label, text, number }: PageBlock): string {
  if (kind === 'bullet') return `- ${text}`
  return kind === 'number' ? `${number}. ${text}` : label === '' ? text : `${label}: ${text}`
}

/** The number that the next item of a numbered list has: lists that do not begin at 1 are written out. */
function itemNumber(before: PageBlock[]): number {
  const last = before.findLastIndex(block => block.kind !== 'number')
  return before.length - last
}

export interface BlockGroup {
  kind: PageBlock['kind']
  blocks: PageBlock[]
}

/** Blocks of a kind that stand together: the items of a list, the rows of a table. */
export function groupBlocks(blocks: readonly PageBlock[]): BlockGroup[] {
  const groups: BlockGroup[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last?.kind === block.kind && block.kind !== 'label') last.blocks.push(block)
    else groups.push({ kind: block.kind, blocks: [block] })
  }
  return groups
}
