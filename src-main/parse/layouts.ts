import type { SessionType } from '../../src-preload/record.ts'
import type { Form } from './bare-forms.ts'
import { pageStart, slotAt, slotOf, slots } from './slots.ts'
import type { SlotName } from './slots.ts'
import { addStep, noSteps } from './steps.ts'
import type { Steps } from './steps.ts'

/** Whether each place is among some. */
export type Places = readonly boolean[]
export function places(those: Iterable<number>): Places {
  const among = new Set(those)
  return slots.map((_, slot) => among.has(slot))
}

/** What the page says of itself before its lines are read. */
export interface PageLayout {
  readonly year: number | undefined
  readonly type: SessionType | undefined
  /** How many one-word headings are left in it; some copies have lost them all. */
  readonly headingsLeft: number
  /** Places whose heading is in the page. */
  readonly present: Places
  /** Roles whose people are numbered in the page. */
  readonly numbered: Places
  /** It has lost its title and nearly all headings: the first line is `Session`. */
  readonly isBare: boolean
  /** The order that such a page is read in. */
  readonly form?: Form
  /** Places whose heading it would still have, as it has others of their kind. */
  readonly kept?: Places
  /** A report or digest: whatever belongs somewhere has its heading. */
  readonly isFree: boolean
  /** It asks for relevance before it describes itself, as copies of the old site do, whatever the year. */
  readonly isOld: boolean
  /** It is from a conference schedule, which says day, hours and room once more at the end. */
  readonly isOfSchedule: boolean
  readonly hasOnsiteModerator: boolean
  /** Its report has headings of its own, which divide nothing. */
  readonly hasOwnReport: boolean
  /** Blank lines mean something in it. */
  readonly hasGaps: boolean
  /** So many blank lines below a heading say that it has nothing. */
  readonly gapBelowEmpty: number
}

const people: readonly SlotName[] = ['organizer', 'speaker', 'additionalSpeaker', 'moderator', 'onlineModerator', 'rapporteur']
const format: readonly SlotName[] = ['format', 'duration', 'formatDescription']
const questions: readonly SlotName[] = [
  'policyQuestions',
  'additionalPolicyQuestions',
  'issueStatement',
  'connection',
  'issueStatement',
  'gains',
]
const start: readonly SlotName[] = ['time', 'room', 'about', 'theme', 'issues', 'host']
const close: readonly SlotName[] = [
  'expectedOutcomes',
  'interaction',
  'relevanceToInternetGovernance',
  'relevanceToTheme',
  'onlineParticipation',
]

/** The order of places in a page; a place that comes twice can stand in either. */
const orders: Readonly<Record<string, readonly SlotName[]>> = {
  workshop: [...start, ...people, ...format, ...questions, 'goals', 'goalTargets', 'description', ...close],
  old: [
    ...start,
    ...people,
    ...format,
    'policyQuestions',
    'additionalPolicyQuestions',
    'relevanceToTheme',
    'relevanceToInternetGovernance',
    'format',
    'goals',
    'description',
    ...close,
  ],
  workshop2018: ['room', ...people, 'format', 'interventions', 'diversity', 'agenda', ...close, 'time', 'room'],
  workshop2017: [
    'shortTitle',
    'proposer',
    'proposerOrganization',
    'coProposer',
    'coProposerOrganization',
    'organizer',
    'format',
    'speaker',
    'additionalSpeaker',
    'agenda',
    'description',
    'relevanceToInternetGovernance',
    'moderator',
    'onlineModerator',
    'rapporteur',
    'format',
  ],
  schedule: [
    'themeDescription',
    'theme',
    'proposer',
    'proposerOrganization',
    'coProposer',
    'coProposerOrganization',
    ...people,
    'format',
    'description',
    'relevanceToInternetGovernance',
    'interventions',
    'diversity',
    ...people,
    'onlineParticipation',
    'interaction',
    'format',
    'time',
    'room',
  ],
  workshop2099: [
    'description',
    'gains',
    'policyQuestions',
    'expectedOutcomes',
    'interaction',
    'goals',
    ...people,
    ...format,
    'time',
    'room',
    'theme',
    'issues',
  ],
  event: [
    ...start,
    'policyQuestions',
    'additionalPolicyQuestions',
    ...format,
    'description',
    'interaction',
    'host',
    ...people,
    'goals',
    'goalTargets',
    ...format,
    'description',
    'expectedOutcomes',
    'interaction',
  ],
  event2018: [
    'time',
    'room',
    'themeDescription',
    'host',
    'format',
    'description',
    'aside',
    ...people.slice(0, 3),
    'format',
    'description',
    'agenda',
    ...people.slice(3),
    'goals',
    'time',
    'room',
  ],
}

