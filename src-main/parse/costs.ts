import { cueFor, mostCue } from './cues.ts'
import type { PageLayout } from './layouts.ts'
import { isTimed } from './named-lines.ts'
import { isHardlyChance, overlooking } from './overlooked-headings.ts'
import type { Shape } from './shapes.ts'
import type { Body } from './slot.ts'
import { slotAt, slots } from './slots.ts'

// Costs have one measure throughout: a reading dearer than another by less than 1 could as well be right, one dearer by 3 casts no doubt on it.

type Trait = { [K in keyof Shape]: Shape[K] extends boolean ? K : never }[keyof Shape]
/** What a line costs by the first of its traits that is named, and what it costs otherwise. */
type Fit = Readonly<Partial<Record<Trait, number>> & { else: number }>

/** How badly a line suits what stands in a place, 0 for a perfect fit. */
const fits: Readonly<Record<Body, Fit>> = {
  time: { isTime: 0, isShort: 4, else: 8 },
  room: { isProse: 7, isEvident: 6, isSeating: 1.5, isRoom: 0, isTheme: 3, else: 0.6 },
  theme: { isTheme: -0.8, isProse: 5, isEvident: 6, isSeating: 6, isRoom: 1.2, else: 0.6 },
  format: { isFormat: 0, isFormatNote: 0, isSeating: 0.2, isNumber: 2, isEvident: 5, isProse: 5, isShort: 2, else: 5 },
  number: { isNumber: 0, else: 6 },
  goals: { isGoal: 0, isNumber: 1, couldBeGoals: 1, else: 7 },
  person: { isTime: 7, isRoster: 2.5, hasGroups: 0, looksLikePerson: 0.5, isProse: 6, isEvident: 6, else: 2.5 },
  people: { isTime: 7, hasGroups: 0.3, looksLikePerson: 0.6, isProse: 5, isEvident: 6, else: 2.5 },
  extraPeople: { isTime: 7, isGoal: 5, looksLikePerson: 0.1, isItem: 0.1, isProse: 1.2, isEvident: 5, else: 0.8 },
  finalPeople: { isFooter: 2.5, isTime: 3, isGoal: 3, isFormat: 3, else: 0 },
  title: { isProse: 2, else: 0.5 },
  group: { hasGroups: 0, isProse: 4, else: 1 },
  organization: { isProse: 3, else: 0.5 },
  value: { isProse: 3, isEvident: 6, isSeating: 4, isTheme: 2, isRoom: 1.2, else: 0.5 },
  questions: { isEvident: 5, isNumber: 4, isSeating: 4, isQuestion: 0, isIntroduction: 0.3, isProse: 1.8, isItem: 0.3, else: 0.9 },
  prose: { isFooter: 1.2, isFormatNote: 4, hasGroups: 4, isEvident: 4.5, isProse: 0, isItem: 0.2, isSeating: 2, else: 0.7 },
  footer: { isFooter: 0, isProse: 1.5, else: 0.2 },
}

const traits = [...new Set(Object.values(fits).flatMap(costs => Object.keys(costs)))].filter(trait => trait !== 'else') as Trait[]
const bitOf = (trait: Trait) => 1 << traits.indexOf(trait)

/** The traits of a line that places ask for, a bit each. */
export function traitsOf(shape: Shape): number {
  let bits = 0
  for (let i = 0; i < traits.length; i++) if (shape[traits[i]!]) bits |= 1 << i
  return bits
}

const ranked = new Map(
  Object.entries(fits).map(([body, { else: otherwise, ...costs }]) => [
    body,
    { bits: Object.keys(costs).map(trait => bitOf(trait as Trait)), costs: Object.values(costs), otherwise },
  ]),
)
const rankedBySlot = slots.map(slot => ranked.get(slot.body)!)

function costIn(slotIndex: number, traits: number): number {
  const { bits, costs, otherwise } = rankedBySlot[slotIndex]!
  for (let i = 0; i < bits.length; i++) if ((traits & bits[i]!) !== 0) return costs[i]!
  return otherwise
}

/** What a line with these traits costs in a place. */
export function fit(slotIndex: number, shape: Shape, traits: number, layout: PageLayout): number {
  const slot = slotAt(slotIndex)
  const told = layout.form ? cueFor(slot.name, shape) : 0
  const cost =
    costIn(slotIndex, traits) +
    (slot.role && isTimed(shape) ? 3 : 0) -
    told +
    (shape.isOfficialTool && slot.key !== 'onlineParticipation' ? 3 : 0)
  return slot.body === 'footer' || (slot.body === 'finalPeople' && namesPeople(shape)) ? cost : cost + overlooking(slot, shape, layout)
}

/** No line costs less, in whatever place. */
export const leastCost = (shape: Shape) => (shape.isTheme ? leastFit : 0) - mostCue(shape)
const leastFit = Math.min(...Object.values(fits).flatMap(costs => Object.values(costs)))

/** The list of who spoke has small headings of its own. */
const namesPeople = (shape: Shape) => shape.headings.every(heading => slotAt(heading.slot).role !== undefined)

/** What it costs to say that a line belongs to nothing. */
export function strayCost(shape: Shape): number {
  if (shape.headings.some(heading => heading.exact) || shape.isOfficialTool) return 7
  if (shape.headings.some(heading => isHardlyChance(heading, shape))) return 5
  return shape.isEvident ? 6 : shape.isProse ? 4.2 : 3
}
