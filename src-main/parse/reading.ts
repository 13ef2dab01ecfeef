import { perStep } from './bare-forms.ts'
import { cueFor } from './cues.ts'
import { fit, stay, strayCost, traitsOf, unlabelled } from './costs.ts'
import type { Heading } from './headings.ts'
import { endsIn, isCommon, isCommonSlot, isOfOwnReport, stepsFor } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { isSentence } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { slotAt, slotOf, slots } from './slots.ts'

/** How a line is read: as a heading, a heading with its value, a value or text, or nothing that belongs. */
export type How = 'heading' | 'heading and value' | 'body' | 'stray'

/** One way to take a line. */
export interface Taken {
  readonly slot: number
  readonly how: How
  readonly heading?: Heading
}
export interface TakenLine extends Taken {
  readonly shape: Shape
}
export interface ReadLine extends TakenLine {
  /** Other places that readings nearly as good as the best have for this line, the best of them first. */
  readonly rivals: readonly Taken[]
  /** How much dearer the best reading is that takes this line for something else, at most `farthest`. */
  readonly margin: number
}

interface Candidate {
  readonly slot: number
  readonly how: How
  readonly cost: number
  readonly heading: Heading | undefined
  /** Cost of the best reading of the page up to here that ends in this candidate. */
  upTo: number
  /** Cost of the best reading of the rest. */
  onward: number
  /** What the best reading through this candidate has before and after it. */
  from: Candidate | undefined
  to: Candidate | undefined
}

const count = slots.length
/** Readings dearer than the best by this much are not followed. */
const beam = 9
/** Readings dearer than the best by less than this could as well be right. */
export const close = 1
/** A reading dearer than the best by this casts no doubt on it. */
export const farthest = 3
/** A line that suits a place this badly is never taken for it without a heading. */
const unfit = 4
const lostSlots = slots.flatMap((slot, i) => ('lost' in slot && slot.lost ? [i] : []))

/** Work done, in pairs of candidates compared; for the tests that show it linear. */
export const work = { pairs: 0 }

const candidate = (slot: number, how: How, cost: number, heading: Heading | undefined): Candidate => ({
  slot,
  how,
  cost,
  heading,
  upTo: Infinity,
  onward: Infinity,
  from: undefined,
  to: undefined,
})

function candidatesFor(shape: Shape, live: readonly Candidate[], layout: PageLayout): Candidate[] {
  const made: Candidate[] = []
  const add = (slot: number, how: How, cost: number, heading?: Heading) => {
    if (cost < beam) made.push(candidate(slot, how, cost, heading))
  }
  for (const heading of shape.headings)
    add(
      heading.slot,
      heading.valueStart >= shape.length ? 'heading' : 'heading and value',
      heading.cost + valueFit(heading, shape) + doubt(heading, shape, layout),
      heading,
    )
  // What a person said is a heading is one.
  if (shape.headings.some(heading => heading.rule)) return made
  const traits = traitsOf(shape)
  const stray = strayCost(shape)
  const isHere = new Uint8Array(count + 1)
  for (const { slot } of live) {
    if (isHere[slot] === 1) continue
    isHere[slot] = 1
    if (slot < count) add(slot, 'body', fit(slot, shape, traits, layout))
    add(slot, 'stray', stray)
  }
  if (shape.isFooter && isHere[slotOf.footer] === 0) add(slotOf.footer, 'body', 0)
  if (shape.isOfficialTool && isHere[slotOf.onlineParticipation] === 0) add(slotOf.onlineParticipation, 'body', 0)
  for (const slot of layout.form ? layout.form.parts.keys() : lostSlots) {
    const cost = isHere[slot] === 1 ? Infinity : fit(slot, shape, traits, layout)
    if (cost < unfit) add(slot, 'body', cost)
  }
  return made
}

