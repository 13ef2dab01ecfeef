import type { Span } from '../../src-preload/record.ts'
import { spanOf, trimSpan } from './lines.ts'
import type { Line } from './lines.ts'
import type { Shape } from './shapes.ts'
import { slotAt } from './slots.ts'
import { forumAndYear, isKindAlone, readFront } from './title-front.ts'
import { longestTitle, value, yearAt } from './title-reading.ts'
import type { TitleFields, TitleReading } from './title-reading.ts'
import { hasRoomWord } from './rooms.ts'
import { fold, formatKinds, organizationWord } from './vocabulary.ts'

const separator = /^[\s\u00a0:|.,\u2010-\u2015-]+/

const isContent = (shape: Shape) =>
  shape.isTime ||
  shape.hasGroups ||
  shape.isFormat ||
  shape.isTheme ||
  shape.headings.some(
    heading =>
      heading.number !== undefined ||
      ((heading.exact || heading.words.includes(' ')) &&
        !['agenda', 'formPart', 'reportPart', 'digestPart', 'footer', 'issues'].includes(slotAt(heading.slot).name)),
  )

/** A page that has lost its title and headings can begin with its room. */
const isRoomBefore = (shape: Shape, next: Shape | undefined) => shape.isRoom && shape.length < 40 && next !== undefined && isContent(next)

const furthest = 60

/** The address that the page was taken from. */
const address = /^https?:\/\/\S+$/i
const isOutside = ({ isBanner, line }: Shape) => isBanner || address.test(line.text)

/** A schedule's page has its menu, day, hours and room above the title. */
const nearby = 6
function isWholeTitle({ length, line: { text } }: Shape): boolean {
  if (length >= 250) return false
  const match = forumAndYear.exec(text)
  const { number, type } = readFront(text.slice(match?.[0].length ?? 0))
  return number !== undefined && (match !== null || (type !== undefined && text.includes('#')))
}

