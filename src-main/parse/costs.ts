import type { Heading } from './headings.ts'
import { cueFor, mostCue } from './cues.ts'
import { isCommon, isEvent, isOfOwnReport } from './layouts.ts'
import type { Form, Part } from './bare-forms.ts'
import type { PageLayout } from './layouts.ts'
import { isNumbered } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { slotAt, slotOf, slots } from './slots.ts'
import type { Body, Slot } from './slot.ts'
import type { SlotName } from './slots.ts'

const { issueStatement, interaction, policyQuestions, onlineModerator, organizer, speaker, description, expectedOutcomes } = slotOf

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
  const told = layout.form ? cueFor(slot.name as SlotName, shape) : 0
  const cost =
    costIn(slotIndex, traits) +
    (slot.role && isTimed(shape) ? 3 : 0) -
    told +
    (shape.isOfficialTool && slot.key !== 'onlineParticipation' ? 3 : 0)
  return slot.body === 'footer' || (slot.body === 'finalPeople' && namesPeople(shape)) ? cost : cost + ignoring(slot, shape, layout)
}

/** No line costs less, in whatever place. */
export const leastCost = (shape: Shape) => (shape.isTheme ? leastFit : 0) - mostCue(shape)
const leastFit = Math.min(...Object.values(fits).flatMap(costs => Object.values(costs)))

/** The list of who spoke has small headings of its own. */
const namesPeople = (shape: Shape) => shape.headings.every(heading => slotAt(heading.slot).role !== undefined)

/** A person said what this heading is. */
const ruleIgnored = 7

/** What it costs to overlook that a line begins with the very words of a heading. */
function ignoring(slot: Slot, shape: Shape, layout: PageLayout): number {
  if (shape.headings.length === 0) return 0
  const heading = shape.headings.find(one => one.exact)
  if (heading?.rule) return ruleIgnored
  if (!heading) return Math.max(...shape.headings.map(one => overlooking(one, shape)))
  if (
    heading.isInner ||
    (shape.isListed && !layout.isFree) ||
    isOfOwnReport(heading, layout) ||
    (isCommon(heading.slot, layout) && !shape.isItem && slot.key !== undefined) ||
    isAnyAgenda(heading, layout)
  )
    return 0.3
  if (slot.body === 'extraPeople' && heading.number !== undefined && slotAt(heading.slot).role === 'speaker') return 0.3
  if (heading.valueStart >= shape.length || heading.number !== undefined) return 3.5
  if (heading.glued) return shape.hasGroups ? 1.5 : 0.5
  if (heading.words.includes(' ') || heading.words === 'targets' || layout.isFree) return 3
  return heading.isNamed && !layout.present[description] ? 2.2 : 1.4
}

/** A heading with a letter or two wrong: several words in a row, a long word, or a line of its own, are hardly chance. */
function overlooking(heading: Heading, shape: Shape): number {
  const { valueStart, words } = heading
  if (valueStart >= shape.length) return isHardlyChance(heading, shape) ? 3 : 1.4
  if (words.includes(' ')) return 1.8
  return words.length < longWord ? 0 : 1.5
}
const longWord = 7
/** `Orgaanizers` on a line of its own. */
const isHardlyChance = ({ valueStart, words }: Heading, { length }: Shape) => valueStart >= length && words.length >= longWord

/** In pages of events `Agenda (60min)` is the form's heading, `Agenda` alone can be the description's own. */
const isAnyAgenda = (heading: Heading, layout: PageLayout) => heading.words === 'agenda' && isEvent(layout)

const singleBodies: readonly Body[] = ['title', 'group', 'time', 'room', 'number', 'organization', 'value']
const isSingle = slots.map(({ body }) => singleBodies.includes(body))

