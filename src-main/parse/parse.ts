import type { PageKind, ParsedFields, ParsedRecord, ReadingRule, Span } from '../../src-preload/record.ts'
import { readBarePage } from './bare-page.ts'
import { blocksOf } from './blocks.ts'
import { newDraft, problem } from './draft.ts'
import type { Draft } from './draft.ts'
import { markInnerHeadings } from './inner-headings.ts'
import { cutAtLabels } from './inline-labels.ts'
import { isCommonSlot, places } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { beginsWithHeading, isWholeHeading } from './headings.ts'
import type { Heading } from './headings.ts'
import { markListed } from './lists.ts'
import { mostLines, readLines, withPlainSpaces } from './lines.ts'
import type { HeadingTests } from './lines.ts'
import { hasBothGroups } from './person.ts'
import { isMarkup, pageKindOf } from './page-kind.ts'
import { checkReport, findProblems } from './problems.ts'
import { offerSections, readBlock } from './read-block.ts'
import { readCoalition } from './read-coalition.ts'
import { readDigestPeople } from './read-digest-people.ts'
import { readDocument, readDocumentTitle } from './read-document.ts'
import { readInnerPeople } from './read-inner-people.ts'
import { withoutRepeats } from './read-people.ts'
import { readDigestTitle, readScheduleTitle, readTranscriptTitle, scheduleLines } from './read-other-titles.ts'
import type { OtherTitle } from './read-other-titles.ts'
import { readTime } from './read-time.ts'
import { beginsTitle, isBare, isKindAlone, listsSessions, readTitle, titlesIn } from './read-title.ts'
import type { TitleReading } from './read-title.ts'
import { readPage } from './reading.ts'
import { withoutSecondCopy } from './repeated-page.ts'
import { nameRules, readingRules } from './rules.ts'
import type { ReadingRules } from './rules.ts'
import { shapeOf } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { markReportParts } from './report-parts.ts'
import { slotAt, slotOf, slots } from './slots.ts'
import { unclaimed } from './spans.ts'
import { documentTitle, fold, foldedThemes } from './vocabulary.ts'

/** Grows whenever the same text would be read differently. */
export const parserVersion = '1'

const isOneWordHeading = (shape: Shape) =>
  /^\p{L}/u.test(shape.line.text) &&
  shape.headings.some(heading => heading.exact && heading.valueStart >= shape.length && isLosable(heading))
const isLosable = (heading: Heading) => /^[a-z]+$/.test(heading.words) && slotAt(heading.slot).lost === 'one-word'
const beginsReport = (shape: Shape) =>
  shape.headings.some(heading => heading.exact && slotAt(heading.slot).report && heading.words.includes(' '))

const slotsOf = (shapes: readonly Shape[], test: (heading: Heading) => boolean) =>
  places(shapes.flatMap(shape => shape.headings.filter(test).map(heading => heading.slot)))

/** `- Description: a word that hides much.` is an item of a list and no heading. */
const beginsItem = ({ line, headings, length }: Shape) =>
  /^[-*\u2022\u00b7]\s/.test(line.text) && headings.every(heading => heading.valueStart < length)

/** A page with no title still says in its date which year's order it follows. */
function yearOf(shapes: readonly Shape[]): number | undefined {
  const time = shapes.find(shape => shape.isTime)?.line.text
  return time === undefined ? undefined : readTime(time, 0, 0, '').year
}

const lineWith = (shapes: readonly Shape[], places: readonly number[], isSure = (heading: Heading) => heading.exact) =>
  shapes.findIndex(shape => shape.headings.some(heading => isSure(heading) && places.includes(heading.slot)))

/** A letter can be wrong in it. */
const isNear = ({ exact, cost }: Heading) => exact || cost < 1.3

function isOld(form: readonly Shape[]): boolean {
  const relevance = lineWith(form, [slotOf.relevanceToTheme, slotOf.relevanceToInternetGovernance], isNear)
  return relevance >= 0 && relevance < lineWith(form, [slotOf.description], isNear)
}

/** Below `Additional Speakers` stands what somebody wrote, numbers and all. */
function beforeAdditional(form: readonly Shape[]): readonly Shape[] {
  const additional = lineWith(form, [slotOf.additionalSpeaker])
  return additional < 0 ? form : form.slice(0, additional)
}

const partsOfReport = [slotOf.keyPolicyQuestions, slotOf.summary, slotOf.recommendations, slotOf.finalSpeakers]
function hasOwnReport(shapes: readonly Shape[]): boolean {
  const report = lineWith(shapes, [slotOf.sessionReport])
  return report >= 0 && lineWith(shapes.slice(report), partsOfReport, ({ exact, words }) => exact && words.includes(' ')) < 0
}

