import type { PageKind, ParsedRecord, ReadingRule, Span } from '../../src-preload/record.ts'
import { readBarePage } from './bare-page.ts'
import { blocksOf } from './blocks.ts'
import { newDraft, problem } from './draft.ts'
import type { Draft } from './draft.ts'
import { markInnerHeadings } from './inner-headings.ts'
import { cutAtLabels } from './inline-labels.ts'
import type { PageLayout } from './layouts.ts'
import { nextSession } from './further-sessions.ts'
import { beginsWithHeading, isWholeHeading } from './headings.ts'
import { markListed } from './lists.ts'
import { mostLines, readLines, spanOf } from './lines.ts'
import type { HeadingTests, Line } from './lines.ts'
import { betweenSheets, withMenus, withoutEdges } from './page-edges.ts'
import { markGoalsInRows } from './goals-in-rows.ts'
import { identify } from './page-identity.ts'
import type { PageIdentity } from './page-identity.ts'
import { isMarkup } from './page-kind.ts'
import { beginsReport, layoutOf } from './page-layout.ts'
import { hasBothGroups } from './groups.ts'
import { plainText } from './plain-text.ts'
import { checkReport, findProblems, languageNotRead } from './problems.ts'
import { offerSections } from './doubtful-sections.ts'
import { readBlock } from './read-block.ts'
import { readCoalition } from './read-coalition.ts'
import { readDigestPeople } from './read-digest-people.ts'
import { readDocument } from './read-document.ts'
import { readInnerPeople } from './read-inner-people.ts'
import { readMarkupTitle } from './read-markup-title.ts'
import { withoutRepeats } from './repeated-people.ts'
import { titlesIn } from './announced-sessions.ts'
import { canEndTitle } from './read-title.ts'
import { readPage } from './reading.ts'
import { withoutSecondCopy } from './repeated-page.ts'
import type { OneCopy } from './repeated-page.ts'
import { nameRules, readingRules } from './rules.ts'
import type { ReadingRules } from './rules.ts'
import { readSlotAbove, roomBelow, setRoom } from './schedule-page.ts'
import { beginsWithName, shapeOf } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { endsOpen } from './stray-breaks.ts'
import { markReportParts } from './report-parts.ts'
import { withWholeTimes } from './set-time.ts'
import { pageStart } from './slots.ts'
import { unclaimed } from './spans.ts'
import { beginsTitle, isKindAlone, withoutForum } from './title-front.ts'
import { fold, foldedThemes, organizationWord } from './vocabulary.ts'

/** Grows whenever the same text would be read differently. */
export const parserVersion = '1'

/** Reads a page's text into a session record, as the rules of a project say. Never throws; takes time in proportion to the text. */
export function parse(original: string, rules: readonly ReadingRule[] = []): ParsedRecord {
  const plain = plainText(original)
  const draft = newDraft(plain.text)
  const page = isMarkup(original) ? readMarkup(draft) : readInto(draft, original, plain.quoted, readingRules(rules))
  findProblems(draft, page)
  const { fields, people, sections, problems, claims, boilerplate } = draft
  const leftover = unclaimed(plain.text, claims)
  return plain.settled({ page, fields, people, sections, leftover, problems, ...(boilerplate.length > 0 && { boilerplate }) })
}

/** Code is not read, but for the title that it gives the page. */
function readMarkup(draft: Draft): PageKind {
  const { fields, claims } = readMarkupTitle(draft.text)
  Object.assign(draft.fields, fields)
  draft.claims.push(...claims)
  return 'document'
}

function readInto(draft: Draft, original: string, quoted: Span | undefined, rules: ReadingRules): PageKind {
  const lines = linesOf(draft, original, quoted, rules)
  const copy = withoutSecondCopy(withMenus(rules.shaped(lines.map(shapeOf))))
  const titles = titlesIn(copy.shapes)
  const next = titles > 1 ? nextSession(copy.shapes) : -1
  const shapes = next < 0 ? copy.shapes : copy.shapes.slice(0, next)
  const identity = identify(draft.text, shapes)
  const { page, title } = identity
  Object.assign(draft.fields, title.fields)
  draft.claims.push(...title.claims)
  readBody(draft, shapes, identity, rules)
  if (page === 'digest') readDigestPeople(draft)
  if (page === 'session') readSlotAbove(draft, shapes.slice(0, title.lines))
  if (draft.topics.length > 0) draft.fields.topics = draft.topics
  rules.applyToPeople(draft)
  withoutRepeats(draft.people, draft.text)
  findMore(draft, identity, copy, { titles, next })
  if (lines.length >= mostLines) problem(draft, 'page-too-long', `Only the first ${mostLines} lines were read`, [])
  return page
}

