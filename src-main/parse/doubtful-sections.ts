import type { Span } from '../../src-preload/record.ts'
import { blockName, bodyLines, valueSpan } from './blocks.ts'
import type { Block } from './blocks.ts'
import { problem } from './draft.ts'
import type { Draft } from './draft.ts'
import type { PageLayout } from './layouts.ts'
import { choicesFor } from './read-block.ts'
import type { OtherReading } from './reading.ts'
import { sectionChoices } from './section-choices.ts'

/** Sections that nearly as well are others are not set; each row of them is one problem with the ways to take it. */
export function offerSections(draft: Draft, blocks: readonly Block[], others: () => readonly OtherReading[], layout: PageLayout): void {
  for (const row of rowsOf(new Set(draft.doubtful), blocks)) {
    const lines = row.flatMap(bodyLines)
    const choices = lines.length === 1 ? choicesFor(draft.text, lines, layout) : sectionChoices(draft.text, row, others())
    const names = row.map(blockName)
    const message = `What belongs to ${names.join(' and what to ')} is not clear; it was left for you to say`
    problem(
      draft,
      'ambiguous-text',
      message,
      row.map(block => spanOf(draft.text, block)),
      choices,
    )
  }
}

/** Doubtful blocks that follow one another in the page. */
function rowsOf(doubtful: ReadonlySet<Block>, blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = []
  for (const [i, block] of blocks.entries()) {
    if (!doubtful.has(block)) continue
    if (i > 0 && doubtful.has(blocks[i - 1]!)) rows.at(-1)!.push(block)
    else rows.push([block])
  }
  return rows
}

const spanOf = (text: string, block: Block): Span => {
  const lines = bodyLines(block)
  return [valueSpan(text, lines[0]!)[0], lines.findLast(line => line.how !== 'stray')!.shape.line.end]
}