/** Pages of coalitions say `Outline` for the description. */
const coalition = orders['event']!.flatMap((slot): SlotName[] => (slot === 'description' ? ['description', 'outline'] : [slot]))

/** Years whose pages have an order of their own; the orders of the other years are `workshop` and `event`. */
const years: readonly { readonly from: number; readonly to: number; readonly workshop?: string; readonly event?: string }[] = [
  { from: 0, to: 2017, workshop: 'workshop2017' },
  { from: 2018, to: 2018, workshop: 'workshop2018', event: 'event2018' },
  { from: 2019, to: 2019, workshop: 'old' },
  { from: 2099, to: 2099, workshop: 'workshop2099' },
]

/** Pages of workshops say `Moderator`; those that say `Onsite Moderator` are of other kinds. */
export const isEvent = ({ hasOnsiteModerator, type }: PageLayout) => (type === undefined ? hasOnsiteModerator : type !== 'workshop')

/** Those who have no heading in some copies, and are told by their order. */
export const isOfficer = (slot: number) => slot === slotOf.moderator || slot === slotOf.onlineModerator || slot === slotOf.rapporteur

export const hasLists = ({ numbered, present }: PageLayout) =>
  [slotOf.organizer, slotOf.speaker].some(slot => numbered[slot] || present[slot])
/** Not even `Organizer 1:` is left of the lists: those with an organization come first, those with groups next, the last three of them are officers. */
export const isUnnumbered = (layout: PageLayout) => layout.form !== undefined && !hasLists(layout)

function orderFor(layout: PageLayout): readonly SlotName[] {
  const { form, isFree, isOfSchedule, isOld, present, type, year } = layout
  if (form) return form.order
  if (isFree) return orders['event']!
  if (isOld) return orders['old']!
  if (isOfSchedule) return orders['schedule']!
  const kind = isEvent(layout) || (type === undefined && present[slotOf.themeDescription]) ? 'event' : 'workshop'
  const own = years.find(({ from, to }) => year !== undefined && year >= from && year <= to)
  if (type === 'dynamicCoalition' && !own?.event) return coalition
  return orders[own?.[kind] ?? kind]!
}

/** Headings that any text can have inside it; they divide a page only where its order has them. */
const common = places([slotOf.agenda, slotOf.formPart, slotOf.reportPart, slotOf.digestPart, slotOf.outline])
export const isCommonSlot = (slot: number) => common[slot]!
export const isCommon = (slot: number, layout: PageLayout) =>
  common[slot]! && !layout.isFree && !orderFor(layout).includes(slotAt(slot).name)

const partsOfAnyReport = places([slotOf.reportPart, slotOf.reportTemplate, slotOf.summary, slotOf.recommendations])
/** `3. Next steps` in a report that numbers its own parts. */
export const isOfOwnReport = ({ slot, words }: { readonly slot: number; readonly words: string }, { hasOwnReport }: PageLayout) =>
  hasOwnReport && partsOfAnyReport[slot]! && (slot === slotOf.reportPart || slot === slotOf.reportTemplate || !words.includes(' '))

const remembered = new Map<readonly SlotName[], Steps>()

/** How many places lie between each pair in this page's order. */
export function stepsFor(layout: PageLayout): Steps {
  if (layout.form) return layout.form.steps
  const order = orderFor(layout)
  const before = remembered.get(order)
  if (before) return before
  const steps = noSteps()
  for (const [q, to] of order.entries()) {
    addStep(steps, pageStart, slotOf[to], q + 1)
    for (let p = 0; p < q; p++) addStep(steps, slotOf[order[p]!], slotOf[to], q - p)
  }
  remembered.set(order, steps)
  return steps
}

/** What it costs that the page ends in this place, before others that such pages have. */
export const endsIn = (slot: number, { form }: PageLayout): number => (form ? form.ends[slot]! : 0)
