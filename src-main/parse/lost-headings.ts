import type { Form } from './bare-forms.ts'
import { cueFor } from './cues.ts'
import { hasLists, isEvent, isOfficer, isUnnumbered } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { isNameAlone, isNamedLine, isNamedWithGroups, isNameOnly, isOfficerLine } from './named-lines.ts'
import { isNumbered } from './shapes.ts'
import type { Shape } from './shapes.ts'
import type { Slot } from './slot.ts'
import { pageStart, slotAt, slotOf } from './slots.ts'

const { description, expectedOutcomes, interaction, issueStatement, onlineModerator, organizer, speaker } = slotOf

/** As dear as a reading can be before it is given up. */
export const never = 9
/** The heading is in the page, elsewhere. */
const hasHeading = 5

/** The fewer one-word headings a page still has, the likelier that one more is lost. */
const lostHeading = [0.6, 1, 1.8, 2.6] as const

/** What it costs to come to a place that has no heading here. */
export function unlabelled(slotIndex: number, from: number, shape: Shape, layout: PageLayout): number {
  return withoutHeading(slotIndex, from, shape, layout) + (shape.isListed && slotAt(slotIndex).key !== undefined ? 2 : 0)
}

function withoutHeading(slotIndex: number, from: number, shape: Shape, layout: PageLayout): number {
  const slot = slotAt(slotIndex)
  if (shape.isOfficialTool && slotIndex === slotOf.onlineParticipation) return 0.3
  if (layout.isFree) return slot.body === 'time' && shape.isTime ? 1 : never
  if (layout.form) return inForm(slotIndex, from, shape, layout.form, layout)
  if (slot.lost === 'always') return neverLabelled(slotIndex, from, shape, layout)
  if (slot.lost !== 'one-word' || (isOf2018(slotIndex) && (layout.year ?? 2018) !== 2018)) return never
  const base = layout.present[slotIndex] ? hasHeading : lostHeading[Math.min(layout.headingsLeft, lostHeading.length - 1)]!
  if (slotIndex === slotOf.diversity && from !== slotOf.interventions) return base + 0.8
  if (slotIndex === description) return lostDescription(base, shape, layout)
  return slot.role ? lostRole(slotIndex, from, base, shape, layout) : lostField(slot, from, base, shape, layout)
}
/** Only the form of 2018 asked for these. */
const isOf2018 = (slot: number) => slot === slotOf.interventions || slot === slotOf.diversity

/** Text that never has a heading follows its neighbour at once. */
const after: Readonly<Record<number, readonly number[]>> = {
  [issueStatement]: [slotOf.policyQuestions, slotOf.additionalPolicyQuestions, slotOf.connection],
  [interaction]: [expectedOutcomes, description],
}

function neverLabelled(slotIndex: number, from: number, shape: Shape, layout: PageLayout): number {
  if (!after[slotIndex]!.includes(from)) return never
  if (slotIndex === issueStatement) return (hasIssues(layout.year) ? 0.4 : 2.2) + (shape.isQuestion ? 0.8 : 0) + (shape.isProse ? 0 : 1)
  if (from === description && (layout.type !== 'openForum' || layout.year !== 2023)) return never
  if (from === description) return cueFor('interaction', shape) < saysPlainly ? 3 : -0.6
  return (layout.isOld ? notAsked : 0.4) - Math.min(0.5, cueFor('interaction', shape)) + cueFor('expectedOutcomes', shape)
}
const hasIssues = (year: number | undefined) => year === undefined || (year >= 2020 && year <= 2022)
/** Several turns of phrase speak for it. */
const saysPlainly = 1.6
/** The old form did not ask how people take part. */
const notAsked = 1.4

function lostDescription(base: number, shape: Shape, layout: PageLayout): number {
  if (!shape.isProse) return base + (shape.isQuestion ? 3 : 2)
  return layout.present[description] ? base : Math.min(base, 0.8) + (shape.isQuestion ? 1.2 : 0) + (shape.isItem ? beginsWithItem : 0)
}
/** A list without words before it rather goes on the text above. */
const beginsWithItem = 0.8

function lostRole(slotIndex: number, from: number, base: number, shape: Shape, layout: PageLayout): number {
  if (slotIndex === speaker && shape.isRoster) return Math.min(base, 1.2)
  if (slotIndex === speaker && from === organizer && shape.hasGroups && !layout.numbered[speaker]) return Math.min(base, 1)
  if (slotIndex === organizer || slotIndex === speaker) return isListBelowText(from, shape, layout) ? listThere : base + 2
  const alone = slotIndex === slotOf.rapporteur && !layout.form && !isOfficer(from) ? aloneAsRapporteur : 0
  return base + alone + (isPeople(from) ? 0 : shape.hasGroups ? 0.6 : 3.5)
}
/** People follow people. */
const isPeople = (slot: number) => slot !== pageStart && slotAt(slot).role !== undefined
/** A session with one officer has a moderator. */
const aloneAsRapporteur = 0.6