const withoutHashes = (text: string) => text.replace(/^#{1,6}\s+/, '')

/** Which line is the title: the first that begins like one, before anything that only a page's body has. */
function titleIndex(shapes: readonly Shape[]): number {
  let weak = -1
  let first = -1
  for (let i = 0; i < Math.min(shapes.length, furthest); i++) {
    const text = shapes[i]!.line.text
    if (isOutside(shapes[i]!)) continue
    const match = forumAndYear.exec(text)
    const rest = match ? text.slice(match[0].length) : withoutHashes(text)
    const front = match || /^(?:\p{Lu}|#)/u.test(rest) ? readFront(rest) : { length: 0 }
    if (front.number !== undefined && (match || front.type !== undefined)) return i
    if (match && (front.type !== undefined || rest.length > 8) && weak < 0 && text.length < 250) weak = i
    if (isContent(shapes[i]!) || isRoomBefore(shapes[i]!, shapes[i + 1])) {
      const below = weak < 0 ? shapes.slice(i + 1, i + 1 + nearby).findIndex(isWholeTitle) : -1
      if (below >= 0) return i + 1 + below
      break
    }
    if (first < 0) first = i
  }
  return weak >= 0 ? weak : first
}

/** A copy that has lost its title and headings begins with the one word `Session`. */
export const isBare = (shapes: readonly Shape[]) => bareStart(shapes) >= 0
function bareStart(shapes: readonly Shape[]): number {
  const first = shapes.findIndex(shape => !isOutside(shape))
  return first >= 0 && /^session$/i.test(shapes[first]!.line.text) ? first : -1
}

/** Not the session's place, host, kind or people. */
export const canEndTitle = (row: string) =>
  !/[,:;.@/|]|\d/.test(row) && !isKindAlone(row) && !organizationWord.test(row) && !formatKinds.has(fold(row)) && !hasRoomWord(fold(row))

/** The browser's title and the page's own can follow each other. */
function pastCopies(shapes: readonly Shape[], at: number, words: string): number {
  while (shapes[at]?.line.text === words) at++
  return at
}

/** `Workshop 88 (IGF 2010)`, with the title on the next line. */
const yearBehind = /^[\s(,-]*IGF[\s'\u2019-]*(20\d\d)\)?\s*$/i

/** `1/4` at the right edge of a printed page. */
const atRightEdge = /\s{3,}\d{1,3}\s?\/\s?\d{1,3}$/

/** Reads forum, year, kind, number and title off the page's first lines; nothing where the page has no title. */
export function readTitle(text: string, shapes: readonly Shape[]): TitleReading {
  const form = readFormHead(text, shapes)
  if (form) return form
  const index = isBare(shapes) ? -1 : titleIndex(shapes)
  const line = shapes[index]?.line
  if (!line) return { fields: {}, claims: [], lines: pastCopies(shapes, bareStart(shapes) + 1, 'Session') }
  const fields: TitleFields = {}
  const match = forumAndYear.exec(line.text)
  const above = match ? undefined : shapes.slice(0, index).find(shape => shape.length < 60 && forumAndYear.test(shape.line.text))?.line
  const below = match || above || !readFront(withoutHashes(line.text)).type ? undefined : yearBelow(shapes[index + 1])
  const apart = above ?? below
  const named = apart ? forumAndYear.exec(apart.text) : match
  if (named) readForumAndYear(fields, text, named, (apart ?? line).start)
  const isNamed = fields.year !== undefined && match !== null
  const start = line.start + (isNamed ? match[0].length : (/^#{1,6}\s+/.exec(line.text)?.[0].length ?? 0))
  let at = readKindAndNumber(fields, text, start, line, match !== null)
  if (!match && readYearBehind(fields, text, at, line.end)) at = line.end
  const isSure = match !== null || fields.sessionNumber !== undefined
  const lines = pastCopies(shapes, index + 1, line.text) + (below ? 1 : 0)
  const next = at < line.end ? undefined : shapes[lines]
  if (at >= line.end && (!next || isContent(next) || next.line.gap > 2)) return { fields, claims: [spanOf(line)], lines }
  const span = next ? spanOf(next.line) : ([at, line.end] as const)
  const reason = next ? 'the line after the number' : isSure ? 'what follows the kind and number' : 'the first line of the page'
  readWords(fields, text, span, isSure, reason)
  const end = next ? pastCopies(shapes, lines + 1, next.line.text) : lines
  const head: Span[] = above ? [spanOf(above)] : []
  if (!fields.title) return { fields, claims: [...head, [line.start, at]], lines: end }
  const own = shapes.slice(index, end).map(shape => spanOf(shape.line))
  const from = fields.title.spans[0]![0]
  return { fields, claims: [...head, ...own].map(claim => beforeTab(text, claim, from)), lines: end }
}

/** `IGF 2019 Berlin`, a line below the title. */
function yearBelow(shape: Shape | undefined): Line | undefined {
  const match = shape && shape.length < 40 ? forumAndYear.exec(shape.line.text) : null
  return match && /^[\p{L} ]*$/u.test(shape!.line.text.slice(match[0].length)) ? shape!.line : undefined
}

const formName = /^[\p{L} ]{0,30}\breport(?: template| form)?$/iu
const forumName = /^(?:the )?(?:IGF|internet governance forum(?: \(IGF\))?)[\s,]+(20\d\d)$/i
/** `Internet Governance Forum 2016`, `Workshop Report`: the head of a form that asks for the session's title. */
function readFormHead(text: string, shapes: readonly Shape[]): TitleReading | undefined {
  const asksTitle = (shape: Shape | undefined) => shape?.headings.some(({ exact, slot }) => exact && slotAt(slot).name === 'title') === true
  const at = shapes.slice(0, 4).findIndex((shape, i) => formName.test(shape.line.text) && asksTitle(shapes[i + 1]))
  if (at < 0) return undefined
  const head = shapes.slice(0, at + 1).map(({ line }) => line)
  const fields: TitleFields = {}
  const forum = head.find(line => forumName.test(line.text))
  if (forum) readForumAndYear(fields, text, forumName.exec(forum.text)!, forum.start)
  readKindAndNumber(fields, text, head[at]!.start, head[at]!, true)
  return { fields, claims: [forum, head[at]].flatMap(line => (line ? [spanOf(line)] : [])), lines: at + 1 }
}

/** A row of a table, which has several tabs, goes on with other things than the title, which begins at `from`. */
function beforeTab(text: string, [start, end]: Span, from = start): Span {
  const at = Math.max(start, from)
  const [title, ...cells] = text.slice(at, end).split('\t')
  return cells.length < 2 ? [start, end] : [start, at + title!.length]
}

function readForumAndYear(fields: TitleFields, text: string, named: RegExpExecArray, start: number): void {
  const year = Number(named[1])
  if (year < 2006 || year >= 2100) return
  const words = /IGF|Internet Governance Forum/i.exec(named[0])!
  const forum = start + words.index
  fields.forum = value('IGF', [forum, forum + words[0].length], 0.99, 'the title begins with it')
  fields.year = yearAt(text, start + named[0].indexOf(named[1]!), 0.99, 'in the title, after IGF')
}

/** Reads them from `at` on; returns where the title's own words begin. */
function readKindAndNumber(fields: TitleFields, text: string, at: number, { end }: Line, isNamed: boolean): number {
  const front = readFront(text.slice(at, Math.min(end, at + 200)))
  const within = ([from, to]: Span): Span => [at + from, at + to]
  if (front.type && (isNamed || front.number !== undefined))
    fields.sessionType = value(
      front.type,
      within(front.typeSpan!),
      front.number === undefined ? 0.85 : 0.99,
      'the kind of session in the title',
    )
  if (front.number !== undefined) fields.sessionNumber = value(front.number, within(front.numberSpan!), 0.99, 'the number in the title')
  const past = at + front.length
  return past + (separator.exec(text.slice(past, Math.min(end, past + 20)))?.[0].length ?? 0)
}

function readYearBehind(fields: TitleFields, text: string, at: number, end: number): boolean {
  const behind = yearBehind.exec(text.slice(at, end))
  if (!behind) return false
  const forum = at + behind[0].search(/IGF/i)
  fields.forum = value('IGF', [forum, forum + 3], 0.95, 'behind the number')
  fields.year = yearAt(text, at + behind[0].indexOf(behind[1]!), 0.95, 'behind the number')
  return true
}

function readWords(fields: TitleFields, text: string, line: Span, isSure: boolean, reason: string): void {
  const [start, end] = beforeTab(text, line)
  const span = trimSpan(text, start, end - (atRightEdge.exec(text.slice(start, end))?.[0].length ?? 0))
  if (span[1] - span[0] > longestTitle) return
  const words = text.slice(...span).replace(/\s+/g, ' ')
  fields.title = value(words, span, isSure && !isKindAlone(words) ? 0.98 : 0.6, reason)
}