function layoutOf(shapes: readonly Shape[], fields: ParsedFields, page: PageKind, schedule: readonly number[]): PageLayout {
  const report = shapes.findIndex(shape => beginsReport(shape) && !shape.headings.some(({ slot }) => isCommonSlot(slot)))
  const form = report < 0 ? shapes : shapes.slice(0, report)
  return {
    year: fields.year?.value ?? yearOf(shapes),
    type: fields.sessionType?.value,
    headingsLeft: form.filter(isOneWordHeading).length,
    present: slotsOf(
      form.filter(shape => !beginsItem(shape)),
      heading => heading.number === undefined && heading.isInner !== true,
    ),
    numbered: slotsOf(beforeAdditional(form), heading => heading.number !== undefined),
    isBare: isBare(shapes),
    isFree: page === 'digest' || page === 'report',
    isOld: isOld(form),
    isOfSchedule: schedule.length === 1,
    hasOnsiteModerator: form.some(shape => shape.headings.some(({ exact, words }) => exact && words === 'onsite moderator')),
    hasOwnReport: page !== 'digest' && hasOwnReport(shapes),
    hasGaps: shapes.filter(shape => shape.line.gap > 0).length * 5 > shapes.length,
  }
}

function titleOf(
  text: string,
  shapes: readonly Shape[],
  first: TitleReading,
  page: PageKind,
  schedule: readonly number[],
): OtherTitle | TitleReading {
  if (page === 'transcript') return readTranscriptTitle(text, shapes) ?? first
  if (page === 'digest') return readDigestTitle(text, shapes) ?? first
  if (first.fields.sessionNumber ?? first.fields.sessionType) return first
  const title = readScheduleTitle(text, shapes, schedule)
  if (!title) return first
  const { forum, year } = first.fields
  return { ...title, fields: { ...(forum && { forum }), ...(year && { year }), ...title.fields } }
}

/** Reads a page's text into a session record, as the rules of a project say. Never throws; takes time in proportion to the text. */
export function parse(original: string, rules: readonly ReadingRule[] = []): ParsedRecord {
  const text = withPlainSpaces(original)
  const draft = newDraft(text)
  const page = isMarkup(text) ? 'document' : readInto(draft, original, readingRules(rules))
  findProblems(draft, page)
  const { fields, people, sections, problems, claims, boilerplate } = draft
  const leftover = unclaimed(text, claims)
  return { page, fields, people, sections, leftover, problems, ...(boilerplate.length > 0 && { boilerplate }) }
}

/** How much the title says that this is a session page: forum and year, and a number or kind. */
function titleSigns({ fields }: TitleReading): number {
  if (!fields.sessionNumber && fields.title && documentTitle.test(fields.title.value)) return aboutSessions
  return (fields.year ? 2 : 0) + ((fields.sessionNumber ?? fields.sessionType) ? 1 : 0)
}
const aboutSessions = -4

/** The page of one session in a conference schedule, by its day and hours and the kind or number in its title. */
const isOfSchedule = (schedule: readonly number[], { fields }: OtherTitle | TitleReading) =>
  schedule.length === 1 && (fields.sessionNumber ?? fields.sessionType) !== undefined

/** An address or a place that footers name is a footer only where the page ends. */
const footersLast = (shapes: readonly Shape[]) =>
  shapes.map((shape, i) => (shape.isFooter && i < shapes.length - longestFooter ? { ...shape, isFooter: false } : shape))
const longestFooter = 16

const pageNumber = /^(?:page\s+\d{1,3}|[-\u2013]\s*\d{1,3}\s*[-\u2013]|\d{1,3}(?:\s*\/\s*\d{1,3})?)$/i

/** A printed page ends with its number; under a heading a number is a value. */
function withoutPageNumber(shapes: readonly Shape[]): readonly Shape[] {
  const [before, last] = [shapes.at(-2), shapes.at(-1)]
  const isNumber = last !== undefined && last.line.gap > 0 && pageNumber.test(last.line.text)
  const isValue = before === undefined || before.isNumber || before.headings.some(heading => heading.valueStart >= before.length)
  return isNumber && !isValue ? shapes.slice(0, -1) : shapes
}

const untitled: OtherTitle = { fields: {}, claims: [], lines: 0 }