/** What one more line in the same place costs. */
export function stay(slotIndex: number, shape: Shape, isAfterInlineValue: boolean, isAfterNumber: boolean, layout: PageLayout): number {
  const slot = slotAt(slotIndex)
  const gap = layout.hasGaps ? shape.line.gap : 0
  if (isSingle[slotIndex]) return 3
  if (slot.body === 'format') return shape.isFormat || shape.isSeating ? 3 : 0.5
  if (slot.body === 'person') return secondOfficer(slotIndex, gap, layout)
  if (slot.body === 'theme')
    return (gap === 0 ? 0 : gap === 1 ? 0.6 : 2.5) + (layout.form && isNamedLine(shape) ? 2 : 0) + (isOrganization(shape) ? notAnIssue : 0)
  if (slot.body === 'people' || slot.body === 'extraPeople')
    return (
      (gap > 1 ? 3 : gap === 1 ? 0.4 : 0) +
      (isAfterNumber || (layout.form && layout.numbered[slotIndex]) ? 2.5 : 0) +
      (slot.body === 'extraPeople' && shape.hasGroups && !isNumbered(shape) ? 1.2 : 0) +
      (isUnnumbered(layout) ? stayUnnumbered(slotIndex, shape) : 0)
    )
  if (slot.body === 'goals') return shape.isNumber && gap > 0 ? 4 : 0
  if (slot.body === 'footer') return 0
  const part = layout.form?.parts.get(slotIndex)
  if (part)
    return (
      stayInPart(slotIndex, part, shape, isAfterInlineValue) + leftBelow(slotIndex, shape, layout) + countedAnew(slotIndex, shape, layout)
    )
  const late =
    (gap >= layout.gapBelowEmpty && !(slot.body === 'questions' && shape.isQuestion) ? 0.8 : 0) +
    (slot.body !== 'finalPeople' && !shape.isProse && !shape.isItem && (slotIndex === slotOf.about || gap >= layout.gapBelowEmpty)
      ? 2.6
      : 0)
  if (slotIndex === expectedOutcomes && shape.isProse && !shape.isIntroduction && !shape.isListed)
    return Math.max(0, 1.3 + cueFor('interaction', shape) - cueFor('expectedOutcomes', shape)) + late
  return (
    (isAfterInlineValue ? (gap > 1 ? 2.3 : 1.3) : 0) +
    late +
    (isEvent(layout) && gap > 0 && isOrganizationAlone(shape) ? organizationBelow : 0) +
    (isListBelowText(slotIndex, shape, layout) ? personInText : 0)
  )
}

/** In pages of events the organization that holds the session stands below the text, above the people. */
const organizationBelow = 1.6
/** `Harbour Data Project`, not a heading of the text's own such as `Introduction`. */
const isOrganizationAlone = (shape: Shape) => isNameAlone(shape) && /^[^,\d]+ [^,\d]+$/.test(shape.line.text)

/** A second person under one heading; the next heading, were it lost, would have left a wide gap. */
function secondOfficer(slotIndex: number, gap: number, layout: PageLayout): number {
  if (layout.hasGaps && gap === 0) return 1
  const isUnderItsHeading = slotIndex === onlineModerator && layout.present[onlineModerator] && !layout.present[slotOf.rapporteur]
  return isUnderItsHeading && layout.hasGaps && gap === 1 ? 0.7 : 2.8
}

function stayInPart(slotIndex: number, { isLong }: Part, shape: Shape, isAfterInlineValue: boolean): number {
  if (shape.isOfficialTool) return opensAnew
  if (!isLong && isAfterInlineValue) return endsWithItsLine + (slotIndex === slotOf.formatDescription ? endsAfterOne : 0)
  if (!isAnotherParagraph(shape)) return 0
  return isLong ? goesOn : slotIndex === slotOf.formatDescription ? 2 * endsAfterOne : endsAfterOne
}

/** A second list of questions, counted from 1 again, holds the additional ones. */
const countedAnew = (slotIndex: number, { isListed, line: { text } }: Shape, { form }: PageLayout) =>
  slotIndex === policyQuestions && form?.parts.has(slotOf.additionalPolicyQuestions) && !isListed && /^\(?1[.)]\s/.test(text)
    ? opensAnew
    : 0