function readBody(draft: Draft, shapes: readonly Shape[], identity: PageIdentity, rules: ReadingRules): void {
  const { page, title, hasScheduleLine } = identity
  const coalition = page === 'session' && !draft.fields.sessionType ? claimCoalition(draft, shapes.slice(title.lines)) : undefined
  const printed = betweenSheets(shapes, title.lines)
  for (const shape of printed) draft.printed.push(spanOf(shape.line))
  const own = printed.size > 0 ? shapes.filter(shape => !printed.has(shape)) : shapes
  const marked = markListed(markReportParts(markInnerHeadings(markGoalsInRows(withoutEdges(own)))))
  const whole = bodyOf(marked, identity, coalition)
  const room = page === 'session' && identity.isOfSchedule ? roomBelow(whole) : undefined
  const body = room ? whole.filter(shape => shape !== room) : whole
  if (page === 'document') readDocument(draft, body, rules)
  else if (page !== 'transcript') readForm(draft, body, layoutOf(marked, draft.fields, page, hasScheduleLine))
  if (room) setRoom(draft, room, 'the last line of the page')
  if (page === 'session')
    checkReport(
      draft,
      body.filter(beginsReport).map(({ line }) => spanOf(line)),
    )
}

interface Sessions {
  /** How many the page gives a title. */
  readonly titles: number
  /** Where the second begins, -1 where there is none. */
  readonly next: number
}

/** Says what the page holds besides what was read: another language, other sessions, itself once more. */
function findMore(draft: Draft, { isList, language }: PageIdentity, { shapes, repeated }: OneCopy, { titles, next }: Sessions): void {
  if (language)
    problem(
      draft,
      languageNotRead,
      `The labels of this page are in ${language}; English ones are known, so only its title and headings were read`,
      [],
    )
  if (isList || (next < 0 && titles > 2))
    problem(draft, 'several-sessions', 'The page lists several sessions; paste them one at a time', [])
  if (next >= 0)
    problem(
      draft,
      'several-sessions',
      'The page holds more than one session; only the first was read, so put the others in files of their own',
      [[shapes[next]!.line.start, shapes.at(-1)!.line.end]],
    )
  if (repeated) problem(draft, 'page-repeated', 'The page is there twice; the second copy was left alone', [repeated])
}

/** The page's lines; those that the rules set aside are accounted for at once. */
function linesOf(draft: Draft, original: string, quoted: Span | undefined, rules: ReadingRules): Line[] {
  const tests: HeadingTests = {
    begins: row => beginsWithHeading(row) || beginsTitle(row) || rules.isHeading(row),
    isWhole: row => isWholeHeading(row) || rules.isWholeHeading(row),
    isComplete: row => hasBothGroups(row) || foldedThemes.has(fold(row)),
    beginsPerson: row => beginsWithName(row) && !organizationWord.test(row.slice(0, row.search(/[,(]/))),
    isTitle: row => beginsTitle(row) || (endsOpen(row) && withoutForum(row) !== row),
    canEndTitle,
  }
  const all = readLines(draft.text, tests, original).flatMap(cutAtLabels)
  const lines = quoted ? all.filter(({ start, end }) => start >= quoted[0] && end <= quoted[1]) : all
  for (const aside of rules.setAside(lines)) {
    draft.boilerplate.push(aside)
    draft.claims.push(aside.span)
  }
  return lines
}

/** The line that names the coalition or network, whose kind of session becomes the record's. */
function claimCoalition(draft: Draft, shapes: readonly Shape[]): Shape | undefined {
  const coalition = readCoalition(shapes)
  if (!coalition) return undefined
  draft.fields.sessionType = coalition.sessionType
  draft.claims.push(...coalition.sessionType.spans)
  return coalition.shape
}

/** What the form or text of the page is read from: no title, banner, or line that is told already. */
function bodyOf(shapes: readonly Shape[], { title, isOfSchedule }: PageIdentity, coalition: Shape | undefined): Shape[] {
  const isOutside = (shape: Shape) =>
    shape.isBanner || shape.line.start === coalition?.line.start || (isOfSchedule && isKindAlone(shape.line.text))
  return shapes.slice(title.lines).filter(shape => !isOutside(shape))
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
  const blocks = withWholeTimes(
    draft.text,
    blocksOf(lines).filter(block => block.slot !== pageStart),
  )
  for (const [i, block] of blocks.entries()) readBlock(draft, block, blocks[i - 1], blocks[i + 1], layout)
  withoutHosts(draft)
  readInnerPeople(draft, blocks)
  offerSections(draft, blocks, others, layout)
  nameRules(draft, blocks)
}