const pageOf = /\s+\d{1,3}\s?\/\s?\d{1,3}$/
/** A printed page says its title and number again at the head of every sheet. */
function runningHead(title: Shape | undefined): (shape: Shape) => boolean {
  const words = title?.line.text.replace(pageOf, '') ?? ''
  return ({ line: { text } }) => words.length > 10 && text.startsWith(words) && text.replace(pageOf, '') === words
}

function readInto(draft: Draft, original: string, rules: ReadingRules): PageKind {
  const { text } = draft
  const tests: HeadingTests = {
    begins: row => beginsWithHeading(row) || beginsTitle(row) || rules.isHeading(row),
    isWhole: row => isWholeHeading(row) || rules.isWholeHeading(row),
    isComplete: row => hasBothGroups(row) || foldedThemes.has(fold(row)),
  }
  const lines = readLines(text, tests, original).flatMap(cutAtLabels)
  for (const aside of rules.setAside(lines)) {
    draft.boilerplate.push(aside)
    draft.claims.push(aside.span)
  }
  const { shapes, repeated } = withoutSecondCopy(rules.shaped(lines.map(shapeOf)))
  const first = readTitle(text, shapes)
  const schedule = scheduleLines(shapes)
  const isList = schedule.length > 1 || listsSessions(shapes)
  const kind = pageKindOf(shapes, isList ? 0 : titleSigns(first))
  const found = isList && kind === 'session' ? 'document' : kind
  const asFound = titleOf(text, shapes, first, found, schedule)
  const isScheduled = isOfSchedule(schedule, asFound)
  const page = found === 'document' && isScheduled ? 'session' : found
  const title = page !== 'document' ? asFound : isList ? untitled : readDocumentTitle(text, shapes, asFound)
  Object.assign(draft.fields, title.fields)
  draft.claims.push(...title.claims)
  const coalition = page === 'session' && !draft.fields.sessionType ? readCoalition(shapes.slice(title.lines)) : undefined
  if (coalition) {
    draft.fields.sessionType = coalition.sessionType
    draft.claims.push(...coalition.sessionType.spans)
  }
  const marked = markListed(markReportParts(markInnerHeadings(footersLast(withoutPageNumber(shapes)))))
  const isRunningHead = runningHead(title.lines > 0 ? shapes[title.lines - 1] : undefined)
  const isOutside = (shape: Shape) =>
    shape.isBanner ||
    isRunningHead(shape) ||
    shape.line.start === coalition?.shape.line.start ||
    (isScheduled && isKindAlone(shape.line.text))
  const body = marked.slice(title.lines).filter(shape => !isOutside(shape))
  if (page === 'document') readDocument(draft, body, rules)
  else if (page !== 'transcript') readForm(draft, body, layoutOf(marked, draft.fields, page, schedule))
  if (page === 'digest') readDigestPeople(draft)
  if (draft.topics.length > 0) draft.fields.topics = draft.topics
  rules.applyToPeople(draft)
  withoutRepeats(draft.people, text)
  if (page === 'session')
    checkReport(
      draft,
      body.filter(beginsReport).map((shape): Span => [shape.line.start, shape.line.end]),
    )
  if (isList || titlesIn(shapes) > 2) problem(draft, 'several-sessions', 'The page lists several sessions; paste them one at a time', [])
  if (repeated) problem(draft, 'page-repeated', 'The page is there twice; the second copy was left alone', [repeated])
  if (lines.length >= mostLines) problem(draft, 'page-too-long', `Only the first ${mostLines} lines were read`, [])
  return page
}

/** A line among the issues that is an organizer's affiliation names who holds the session. */
function withoutHosts(draft: Draft): void {
  if (draft.topics.length === 0) return
  const hosts = new Set(draft.people.map(({ role, affiliation }) => (role === 'organizer' ? affiliation : null)))
  for (const topic of draft.topics.filter(({ value }) => hosts.has(value))) {
    draft.topics.splice(draft.topics.indexOf(topic), 1)
    draft.claims.splice(draft.claims.indexOf(topic.spans[0]!), 1)
  }
}

function readForm(draft: Draft, shapes: readonly Shape[], page: PageLayout): void {
  const { lines, others, layout } = page.isBare ? readBarePage(shapes, page) : { ...readPage(shapes, page), layout: page }
  const blocks = blocksOf(lines).filter(block => block.slot < slots.length)
  for (const [i, block] of blocks.entries()) readBlock(draft, block, blocks[i - 1], blocks[i + 1], layout)
  withoutHosts(draft)
  readInnerPeople(draft, blocks)
  offerSections(draft, blocks, others, layout)
  nameRules(draft, blocks)
}