/** Headings that any text can have inside it open a part only where the page's order has them. */
function doubt(heading: Heading, shape: Shape, layout: PageLayout): number {
  if (heading.isInner) return 3
  if (heading.rule) return 0
  if (isOfOwnReport(heading, layout)) return 2.5
  return isCommon(heading.slot, layout) && !/^\d/.test(shape.line.text) ? 2.5 : 0
}

/** `Speaker 2: and so we said no to it.` */
const spoken = 5

/** A value on the heading's own line should suit the heading, or the "heading" is the beginning of a sentence. */
function valueFit(heading: Heading, shape: Shape): number {
  if (heading.valueStart >= shape.length) return 0
  if (heading.number !== undefined) return !shape.hasGroups && isSentence(shape.line.text.slice(heading.valueStart)) ? spoken : 0
  const slot = slotAt(heading.slot)
  const length = shape.length - heading.valueStart
  if (slot.body === 'time') return shape.isTime ? 0 : 3
  if (slot.role && !heading.isNamed && !shape.hasGroups && /^\p{Ll}[^,;]*\.$/u.test(shape.line.text.slice(heading.valueStart))) return 3
  const isProse = !shape.hasGroups && shape.line.isCut !== true && isSentence(shape.line.text.slice(heading.valueStart))
  if (slot.body === 'room' || slot.body === 'theme' || slot.body === 'format' || slot.body === 'value')
    return length > 120 || isProse ? 3 : 0.2
  if (slot.body === 'person' || slot.body === 'organization') return length > 300 || isProse ? 3 : 0
  return slot.body === 'people' && isProse ? 3 : 0
}

/** No step from line to line costs less. */
const leastEdge = -0.1

function edge(a: Candidate, b: Candidate, shape: Shape, steps: Float32Array, layout: PageLayout): number {
  if (b.how === 'stray') return a.slot === b.slot ? 0 : Infinity
  const isSame = a.slot === b.slot
  const isOpen = a.how === 'heading'
  if (b.how === 'body') {
    if (isSame && isOpen && a.heading?.rule) return 0
    if (isSame && isOpen) return layout.hasGaps ? belowEmpty(a.slot, shape, layout) : isOther(a.slot, shape) ? 1.8 : 0
    if (isSame) return stay(a.slot, shape, a.how === 'heading and value', a.heading?.number !== undefined, layout)
    if (b.slot === slotOf.footer) return 0.3
    const step = steps[a.slot * count + b.slot]!
    const early = layout.hasGaps && shape.line.gap === 0 && a.slot < count ? 0.7 : 0
    return (
      unlabelled(b.slot, a.slot, shape, layout) + (step === Infinity ? 8 : perStep * step) + (isOpen ? leftEmpty(a, b.slot) : 0) + early
    )
  }
  if (isSame) return b.heading?.number !== undefined ? 0 : goesOnUnder(b.heading!, a.slot) ? 0.4 : 2.5
  const alone = b.slot === slotOf.onlineModerator && a.slot !== slotOf.moderator ? 0.5 : 0
  const empty = alone + (isOpen ? (canBeEmpty(a.slot) ? 0.2 : 1.2) : 0)
  if (a.slot === count) return 0
  const step = steps[a.slot * count + b.slot]!
  if (step < Infinity) return empty + (layout.form ? perStep * step : 0.05)
  return empty + (layout.isFree && b.how === 'heading' && isListOfPeople(b.slot) ? listBelow : backward(a.slot, b.slot))
}