/** A person with an organization, or an organization alone, begins the people below a text; an item that says its minutes is neither. */
function leftBelow(slotIndex: number, shape: Shape, layout: PageLayout): number {
  if (isTimed(shape)) return 0
  if (isNamedLine(shape)) return isUnnumbered(layout) ? 1.5 : 0
  return slotIndex === description && layout.form?.parts.has(slotOf.host) && isNameAlone(shape) ? organizationBelow : 0
}
const isNameAlone = ({ headings, length, isProse, isItem, isQuestion, isEvident, isIntroduction, line: { text } }: Shape) =>
  length < longestName &&
  headings.length === 0 &&
  !isProse &&
  !isItem &&
  !isQuestion &&
  !isEvident &&
  !isIntroduction &&
  /^\p{Lu}.*(?:[\p{L})]|\b(?:Co|Inc|Ltd)\.)$/u.test(text)
/** An organization's. */
const longestName = 80
/** `2. Open floor, online first (20 min)`. */
const isTimed = ({ isShort, line: { text } }: Shape) => isShort && text.endsWith(')') && /\(\d+\s?min\w*\)$/.test(text)

/** One more paragraph in a part of a bare page that usually has several, and in one that has one. */
const goesOn = 0.05
const endsAfterOne = 1.2
/** What shares a line with its heading is one line nearly always. */
const endsWithItsLine = 1.8
/** The fixed sentence on online participation opens its part. */
const opensAnew = 4
const isAnotherParagraph = (shape: Shape) => shape.isProse && !shape.isItem && !shape.isListed

/** Text that never has a heading follows its neighbour at once. */
const after: Readonly<Record<number, readonly number[]>> = {
  [issueStatement]: [policyQuestions, slotOf.additionalPolicyQuestions, slotOf.connection],
  [interaction]: [expectedOutcomes, description],
}

/** The fewer one-word headings a page still has, the likelier that one more is lost. */
const lostHeading = [0.6, 1, 1.8, 2.6] as const

/** People follow people. */
const isPeople = (slot: number) => slot < slots.length && slotAt(slot).role !== undefined

/** Only the form of 2018 asked for these. */
const isOf2018 = (slot: number) => slot === slotOf.interventions || slot === slotOf.diversity

/** What it costs to be in a place whose heading is not in the page. */
export function unlabelled(slotIndex: number, from: number, shape: Shape, layout: PageLayout): number {
  return withoutHeading(slotIndex, from, shape, layout) + (shape.isListed && slotAt(slotIndex).key !== undefined ? 2 : 0)
}

function withoutHeading(slotIndex: number, from: number, shape: Shape, layout: PageLayout): number {
  const slot = slotAt(slotIndex)
  if (shape.isOfficialTool && slotIndex === slotOf.onlineParticipation) return 0.3
  if (layout.isFree) return slot.body === 'time' && shape.isTime ? 1 : 9
  if (layout.form) return inForm(slotIndex, from, shape, layout.form, layout)
  if (slot.lost === 'always') return neverLabelled(slotIndex, from, shape, layout)
  if (slot.lost !== 'one-word') return 9
  const base = layout.present[slotIndex] ? 5 : lostHeading[Math.min(layout.headingsLeft, lostHeading.length - 1)]!
  if (isOf2018(slotIndex) && (layout.year ?? 2018) !== 2018) return 9
  if (slotIndex === slotOf.diversity && from !== slotOf.interventions) return base + 0.8
  if (slotIndex === description) return lostDescription(base, shape, layout)
  return slot.role ? lostRole(slotIndex, from, base, shape, layout) : lostField(slot, from, base, shape, layout)
}

/** What it costs in a page that has lost its title and headings, by the order that it follows. */
function inForm(slotIndex: number, from: number, shape: Shape, { parts }: Form, layout: PageLayout): number {
  const slot = slotAt(slotIndex)
  const part = parts.get(slotIndex)
  if (!part) return 9
  if (layout.present[slotIndex] && !(slot.body === 'format' && shape.isFormat)) return 5
  if (slotIndex === slotOf.issues) return 9
  const kept = (layout.kept?.[slotIndex] ? 1.2 : 0) + (slotIndex === slotOf.sessionReport ? reportByPlace : 0)
  if (slot.key) return part.entry + kept + (slot.body === 'prose' ? (shape.isProse ? 0 : 1.5) + (shape.isQuestion ? 1.2 : 0) : 0)
  if (slot.role && isUnnumbered(layout)) return unnumberedRole(slotIndex, from, shape)
  if (slotIndex === onlineModerator && shape.hasGroups) return bareHeading
  if (slot.body === 'extraPeople') return bareHeading + extraWithoutHeading(shape)
  if (slot.role) return lostRole(slotIndex, from, bareHeading, shape, layout)
  return lostField(slot, from, bareHeading, shape, layout) + (slot.body === 'room' ? bareRoom(from, shape, layout) : 0)
}
const bareHeading = 0.6
/** Officers can be `Jane Doe` and `Jane Doe (Nordic Quays)`; who speaks besides is `Jane Doe, Nordic Quays`. */
const isNameOnly = ({ line: { text } }: Shape) => !text.includes(',')
function extraWithoutHeading(shape: Shape): number {
  if (isNumbered(shape)) return 4
  if (isOfficerLine(shape)) return 2.5
  if (shape.isItem) return 0
  return isNameOnly(shape) ? 3.4 : 0.6
}
/** A paragraph at the end of the form is rather its last part than a report. */
const reportByPlace = 0.5

