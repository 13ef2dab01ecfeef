import type { Span } from '../../src-preload/record.ts'
import { bodyLines, otherwise, valueSpan } from './blocks.ts'
import type { Block } from './blocks.ts'
import { problem } from './draft.ts'
import type { Draft } from './draft.ts'
import type { PageLayout } from './layouts.ts'
import { readFinalSpeakers } from './read-final-speakers.ts'
import type { ReadLine } from './read-line.ts'
import { choicesAfterDiversity, choicesAfterForm, paragraphsOf } from './section-choices.ts'
import { slotAt, slotOf } from './slots.ts'
import type { Slot } from './slot.ts'
import { confidenceFrom, isClose, without } from './spans.ts'

/** In pages of 2018 what follows the paragraph on diversity is about other things and has no heading in any copy. */
const endsAtOnce = (slot: Slot, layout: PageLayout) => slot.key === 'diversity' && layout.year === 2018

/** The name of the form to report in, and no report. */
const isTemplate = ({ shape }: ReadLine) => shape.headings.some(heading => heading.slot === slotOf.reportTemplate)

/** What follows the form of a page without headings could be any part of its report. */
const isReportByPlace = ({ heading }: Block, slot: Slot, { form }: PageLayout) =>
  form !== undefined && slot.name === 'sessionReport' && heading === null

/** Reads a block of text into the record as a section, or says why it is none. */
export function readSection(draft: Draft, block: Block, reason: string, layout: PageLayout): void {
  const slot = slotAt(block.slot)
  const all = bodyLines(block)
  const lines = endsAtOnce(slot, layout) ? all.slice(0, 1) : all
  const [first, last] = [lines[0], lines.findLast(line => line.how !== 'stray')]
  if (!first || !last || (last === first && isTemplate(first))) return
  const span: Span = [valueSpan(draft.text, first)[0], last.shape.line.end]
  if (span[1] <= span[0]) return
  if (isReportByPlace(block, slot, layout))
    return problem(
      draft,
      'ambiguous-text',
      'What follows the form has no heading left; say what it is about',
      [span],
      choicesAfterForm(span, first),
    )
  if (isClose(block.margin)) return void draft.doubtful.push(block)
  const confidence = lines.length < all.length ? 0.6 : confidenceFrom(block.margin)
  const spans = without(span, [...draft.boilerplate.map(aside => aside.span), ...draft.printed], draft.text)
  const doubt = lines.length < all.length ? '; what follows it has no heading left' : otherwise(lines, 'some of it could also be')
  if (!goesOn(draft, block, spans))
    draft.sections.push({ key: slot.key!, heading: block.heading, spans, confidence, reason: `${reason}${doubt}` })
  draft.claims.push(...spans)
  for (const paragraph of paragraphsOf(all.slice(lines.length)))
    problem(
      draft,
      'ambiguous-text',
      'This paragraph has no heading left; say what it is about',
      [paragraph],
      choicesAfterDiversity(paragraph),
    )
  if (slot.key === 'finalSpeakers') readFinalSpeakers(draft, block)
}

/** Text that goes on below a list of people in it is the same section, in several places. */
function goesOn(draft: Draft, block: Block, spans: readonly Span[]): boolean {
  const { key } = slotAt(block.slot)
  const at = draft.sections.length - 1
  const last = draft.sections[at]
  if (last === undefined || block.heading !== null || key === 'other' || last.key !== key) return false
  draft.sections[at] = { ...last, spans: [...last.spans, ...spans] }
  return true
}