/** What it costs that text below a heading is under it, where blank lines could say that nothing is. */
function belowEmpty(slot: number, { line: { gap } }: Shape, { gapBelowEmpty }: PageLayout): number {
  if (slot === slotOf.connection || slot === slotOf.goalTargets) return gap > 0 ? 1.8 : 0
  return gap >= gapBelowEmpty && canBeEmpty(slot) && slot !== slotOf.expectedOutcomes ? 2.6 : 0
}
/** Where no blank lines tell, the words can. */
const isOther = (slot: number, shape: Shape) => slot === slotOf.connection && cueFor('issueStatement', shape) > cueFor('connection', shape)
/** What it costs that text right below a heading is another part's. */
function leftEmpty({ slot, heading }: Candidate, to: number): number {
  if (heading?.rule) return leftByRule
  return canBeEmpty(slot) && !isOneText(slot, to) ? 0.9 : 3
}
/** Who says that a line is a heading says it of the text below. */
const leftByRule = 6
/** The one text below `Expected Outcomes` is no other part, though that one never has a heading. */
const isOneText = (from: number, to: number) => from === slotOf.expectedOutcomes && to === slotOf.interaction
const canBeEmpty = (slot: number) => slot < count && slotAt(slot).oftenEmpty === true
/** A list can have small headings of its own; in 2020 the new format stands below the old. */
const goesOnUnder = ({ words }: Heading, slot: number) =>
  isListOfPeople(slot) || slot === slotOf.theme || slotAt(slot).key === 'other' || words === 'new online format'
const isListOfPeople = (slot: number) => slotAt(slot).body === 'people' || slotAt(slot).body === 'person'

/** In digests the list of those who spoke can stand below what they said. */
const listBelow = 1.3

/** `Country: …` and the like have no place of their own in the order. */
const besides = 0.3

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

/** A whole reading of the page that is nearly as good as the best. */
export interface OtherReading {
  readonly lines: readonly TakenLine[]
  /** How much dearer than the best it is. */
  readonly more: number
}

/** A page's lines, each in one place, and what that costs. */
export interface PageReading {
  readonly lines: readonly ReadLine[]
  readonly cost: number
  /** Finds them, the best first; few pages have doubtful rows that ask. */
  readonly others: () => readonly OtherReading[]
}

/** The best reading of the whole page: each line in one place, in an order that such pages follow. */
export const readPage = (shapes: readonly Shape[], layout: PageLayout): PageReading => readWithin(shapes, layout, unlimited)!

/** What a reading may cost to be of interest, and what the lines from each on must cost at least. */
export interface Limit {
  readonly cost: number
  readonly from: Float32Array
}
const unlimited: Limit = { cost: Infinity, from: new Float32Array() }

/** The best reading of the page, or nothing where it is sure to cost more than the limit. */
export function readWithin(shapes: readonly Shape[], layout: PageLayout, limit: Limit): PageReading | undefined {
  const steps = stepsFor(layout)
  let live: Candidate[] = [{ ...candidate(count, 'stray', 0, undefined), upTo: 0 }]
  const columns: Candidate[][] = []
  for (const shape of shapes) {
    const next = candidatesFor(shape, live, layout)
    let best = Infinity
    for (const candidate of next) {
      const least = leastEdge + candidate.cost
      for (const from of live) {
        if (from.upTo + least >= candidate.upTo) continue
        const upTo = from.upTo + edge(from, candidate, shape, steps, layout) + candidate.cost
        if (upTo < candidate.upTo) {
          candidate.upTo = upTo
          candidate.from = from
        }
      }
      if (candidate.upTo < best) best = candidate.upTo
    }
    work.pairs += next.length * live.length
    live = next.filter(candidate => candidate.upTo <= best + beam)
    columns.push(live)
    if (best + (limit.from[columns.length] ?? 0) > limit.cost) return undefined
  }
  return trace(shapes, columns, steps, layout)
}

