import type { ParsedFields, ParsedRecord } from '../../src-preload/record.ts'
import { blocksOf } from './blocks.ts'
import { newDraft } from './draft.ts'
import type { PageLayout } from './layouts.ts'
import { beginsWithHeading } from './headings.ts'
import type { Heading } from './headings.ts'
import { readLines } from './lines.ts'
import { readBlock } from './read-block.ts'
import { withoutRepeats } from './read-people.ts'
import { readTitle } from './read-title.ts'
import { readPage } from './reading.ts'
import { shapeOf } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { slotAt, slots } from './slots.ts'
import { unclaimed } from './spans.ts'

/** Grows whenever the same text would be read differently. */
export const parserVersion = '1'

const isOneWordHeading = (shape: Shape) =>
  /^\p{L}/u.test(shape.line.text) && shape.headings.some(heading => heading.exact && heading.valueStart >= shape.length && isLosable(heading))
const isLosable = (heading: Heading) => /^[a-z]+$/.test(heading.words) && slotAt(heading.slot).lost === 'one-word'

function layoutOf(shapes: readonly Shape[], fields: ParsedFields): PageLayout {
  return {
    year: fields.year?.value,
    type: fields.sessionType?.value,
    headingsLeft: shapes.filter(isOneWordHeading).length,
    present: new Set(shapes.flatMap(shape => shape.headings.filter(heading => heading.number === undefined).map(heading => heading.slot))),
    isBare: /^session$/i.test(shapes[0]?.line.text ?? ''),
    hasGaps: shapes.some(shape => shape.line.gap > 1),
  }
}

/** Reads a page's text into a session record. Never throws; takes time in proportion to the text. */
export function parse(text: string): ParsedRecord {
  const { lines } = readLines(text, beginsWithHeading)
  const shapes = lines.map(shapeOf)
  const draft = newDraft(text)
  const title = readTitle(text, shapes)
  Object.assign(draft.fields, title.fields)
  draft.claims.push(...title.claims)
  const layout = layoutOf(shapes, draft.fields)
  const body = shapes.slice(title.lines).filter(shape => !shape.isBanner)
  const blocks = blocksOf(readPage(body, layout)).filter(block => block.slot < slots.length)
  for (const [i, block] of blocks.entries()) readBlock(draft, block, blocks[i - 1], blocks[i + 1], layout)
  const { fields, sections, problems, claims } = draft
  return { page: 'session', fields, people: withoutRepeats(draft.people), sections, leftover: unclaimed(text, claims), problems }
}
