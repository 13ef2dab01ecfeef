import { perStep } from './bare-forms.ts'
import { cueFor } from './cues.ts'
import type { Heading } from './headings.ts'
import { isCommonSlot } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { unlabelled } from './lost-headings.ts'
import type { Taken } from './read-line.ts'
import type { Shape } from './shapes.ts'
import { pageStart, slotAt, slotOf } from './slots.ts'
import { staying } from './staying.ts'
import { stepFrom } from './steps.ts'
import type { Steps } from './steps.ts'

/** No step from line to line costs less. */
export const leastTransition = -0.1

/** What it costs that a line taken in one way follows one that is taken in another. */
export function transition(from: Taken, to: Taken, shape: Shape, steps: Steps, layout: PageLayout): number {
  if (to.how === 'stray') return from.slot === to.slot ? 0 : Infinity
  return to.how === 'body' ? toBody(from, to.slot, shape, steps, layout) : toHeading(from, to, steps, layout)
}

function toBody(from: Taken, slot: number, shape: Shape, steps: Steps, layout: PageLayout): number {
  const isBelowHeading = from.how === 'heading'
  if (from.slot === slot) return isBelowHeading ? belowHeading(from, shape, layout) : staying(from, shape, layout)
  if (slot === slotOf.footer) return 0.3
  const step = stepFrom(steps, from.slot, slot)
  return (
    unlabelled(slot, from.slot, shape, layout) +
    (step === Infinity ? outOfOrder : perStep * step) +
    (isBelowHeading ? leftEmpty(from, slot) : 0) +
    (layout.hasGaps && shape.line.gap === 0 && from.slot !== pageStart ? withoutGap : 0)
  )
}
const outOfOrder = 8
/** Where blank lines part the places, a new one has some before it. */
const withoutGap = 0.7

/** What it costs that text below a heading is under it, where blank lines could say that nothing is. */
function belowHeading({ slot, heading }: Taken, shape: Shape, layout: PageLayout): number {
  if (heading?.rule) return 0
  if (!layout.hasGaps) return isOther(slot, shape) ? 1.8 : 0
  const { gap } = shape.line
  if (slot === slotOf.connection || slot === slotOf.goalTargets) return gap > 0 ? 1.8 : 0
  return gap >= layout.gapBelowEmpty && canBeEmpty(slot) && slot !== slotOf.expectedOutcomes ? 2.6 : 0
}
/** Where no blank lines tell, the words can. */
const isOther = (slot: number, shape: Shape) => slot === slotOf.connection && cueFor('issueStatement', shape) > cueFor('connection', shape)
/** What it costs that text right below a heading is another part's. */
function leftEmpty({ slot, heading }: Taken, to: number): number {
  if (heading?.rule) return leftByRule
  return canBeEmpty(slot) && !isOneText(slot, to) ? 0.9 : 3
}
/** Who says that a line is a heading says it of the text below. */
const leftByRule = 6
/** The one text below `Expected Outcomes` is no other part, though that one never has a heading. */
const isOneText = (from: number, to: number) => from === slotOf.expectedOutcomes && to === slotOf.interaction
const canBeEmpty = (slot: number) => slot !== pageStart && slotAt(slot).oftenEmpty === true

function toHeading(from: Taken, to: Taken, steps: Steps, layout: PageLayout): number {
  if (from.slot === to.slot) return to.heading!.number !== undefined ? 0 : goesOnUnder(to.heading!, from.slot) ? 0.4 : 2.5
  if (from.slot === pageStart) return 0
  const alone = to.slot === slotOf.onlineModerator && from.slot !== slotOf.moderator ? 0.5 : 0
  const empty = alone + (from.how === 'heading' ? (canBeEmpty(from.slot) ? 0.2 : 1.2) : 0)
  const step = stepFrom(steps, from.slot, to.slot)
  if (step < Infinity) return empty + (layout.form ? perStep * step : 0.05)
  return empty + (layout.isFree && to.how === 'heading' && isListOfPeople(to.slot) ? listBelow : backward(from.slot, to.slot))
}
/** A list can have small headings of its own; in 2020 the new format stands below the old. */
const goesOnUnder = ({ words }: Heading, slot: number) =>
  isListOfPeople(slot) || slot === slotOf.theme || slotAt(slot).key === 'other' || words === 'new online format'
const isListOfPeople = (slot: number) => slotAt(slot).body === 'people' || slotAt(slot).body === 'person'
/** In digests the list of those who spoke can stand below what they said. */
const listBelow = 1.3

/** What it costs to meet a heading that usually comes earlier. */
function backward(from: number, to: number): number {
  const [before, next] = [slotAt(from), slotAt(to)]
  if (next.report) return before.report ? 0 : 0.1
  if (before.report) return next.body === 'footer' || next.body === 'time' ? 0.5 : 5
  if (to === slotOf.aside) return besides
  if (before.body === 'prose' && isCommonSlot(to)) return 5
  if (before.name === 'additionalSpeaker' && next.name === 'speaker') return 6
  return 1.3
}
/** `Country: …` and the like have no place of their own in the order. */
const besides = 0.3