/** Only pages of 2018 say the room and not the time before it. */
const bareRoom = (from: number, shape: Shape, { form }: PageLayout) =>
  (isNamedLine(shape) ? 1 : 0) + (from === slotOf.time ? 0 : form!.from > 2018 ? 2 : -1)

/** Not even `Organizer 1:` is left of the lists: those with an organization come first, those with groups next, the last three of them are officers. */
const isUnnumbered = (layout: PageLayout) => layout.form !== undefined && !hasLists(layout)
const hasLists = ({ numbered, present }: PageLayout) => [organizer, speaker].some(slot => numbered[slot] || present[slot])
function stayUnnumbered(slotIndex: number, shape: Shape): number {
  if (slotIndex === speaker) return 0.4
  return slotIndex === organizer && isNamedWithGroups(shape) ? 1.5 : 0
}
function unnumberedRole(slotIndex: number, from: number, shape: Shape): number {
  const other = isNameOnly(shape) ? 3.6 : 2.6
  if (slotIndex === speaker) return isNamedWithGroups(shape) ? 0.4 : other
  if (slotIndex === organizer) return isNamedLine(shape) && !isNamedWithGroups(shape) ? 0.4 : other
  if (slotAt(slotIndex).body === 'extraPeople') return from === speaker && !isOfficerLine(shape) ? (isNameOnly(shape) ? 2.4 : 1.2) : 6
  return 0.1 + (shape.looksLikePerson && (isPeople(from) || shape.hasGroups) ? 0 : 3.5)
}

/** `Jane Doe, Civil Society, African Group`, and not `Civil Society, African Group` of a hidden person. */
const isNamedWithGroups = ({ hasGroups, line: { text } }: Shape) => hasGroups && hasCommas(text, 2)
function hasCommas(text: string, count: number): boolean {
  let at = -1
  for (let i = 0; i < count; i++) if ((at = text.indexOf(',', at + 1)) < 0) return false
  return true
}

/** `Jane Doe, Nordic Quays`. */
const isNamedLine = ({ looksLikePerson, line: { text } }: Shape) => looksLikePerson && text.includes(',')
/** `Jane Doe, Civil Society, African Group`, with no organization between. */
const isOfficerLine = ({ hasGroups, isRoster, line: { text } }: Shape) => hasGroups && !isRoster && !hasCommas(text, 3)

function neverLabelled(slotIndex: number, from: number, shape: Shape, layout: PageLayout): number {
  if (!after[slotIndex]!.includes(from)) return 9
  if (slotIndex === issueStatement) return (hasIssues(layout.year) ? 0.4 : 2.2) + (shape.isQuestion ? 0.8 : 0) + (shape.isProse ? 0 : 1)
  if (from === description && (layout.type !== 'openForum' || layout.year !== 2023)) return 9
  if (from === description) return cueFor('interaction', shape) < saysPlainly ? 3 : -0.6
  return (layout.isOld ? notAsked : 0.4) - Math.min(0.5, cueFor('interaction', shape)) + cueFor('expectedOutcomes', shape)
}
/** The old form did not ask how people take part. */
const notAsked = 1.4
/** Several turns of phrase speak for it. */
const saysPlainly = 1.6
const hasIssues = (year: number | undefined) => year === undefined || (year >= 2020 && year <= 2022)