function trace(shapes: readonly Shape[], columns: readonly Candidate[][], steps: Float32Array, layout: PageLayout): PageReading {
  const lines: ReadLine[] = []
  const path: Candidate[] = []
  const near: Candidate[][] = []
  for (const candidate of columns.at(-1) ?? []) candidate.onward = endsIn(candidate.slot, layout)
  let best = columns.at(-1)?.reduce((one, other) => (totalOf(other) < totalOf(one) ? other : one))
  const most = best ? totalOf(best) + farthest : 0
  for (let i = columns.length - 1; best && i >= 0; i--) {
    const next = near.at(-1)
    if (next) for (const candidate of columns[i]!) goOnward(candidate, next, most - candidate.upTo, shapes[i + 1]!, steps, layout)
    const column = columns[i]!.filter(candidate => totalOf(candidate) <= most)
    near.push(column)
    path.push(best)
    lines.push({ shape: shapes[i]!, ...taken(best), ...doubtOf(best, column) })
    best = best.from
  }
  const cost = path.length > 0 ? totalOf(path.at(-1)!) : 0
  return { lines: lines.toReversed(), cost, others: () => othersOf(shapes, near.toReversed(), path, cost) }
}

/** How far the readings are that take a line for something else than the best does, and those that are close. */
function doubtOf(best: Candidate, column: readonly Candidate[]): Pick<ReadLine, 'margin' | 'rivals'> {
  const total = totalOf(best)
  let margin = farthest
  for (const candidate of column) if (differs(candidate, best)) margin = Math.min(margin, totalOf(candidate) - total)
  return { margin, rivals: margin < close ? rivalsOf(best, column, total + close) : none }
}

const mostOthers = 12

/** The readings that are close to the best: through each candidate that none of them has passed, the best there is. */
function othersOf(
  shapes: readonly Shape[],
  columns: readonly (readonly Candidate[])[],
  best: readonly Candidate[],
  cost: number,
): OtherReading[] {
  const near = columns.flatMap((column, i) => column.filter(one => totalOf(one) < cost + close).map(one => ({ one, i })))
  const passed = new Set(best)
  const others: OtherReading[] = []
  for (const { one, i } of near.toSorted((a, b) => totalOf(a.one) - totalOf(b.one))) {
    if (passed.has(one) || others.length === mostOthers) continue
    const path = pathThrough(one, i, shapes.length)
    for (const candidate of path) passed.add(candidate)
    others.push({ lines: path.map((candidate, j) => ({ shape: shapes[j]!, ...taken(candidate) })), more: totalOf(one) - cost })
  }
  return others
}

function pathThrough(candidate: Candidate, at: number, length: number): Candidate[] {
  const path: Candidate[] = []
  path[at] = candidate
  for (let i = at; i > 0; i--) path[i - 1] = path[i]!.from!
  for (let i = at; i < length - 1; i++) path[i + 1] = path[i]!.to!
  return path
}

const none: readonly Taken[] = []
const taken = ({ slot, how, heading }: Candidate): Taken => ({ slot, how, ...(heading && { heading }) })
const totalOf = (candidate: Candidate) => candidate.upTo + candidate.onward

function rivalsOf(best: Candidate, column: readonly Candidate[], most: number): Taken[] {
  const near = column.filter(one => one.slot !== best.slot && one.slot < count && one.how !== 'stray' && totalOf(one) < most)
  const ranked = near.toSorted((a, b) => totalOf(a) - totalOf(b))
  return ranked.filter((one, i) => ranked.findIndex(other => other.slot === one.slot) === i).map(taken)
}

const differs = (a: Candidate, b: Candidate) =>
  a.slot !== b.slot || (a.how === 'stray') !== (b.how === 'stray') || (a.how === 'heading') !== (b.how === 'heading')

/** Finds the best reading of the rest that costs no more than `most`. */
function goOnward(
  candidate: Candidate,
  next: readonly Candidate[],
  most: number,
  shape: Shape,
  steps: Float32Array,
  layout: PageLayout,
): void {
  for (const after of next) {
    const rest = after.cost + after.onward
    if (leastEdge + rest >= candidate.onward || leastEdge + rest > most) continue
    const onward = edge(candidate, after, shape, steps, layout) + rest
    if (onward < candidate.onward) {
      candidate.onward = onward
      candidate.to = after
    }
  }
}
