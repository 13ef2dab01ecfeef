import { fit, strayCost, traitsOf } from './costs.ts'
import { headingFit } from './heading-fit.ts'
import type { Heading } from './headings.ts'
import { endsIn, stepsFor } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { never } from './lost-headings.ts'
import type { How, ReadLine, Taken, TakenLine } from './read-line.ts'
import type { Shape } from './shapes.ts'
import { pageStart, slotOf, slots } from './slots.ts'
import type { Steps } from './steps.ts'
import { leastTransition, transition } from './transitions.ts'

interface Candidate extends Taken {
  readonly cost: number
  /** Cost of the best reading of the page up to here that ends in this candidate. */
  upTo: number
  /** Cost of the best reading of the rest. */
  onward: number
  /** What the best reading through this candidate has before and after it. */
  from: Candidate | undefined
  to: Candidate | undefined
}

/** Readings dearer than the best by this much are not followed. */
const beam = never
/** Readings dearer than the best by less than this could as well be right. */
export const close = 1
/** A reading dearer than the best by this casts no doubt on it. */
export const farthest = 3
/** A line that suits a place this badly is never taken for it without a heading. */
const unfit = 4
const lostSlots = slots.flatMap((slot, i) => (slot.lost ? [i] : []))

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
    add(heading.slot, heading.valueStart >= shape.length ? 'heading' : 'heading and value', headingFit(heading, shape, layout), heading)
  // What a person said is a heading is one.
  if (shape.headings.some(heading => heading.rule)) return made
  const traits = traitsOf(shape)
  const stray = strayCost(shape)
  const isHere = new Uint8Array(pageStart + 1)
  for (const { slot } of live) {
    if (isHere[slot] === 1) continue
    isHere[slot] = 1
    if (slot !== pageStart) add(slot, 'body', fit(slot, shape, traits, layout))
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
  let live: Candidate[] = [{ ...candidate(pageStart, 'stray', 0, undefined), upTo: 0 }]
  const columns: Candidate[][] = []
  for (const shape of shapes) {
    const next = candidatesFor(shape, live, layout)
    let best = Infinity
    for (const candidate of next) {
      const least = leastTransition + candidate.cost
      for (const from of live) {
        if (from.upTo + least >= candidate.upTo) continue
        const upTo = from.upTo + transition(from, candidate, shape, steps, layout) + candidate.cost
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

function trace(shapes: readonly Shape[], columns: readonly Candidate[][], steps: Steps, layout: PageLayout): PageReading {
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
const taken = ({ slot, how, heading }: Candidate): Taken => ({ slot, how, heading })
const totalOf = (candidate: Candidate) => candidate.upTo + candidate.onward

function rivalsOf(best: Candidate, column: readonly Candidate[], most: number): Taken[] {
  const near = column.filter(one => one.slot !== best.slot && one.slot !== pageStart && one.how !== 'stray' && totalOf(one) < most)
  const ranked = near.toSorted((a, b) => totalOf(a) - totalOf(b))
  return ranked.filter((one, i) => ranked.findIndex(other => other.slot === one.slot) === i).map(taken)
}

const differs = (a: Candidate, b: Candidate) =>
  a.slot !== b.slot || (a.how === 'stray') !== (b.how === 'stray') || (a.how === 'heading') !== (b.how === 'heading')

/** Finds the best reading of the rest that costs no more than `most`. */
function goOnward(candidate: Candidate, next: readonly Candidate[], most: number, shape: Shape, steps: Steps, layout: PageLayout): void {
  for (const after of next) {
    const rest = after.cost + after.onward
    if (leastTransition + rest >= candidate.onward || leastTransition + rest > most) continue
    const onward = transition(candidate, after, shape, steps, layout) + rest
    if (onward < candidate.onward) {
      candidate.onward = onward
      candidate.to = after
    }
  }
}
