import type { Choice, Span } from '../../src-preload/record.ts'
import { valueSpan } from './blocks.ts'
import type { Block } from './blocks.ts'
import { excerpt, placeName, realChoices, sectionValue } from './choices.ts'
import { trimSpan } from './lines.ts'
import type { ReadLine } from './reading.ts'
import { slotAt, slotOf } from './slots.ts'

/** A section less sure than this is a problem, with the ways to take it. */
export const sureSection = 0.6

/** Lines as paragraphs: what does not look like prose goes with the prose before it. */
export function paragraphsOf(lines: readonly ReadLine[]): Span[] {
  const paragraphs: Span[] = []
  for (const { shape } of lines) {
    const last = paragraphs.at(-1)
    if (last && !shape.isProse) paragraphs[paragraphs.length - 1] = [last[0], shape.line.end]
    else paragraphs.push([shape.line.start, shape.line.end])
  }
  return paragraphs
}

const choice = (slot: number, span: Span): Choice => ({ label: placeName(slotAt(slot)), values: [sectionValue(slotAt(slot).key!, span)] })

/** What the paragraphs after the one on diversity are about, in the order that pages of 2018 have them. */
const afterDiversity = [slotOf.description, slotOf.interaction, slotOf.relevanceToInternetGovernance, slotOf.onlineParticipation]
export const choicesAfterDiversity = (paragraph: Span): Choice[] => afterDiversity.map(slot => choice(slot, paragraph))

/** The ways to take a section of which one line nearly as well belongs elsewhere: all of it, from that line on, or one line more. */
export function sectionChoices(
  text: string,
  lines: readonly ReadLine[],
  span: Span,
  before: Block | undefined,
  next: Block | undefined,
): readonly Choice[] {
  const weakest = lines.reduce((least, line) => (line.margin < least.margin ? line : least))
  const after = next?.lines[0]
  if (after && after.margin < weakest.margin) return goingOn(text, weakest.slot, span, after)
  const own = slotAt(weakest.slot)
  const rivals = weakest.rivals.filter(({ slot }) => ![undefined, own.key].includes(slotAt(slot).key))
  const at = lines.indexOf(weakest)
  const others = rivals.map(rival => {
    if (at === 0) return choice(rival.slot, [startOf(text, rival.slot, before) ?? span[0], span[1]])
    const rest = trimSpan(text, valueSpan(text, { ...weakest, ...rival })[0], span[1])
    const values = [sectionValue(own.key!, [span[0], lines[at - 1]!.shape.line.end]), sectionValue(slotAt(rival.slot).key!, rest)]
    return { label: `${placeName(slotAt(rival.slot))} from ${quoted(text, rest)}`, values }
  })
  return realChoices([choice(weakest.slot, span), ...others])
}

const quoted = (text: string, [start, end]: Span) => `“${excerpt(text.slice(start, Math.min(end, start + 200)).replace(/\s+/g, ' '))}”`

/** The line after the section could be its last. */
function goingOn(text: string, slot: number, span: Span, { shape: { line }, rivals }: ReadLine): readonly Choice[] {
  if (!rivals.some(rival => rival.slot === slot && rival.how === 'body')) return []
  const values = [sectionValue(slotAt(slot).key!, [span[0], line.end])]
  return [choice(slot, span), { label: `${placeName(slotAt(slot))} goes on with ${quoted(text, [line.start, line.end])}`, values }]
}

/** Where the text before begins, when it is the one that would go on. */
function startOf(text: string, slot: number, before: Block | undefined): number | undefined {
  const first = before?.slot === slot ? before.lines.find(line => line.how !== 'heading') : undefined
  return first && valueSpan(text, first)[0]
}