/** `Jane Doe, Nordic Quays` below the text of an event that has no heading for its lists begins one, though none can say which. */
export const isListBelowText = (from: number, shape: Shape, layout: PageLayout) =>
  from === description && isEvent(layout) && isNamedLine(shape) && !shape.isRoster && !hasLists(layout)
const listThere = 0.6

/** A value whose shape says what it is hardly needs its heading. */
function lostField({ body }: Slot, from: number, base: number, shape: Shape, layout: PageLayout): number {
  if (body === 'value') return lostHost(from, shape, layout)
  if (body === 'format') return lostFormat(from, base, shape, layout)
  if (body === 'room') return lostRoom(from, base, shape, layout)
  if (body === 'time' && shape.isTime) return Math.min(base, 0.8)
  if (body === 'goals' && shape.isGoal) return Math.min(base, 0.6)
  return body === 'theme' && !shape.isTheme ? base + (layout.form && from === slotOf.room ? issueThere : organizationThere) : base
}
/** A short line of no known theme or room is as likely the organization that holds the session. */
const organizationThere = 2.5
/** Below the room such a line is as likely an issue of the programme. */
const issueThere = 0.7

/** The organization that holds the session never has a heading. */
const lostHost = (from: number, shape: Shape, layout: PageLayout) =>
  hostThere + ((layout.form ? shape.length < 100 : isNameAlone(shape)) ? 0 : 3) + (isIssueFirst(from, layout) ? 0.6 : 0)
const hostThere = 1
/** Pages of 2023 name an issue between the room and all else. */
const isIssueFirst = (from: number, { form, year }: PageLayout) => form !== undefined && year === 2023 && from === slotOf.room

function lostFormat(from: number, base: number, shape: Shape, layout: PageLayout): number {
  if (shape.isFormat) return layout.present[slotOf.format] && from === description ? base : Math.min(base, 0.8)
  return shape.isSeating && (layout.year ?? 2024) >= 2024 ? Math.min(base, 1) : base
}

function lostRoom(from: number, base: number, shape: Shape, layout: PageLayout): number {
  if (from === slotOf.time) return Math.min(base, 1.2) - 0.5
  if (layout.year === 2023) return base + 0.8
  return shape.isRoom ? base : base + organizationThere
}

/** What it costs in a page that has lost its title and headings, by the order that it follows. */
function inForm(slotIndex: number, from: number, shape: Shape, form: Form, layout: PageLayout): number {
  const slot = slotAt(slotIndex)
  const part = form.parts.get(slotIndex)
  if (!part || slotIndex === slotOf.issues) return never
  if (layout.present[slotIndex] && !(slot.body === 'format' && shape.isFormat)) return hasHeading
  const kept = (layout.kept?.[slotIndex] ? 1.2 : 0) + (slotIndex === slotOf.sessionReport ? reportByPlace : 0)
  if (slot.key) return part.entry + kept + (slot.body === 'prose' ? (shape.isProse ? 0 : 1.5) + (shape.isQuestion ? 1.2 : 0) : 0)
  if (slot.role && isUnnumbered(layout)) return unnumberedRole(slotIndex, from, shape)
  if (slotIndex === onlineModerator && shape.hasGroups) return bareHeading
  if (slot.body === 'extraPeople') return bareHeading + lostExtraPerson(shape)
  if (slot.role) return lostRole(slotIndex, from, bareHeading, shape, layout)
  return lostField(slot, from, bareHeading, shape, layout) + (slot.body === 'room' ? bareRoom(from, shape, form) : 0)
}
const bareHeading = 0.6
/** A paragraph at the end of the form is rather its last part than a report. */
const reportByPlace = 0.5

function lostExtraPerson(shape: Shape): number {
  if (isNumbered(shape)) return 4
  if (isOfficerLine(shape)) return 2.5
  if (shape.isItem) return 0
  return isNameOnly(shape) ? 3.4 : 0.6
}

/** Only pages of 2018 say the room and not the time before it. */
const bareRoom = (from: number, shape: Shape, form: Form) =>
  (isNamedLine(shape) ? 1 : 0) + (from === slotOf.time ? 0 : form.from > 2018 ? 2 : -1)

function unnumberedRole(slotIndex: number, from: number, shape: Shape): number {
  const other = isNameOnly(shape) ? 3.6 : 2.6
  if (slotIndex === speaker) return isNamedWithGroups(shape) ? 0.4 : other
  if (slotIndex === organizer) return isNamedLine(shape) && !isNamedWithGroups(shape) ? 0.4 : other
  if (slotAt(slotIndex).body === 'extraPeople') return from === speaker && !isOfficerLine(shape) ? (isNameOnly(shape) ? 2.4 : 1.2) : 6
  return 0.1 + (shape.looksLikePerson && (isPeople(from) || shape.hasGroups) ? 0 : 3.5)
}