/** A list without words before it rather goes on the text above. */
const beginsWithItem = 0.8
function lostDescription(base: number, shape: Shape, layout: PageLayout): number {
  if (!shape.isProse) return base + (shape.isQuestion ? 3 : 2)
  return layout.present[description] ? base : Math.min(base, 0.8) + (shape.isQuestion ? 1.2 : 0) + (shape.isItem ? beginsWithItem : 0)
}

function lostRole(slotIndex: number, from: number, base: number, shape: Shape, layout: PageLayout): number {
  if (slotIndex === speaker && shape.isRoster) return Math.min(base, 1.2)
  if (slotIndex === speaker && from === organizer && shape.hasGroups && !layout.numbered[speaker]) return Math.min(base, 1)
  if (slotIndex === organizer || slotIndex === speaker) return isListBelowText(from, shape, layout) ? listThere : base + 2
  const alone = slotIndex === slotOf.rapporteur && !layout.form && !isOfficer(from) ? aloneAsRapporteur : 0
  return base + alone + (isPeople(from) ? 0 : shape.hasGroups ? 0.6 : 3.5)
}

/** `Jane Doe, Nordic Quays` below the text of an event that has no heading for its lists begins one, though none can say which. */
const isListBelowText = (from: number, shape: Shape, layout: PageLayout) =>
  from === description && isEvent(layout) && isNamedLine(shape) && !shape.isRoster && !hasLists(layout)
const listThere = 0.6
const personInText = 0.8

/** A session with one officer has a moderator. */
const aloneAsRapporteur = 0.6
const isOfficer = (slot: number) => slot === slotOf.moderator || slot === onlineModerator || slot === slotOf.rapporteur

/** The organization that holds the session never has a heading. */
const hostThere = 1
/** A short line of no known theme or room is as likely the organization that holds the session. */
const organizationThere = 2.5

/** Pages of 2023 name an issue between the room and all else. */
const isIssueFirst = (from: number, { form, year }: PageLayout) => form !== undefined && year === 2023 && from === slotOf.room
/** Below the room such a line is as likely an issue of the programme. */
const issueThere = 0.7

/** `Commission for Lights and Buoys (ComLight)` below the issues holds the session. */
const notAnIssue = 1
const isOrganization = ({ isTheme, line: { text } }: Shape) => !isTheme && organizationAtFront.test(text)
const organizationAtFront =
  /^(?:the )?(?:\p{L}+ ){0,3}(?:universit\p{L}+|institut\p{L}+|ministry|cent(?:re|er)|foundation|association|council|commission|authority|agency|federation|alliance|secretariat|society)\b/iu

/** A value whose shape says what it is hardly needs its heading. */
function lostField(slot: Slot, from: number, base: number, shape: Shape, layout: PageLayout): number {
  if (slot.body === 'time' && shape.isTime) return Math.min(base, 0.8)
  if (slot.body === 'value')
    return hostThere + ((layout.form ? shape.length < 100 : isNameAlone(shape)) ? 0 : 3) + (isIssueFirst(from, layout) ? 0.6 : 0)
  if (slot.body === 'goals' && shape.isGoal) return Math.min(base, 0.6)
  if (slot.body === 'format' && shape.isFormat) return layout.present[slotOf.format] && from === description ? base : Math.min(base, 0.8)
  if (slot.body === 'format' && shape.isSeating && (layout.year ?? 2024) >= 2024) return Math.min(base, 1)
  if (slot.body === 'room' && from === slotOf.time) return Math.min(base, 1.2) - 0.5
  if (slot.body === 'room' && layout.year === 2023) return base + 0.8
  if (slot.body === 'room' && !shape.isRoom) return base + organizationThere
  return slot.body === 'theme' && !shape.isTheme ? base + (layout.form && from === slotOf.room ? issueThere : organizationThere) : base
}

/** What it costs to say that a line belongs to nothing. */
export function strayCost(shape: Shape): number {
  if (shape.headings.some(heading => heading.exact) || shape.isOfficialTool) return 7
  if (shape.headings.some(heading => isHardlyChance(heading, shape))) return 5
  return shape.isEvident ? 6 : shape.isProse ? 4.2 : 3
}
