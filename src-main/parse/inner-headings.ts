import type { Heading } from './headings.ts'
import { isOfficer } from './layouts.ts'
import { isNumbered } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { slotAt, slotOf } from './slots.ts'
import { bullet } from './vocabulary.ts'

/** Headings that a page repeats as a matter of course. */
const repeatable: ReadonlySet<number> = new Set([
  slotOf.organizer,
  slotOf.proposer,
  slotOf.coProposer,
  slotOf.aside,
  slotOf.stakeholderGroup,
  slotOf.title,
  slotOf.issueStatement,
  slotOf.reportFormPart,
])

const small = new Set(['of', 'to', 'for', 'and', 'the', 'with', 'from', 'this', 'in', 'on', 'or'])

/** `Expected Outcomes`, as the form writes its headings, and not `Expected outcomes`. */
function isWrittenAsInForm(label: string): boolean {
  const words = label.match(/\p{L}+/gu) ?? []
  return words.every(word => small.has(word) || /^\p{Lu}/u.test(word))
}

const canRepeat = (heading: Heading) =>
  heading.number !== undefined ||
  heading.glued === true ||
  repeatable.has(heading.slot) ||
  heading.words === 'speaker' ||
  heading.words === 'moderator'

/** Says of a line's heading that it belongs to the text around it. */
type Mark = (line: number, words: string) => void

/** How far below its heading the first numbered person stands, at most. */
const nearby = 3

/** In a page that numbers its speakers, `Speakers:` with a list of its own stands in a text; so for organizers. */
function listedInText(shapes: readonly Shape[], mark: Mark): void {
  for (const role of [slotOf.organizer, slotOf.speaker]) {
    const isInRole = (shape: Shape) => shape.headings.some(heading => heading.slot === role && heading.number !== undefined)
    if (!shapes.some(isInRole)) continue
    for (const [i, shape] of shapes.entries()) {
      const heading = shape.headings.find(one => one.slot === role && one.number === undefined)
      if (heading && !shapes.slice(i + 1, i + 1 + nearby).some(isInRole)) mark(i, heading.words)
    }
  }
}

const officer = (shape: Shape) => shape.headings.find(heading => isOfficer(heading.slot) && heading.glued !== true)
const standsAlone = (shape: Shape, heading: Heading) => heading.valueStart >= shape.length

const opensText = (shape: Shape) =>
  shape.headings.some(heading => heading.exact && standsAlone(shape, heading) && slotAt(heading.slot).body === 'prose')

/** In a page that names its officers below their headings, `Moderator: …` after a sentence stands in a text. */
function namedInText(shapes: readonly Shape[], mark: Mark): void {
  const isBelow = (shape: Shape, i: number) => {
    const heading = officer(shape)
    return (
      heading !== undefined && standsAlone(shape, heading) && (shapes[i + 1]?.looksLikePerson === true || !shape.line.text.endsWith(':'))
    )
  }
  if (!shapes.some(isBelow)) return
  let isText = false
  for (const [i, shape] of shapes.entries()) {
    const heading = officer(shape)
    if (heading && !standsAlone(shape, heading) && isText) mark(i, heading.words)
    if (shape.isProse || opensText(shape)) isText = true
    else if (shape.isEvident || shape.headings.some(one => one.number !== undefined || (one.exact && standsAlone(shape, one))))
      isText = false
  }
}

const saidOnce: ReadonlySet<number> = new Set([slotOf.format, slotOf.room, slotOf.time])
/** `Session format: a circle; …` in a description is the text's own where the page has said its format above. */
function saidInText(shapes: readonly Shape[], mark: Mark): void {
  const said = new Set<number>()
  let isText = false
  for (const [i, shape] of shapes.entries()) {
    for (const heading of shape.headings) {
      if (isText && said.has(heading.slot) && !standsAlone(shape, heading)) mark(i, heading.words)
      if (saidOnce.has(heading.slot)) said.add(heading.slot)
      if (heading.exact && heading.slot === slotOf.description) isText = true
    }
    if (shape.isFormat) said.add(slotOf.format)
    if (shape.isTime) said.add(slotOf.time)
  }
}

