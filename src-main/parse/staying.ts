import { cueFor } from './cues.ts'
import type { Part } from './bare-forms.ts'
import { isEvent, isUnnumbered } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { isListBelowText } from './lost-headings.ts'
import { isNameAlone, isNamedLine, isNamedWithGroups, isOrganizationAlone, isTimed } from './named-lines.ts'
import type { Taken } from './read-line.ts'
import { isNumbered } from './shapes.ts'
import type { Shape } from './shapes.ts'
import type { Body } from './slot.ts'
import { slotAt, slotOf, slots } from './slots.ts'
import { beginsWithOrganization } from './vocabulary.ts'

const singleBodies: readonly Body[] = ['title', 'group', 'time', 'room', 'number', 'organization', 'value']
const isSingle = slots.map(({ body }) => singleBodies.includes(body))

/** What one more line costs in the place of the line before it. */
export function staying(before: Taken, shape: Shape, layout: PageLayout): number {
  const { slot } = before
  if (isSingle[slot]) return 3
  const { body } = slotAt(slot)
  const gap = layout.hasGaps ? shape.line.gap : 0
  if (body === 'format') return shape.isFormat || shape.isSeating ? 3 : 0.5
  if (body === 'person') return secondOfficer(slot, gap, layout)
  if (body === 'theme') return nextIssue(shape, gap, layout)
  if (body === 'people' || body === 'extraPeople') return nextPerson(before, shape, gap, layout)
  if (body === 'goals') return shape.isNumber && gap > 0 ? 4 : 0
  if (body === 'footer') return 0
  const part = layout.form?.parts.get(slot)
  return part ? nextInPart(before, part, shape, layout) : nextParagraph(before, shape, gap, layout)
}

/** A second person under one heading; the next heading, were it lost, would have left a wide gap. */
function secondOfficer(slot: number, gap: number, layout: PageLayout): number {
  if (layout.hasGaps && gap === 0) return 1
  const isUnderItsHeading = slot === slotOf.onlineModerator && layout.present[slot] && !layout.present[slotOf.rapporteur]
  return isUnderItsHeading && layout.hasGaps && gap === 1 ? 0.7 : 2.8
}

const nextIssue = (shape: Shape, gap: number, layout: PageLayout) =>
  (gap === 0 ? 0 : gap === 1 ? 0.6 : 2.5) + (layout.form && isNamedLine(shape) ? 2 : 0) + (isHost(shape) ? notAnIssue : 0)
/** `Commission for Lights and Buoys (ComLight)` below the issues holds the session. */
const isHost = ({ isTheme, line: { text } }: Shape) => !isTheme && beginsWithOrganization.test(text)
const notAnIssue = 1

const nextPerson = ({ slot, heading }: Taken, shape: Shape, gap: number, layout: PageLayout) =>
  (gap > 1 ? 3 : gap === 1 ? 0.4 : 0) +
  (heading?.number !== undefined || (layout.form && layout.numbered[slot]) ? 2.5 : 0) +
  (slotAt(slot).body === 'extraPeople' && shape.hasGroups && !isNumbered(shape) ? 1.2 : 0) +
  (isUnnumbered(layout) ? nextUnnumbered(slot, shape) : 0)

function nextUnnumbered(slot: number, shape: Shape): number {
  if (slot === slotOf.speaker) return 0.4
  return slot === slotOf.organizer && isNamedWithGroups(shape) ? 1.5 : 0
}

function nextParagraph({ slot, how }: Taken, shape: Shape, gap: number, layout: PageLayout): number {
  const { body } = slotAt(slot)
  const isLow = gap >= layout.gapBelowEmpty
  const late =
    (isLow && !(body === 'questions' && shape.isQuestion) ? 0.8 : 0) +
    (body !== 'finalPeople' && !shape.isProse && !shape.isItem && (slot === slotOf.about || isLow) ? 2.6 : 0)
  if (slot === slotOf.expectedOutcomes && shape.isProse && !shape.isIntroduction && !shape.isListed)
    return Math.max(0, 1.3 + cueFor('interaction', shape) - cueFor('expectedOutcomes', shape)) + late
  return (
    (how === 'heading and value' ? (gap > 1 ? 2.3 : 1.3) : 0) +
    late +
    (isEvent(layout) && gap > 0 && isOrganizationAlone(shape) ? organizationBelow : 0) +
    (isListBelowText(slot, shape, layout) ? personInText : 0)
  )
}
/** In pages of events the organization that holds the session stands below the text, above the people. */
const organizationBelow = 1.6
const personInText = 0.8

/** One more paragraph in a part of a page that has lost its title and headings. */
const nextInPart = (before: Taken, part: Part, shape: Shape, layout: PageLayout) =>
  pastEnd(before, part, shape) + leftBelow(before.slot, shape, layout) + countedAnew(before.slot, shape, layout)

function pastEnd({ slot, how }: Taken, { isLong }: Part, shape: Shape): number {
  const isFormat = slot === slotOf.formatDescription
  if (shape.isOfficialTool) return opensAnew
  if (!isLong && how === 'heading and value') return endsWithItsLine + (isFormat ? endsAfterOne : 0)
  if (!shape.isProse || shape.isItem || shape.isListed) return 0
  return isLong ? goesOn : isFormat ? 2 * endsAfterOne : endsAfterOne
}
/** In a part that usually has several paragraphs, and in one that has one. */
const goesOn = 0.05
const endsAfterOne = 1.2
/** What shares a line with its heading is one line nearly always. */
const endsWithItsLine = 1.8
/** The fixed sentence on online participation opens its part. */
const opensAnew = 4

/** A second list of questions, counted from 1 again, holds the additional ones. */
const countedAnew = (slot: number, { isListed, line: { text } }: Shape, { form }: PageLayout) =>
  slot === slotOf.policyQuestions && form?.parts.has(slotOf.additionalPolicyQuestions) && !isListed && /^\(?1[.)]\s/.test(text)
    ? opensAnew
    : 0

/** A person with an organization, or an organization alone, begins the people below a text; an item that says its minutes is neither. */
function leftBelow(slot: number, shape: Shape, layout: PageLayout): number {
  if (isTimed(shape)) return 0
  if (isNamedLine(shape)) return isUnnumbered(layout) ? 1.5 : 0
  return slot === slotOf.description && layout.form?.parts.has(slotOf.host) && isNameAlone(shape) ? organizationBelow : 0
}
