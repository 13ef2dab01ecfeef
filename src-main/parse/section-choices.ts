import type { Choice, Span } from '../../src-preload/record.ts'
import { bodyLines, valueSpan } from './blocks.ts'
import type { Block } from './blocks.ts'
import { excerpt, placeName, realChoices, sectionValue } from './choices.ts'
import type { ReadLine, TakenLine } from './read-line.ts'
import type { OtherReading } from './reading.ts'
import { slotAt, slotOf } from './slots.ts'

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

/** What the paragraphs after the one on diversity are about, in the order that pages of 2018 have them. */
const afterDiversity = [slotOf.description, slotOf.interaction, slotOf.relevanceToInternetGovernance, slotOf.onlineParticipation]
export const choicesAfterDiversity = (paragraph: Span): Choice[] => choicesOf(afterDiversity, paragraph)

/** What text below the whole form can be: the report, what readings that are close take it for, or a part of the report. */
export function choicesAfterForm(text: Span, { slot, rivals }: ReadLine): Choice[] {
  const near = [slot, ...rivals.map(rival => rival.slot)].filter(one => slotAt(one).key !== undefined)
  return choicesOf([...new Set([...near, slotOf.keyTakeaways, slotOf.summary, slotOf.onlineParticipation])], text)
}

const choicesOf = (places: readonly number[], span: Span): Choice[] =>
  places.map(slot => ({ label: placeName(slotAt(slot)), values: [sectionValue(slotAt(slot).key!, span)] }))

/** Lines in a row that go to one place. */
interface Run {
  readonly slot: number
  readonly span: Span
}

const mostChoices = 6

/** The ways to take sections in a row whose readings are close: as the best reading of the page has them, then as the next ones do. */
export function sectionChoices(text: string, blocks: readonly Block[], others: readonly OtherReading[]): readonly Choice[] {
  const lines = blocks.flatMap(bodyLines)
  const row = new Set(lines.map(({ shape }) => shape))
  const readings = [lines, ...others.map(other => other.lines.filter(({ shape }) => row.has(shape)))]
  return realChoices(readings.flatMap(reading => choiceOf(text, reading))).slice(0, mostChoices)
}

function choiceOf(text: string, lines: readonly TakenLine[]): Choice[] {
  const runs = runsOf(text, lines)
  if (runs.length === 0 || new Set(runs.map(({ slot }) => slotAt(slot).key)).size < runs.length) return []
  const [first, ...others] = runs.map(({ slot, span }, i) =>
    i === 0 ? placeName(slotAt(slot)) : `${placeName(slotAt(slot))} from ${quoted(text, span)}`,
  )
  return [{ label: [first, ...others].join(', '), values: runs.map(({ slot, span }) => sectionValue(slotAt(slot).key!, span)) }]
}

/** What belongs to no section is not in it. */
function runsOf(text: string, lines: readonly TakenLine[]): Run[] {
  const runs: Run[] = []
  let before: TakenLine | undefined
  for (const line of lines) {
    const last = runs.at(-1)
    const [start, end] = valueSpan(text, line)
    if (slotAt(line.slot)?.key !== undefined && line.how !== 'stray' && end > start) {
      if (last && before?.slot === line.slot) runs[runs.length - 1] = { ...last, span: [last.span[0], end] }
      else runs.push({ slot: line.slot, span: [start, end] })
    }
    before = line
  }
  return runs
}

const quoted = (text: string, [start, end]: Span) => `“${excerpt(text.slice(start, Math.min(end, start + 200)).replace(/\s+/g, ' '))}”`