const opensReport = (shape: Shape) => shape.headings.some(heading => heading.exact && heading.slot === slotOf.sessionReport)

/** `- Organizer(s): …` or `Speaker 1: Thank you.` in the report below a form that numbers its people is no more of the form. */
function restatedInReport(shapes: readonly Shape[], mark: Mark): void {
  const report = shapes.findIndex(opensReport)
  if (report < 0 || !shapes.slice(0, report).some(isNumbered)) return
  for (let i = report + 1; i < shapes.length; i++) {
    const { headings, line } = shapes[i]!
    for (const heading of headings)
      if (!slotAt(heading.slot).report && (heading.number !== undefined || bullet.test(line.text))) mark(i, heading.words)
  }
}

/** What the form asks for below the description, and no report has. */
const lateParts: ReadonlySet<number> = new Set([
  slotOf.expectedOutcomes,
  slotOf.relevanceToInternetGovernance,
  slotOf.relevanceToTheme,
  slotOf.onlineParticipation,
])
/** `(* deadline …)`, as the form itself writes behind its headings of the report. */
const formRemark = /\(\s*\*/

/** A report stands below the form: `Summary` or `Key takeaways` above a later part of it is the text's own. */
function reportedInText(shapes: readonly Shape[], mark: Mark): void {
  const isLatePart = (shape: Shape) =>
    shape.headings.some(heading => heading.exact && lateParts.has(heading.slot) && isWrittenAsInForm(label(shape, heading.words)))
  const last = shapes.findLastIndex(isLatePart)
  for (let i = 0; i < last; i++) {
    const { headings, line } = shapes[i]!
    const report = headings.filter(heading => slotAt(heading.slot).report)
    if (report.length > 0 && formRemark.test(line.text)) return
    for (const heading of report) mark(i, heading.words)
  }
}

const counted = /^\(?(\d{1,2})[.)]\s/
/** `4. Key takeaways` after `3. Questions` is the next item of a list, where no report has begun. */
function countedInList(shapes: readonly Shape[], mark: Mark): void {
  let before = 0
  for (const [i, { headings, isItem, line }] of shapes.entries()) {
    const number = isItem ? Number(counted.exec(line.text)?.[1] ?? 0) : 0
    const report = headings.filter(heading => slotAt(heading.slot).report)
    const goesOn = before > 0 && number === before + 1
    if (report.length > 0 && !goesOn) return
    if (goesOn) for (const heading of report) mark(i, heading.words)
    before = number
  }
}

/** Where the same heading stands twice in a page, only one opens its part; the others belong to the text around them. */
export function markInnerHeadings(shapes: readonly Shape[]): readonly Shape[] {
  const places = new Map<string, number[]>()
  for (const [i, shape] of shapes.entries())
    for (const heading of shape.headings) {
      if (!heading.exact || canRepeat(heading)) continue
      const lines = places.get(heading.words)
      if (lines) lines.push(i)
      else places.set(heading.words, [i])
    }
  const inner = new Map<number, Set<string>>()
  const mark = (line: number, words: string) => inner.set(line, new Set([...(inner.get(line) ?? []), words]))
  for (const find of [listedInText, namedInText, saidInText, restatedInReport, reportedInText, countedInList]) find(shapes, mark)
  for (const [words, lines] of places) {
    if (lines.length < 2 || lines.length > most) continue
    const outer = lines.find(i => isWrittenAsInForm(label(shapes[i]!, words))) ?? lines[0]
    for (const i of lines) if (i !== outer) mark(i, words)
  }
  return inner.size === 0 ? shapes : shapes.map((shape, i) => withInner(shape, inner.get(i)))
}

function withInner(shape: Shape, words: ReadonlySet<string> | undefined): Shape {
  if (!words) return shape
  const headings = shape.headings.map(heading =>
    words.has(heading.words) && !heading.rule ? { ...heading, isInner: true as const } : heading,
  )
  return { ...shape, headings }
}

/** More than this is a list of something else. */
const most = 20

const label = (shape: Shape, words: string) =>
  shape.line.text.slice(0, shape.headings.find(heading => heading.words === words)?.labelEnd ?? 0)
