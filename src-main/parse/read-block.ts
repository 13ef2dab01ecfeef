import type { Choice, ParsedFields, ParsedPerson, ParsedValue, Span } from '../../src-preload/record.ts'
import { valueSpan, wordsIn } from './blocks.ts'
import type { Block } from './blocks.ts'
import { draftChoice, fieldChoice, realChoices } from './choices.ts'
import { minutesIn } from './duration.ts'
import { newDraft, offer, problem, setOnce } from './draft.ts'
import type { Draft } from './draft.ts'
import type { PageLayout } from './layouts.ts'
import { stakeholderOf } from './groups.ts'
import { readFinalSpeakers } from './read-final-speakers.ts'
import { readFormat } from './read-format.ts'
import { readGoals } from './read-goals.ts'
import { placeBetween, readPeople } from './read-people.ts'
import type { ReadLine } from './read-line.ts'
import { noTime } from './read-time.ts'
import type { OtherReading } from './reading.ts'
import { bodyLines, choicesAfterDiversity, choicesAfterForm, paragraphsOf, sectionChoices } from './section-choices.ts'
import { goesOnWith, setTime } from './set-time.ts'
import { slotAt, slotOf } from './slots.ts'
import type { Body, Slot } from './slot.ts'
import { confidenceFrom, isClose, leastConfidence, without } from './spans.ts'
import { isKindAlone, readFront } from './title-front.ts'
import { differ, fold, foldedThemes } from './vocabulary.ts'

/** One line's value on its way into the record. */
interface Value {
  readonly words: string
  readonly span: Span
  readonly confidence: number
  readonly reason: string
  readonly line: ReadLine
  readonly slot: Slot
}

/** `Session Type (Workshop, Open Forum, etc.): Open Forum`, as reports of 2018 write it. */
const namesType = ({ heading }: ReadLine) => heading?.words === 'session type'

function setType(draft: Draft, value: Value): void {
  const { type, typeSpan: [from, to] = [0, 0] } = readFront(value.words)
  if (type) setOnce(draft, 'sessionType', { ...plain(value), value: type, spans: [[value.span[0] + from, value.span[0] + to]] })
  draft.claims.push(value.span)
}

type ReadValue = (draft: Draft, value: Value, layout: PageLayout) => void

const longestValue = 1000
/** A title that is this sure stands, whatever the page says further on. */
const sureTitle = 0.9
/** `IGF 2016 Workshop Report Template` names no session. */
const isFormName = ({ sessionNumber, title }: ParsedFields) =>
  sessionNumber === undefined && /\b(?:report|template|form)$/i.test(title?.value ?? '')

const plain = ({ words, span, confidence, reason }: Value): ParsedValue<string> => ({
  value: words.replace(/\s+/g, ' '),
  spans: [span],
  confidence,
  reason,
})

const readers: Readonly<Partial<Record<Body, ReadValue>>> = {
  time: setTime,
  room: (draft, value) => {
    offer(draft, 'room', { room: plain(value) }, value.span)
  },
  theme: (draft, value) => {
    if (value.slot.name === 'theme' && !draft.fields.subtheme) setOnce(draft, 'subtheme', plain(value))
    else draft.topics.push(plain(value))
    draft.claims.push(value.span)
  },
  format: (draft, value, layout) => {
    if (/^online duration/i.test(value.words)) return
    if (namesType(value.line) && isKindAlone(value.words)) return setType(draft, value)
    const format = readFormat(value.words, value.span[0], layout.year, value.confidence, value.reason)
    const said = Object.values(format).length > 0 && formatKeys.every(key => agrees(draft.fields[key]?.value, format[key]?.value))
    const fresh = formatKeys.filter(key => draft.fields[key] === undefined)
    for (const key of fresh) setOnce(draft, key, format[key])
    draft.claims.push(...(said ? [value.span] : fresh.flatMap(key => format[key]?.spans ?? [])))
  },
  title: (draft, value) => {
    const [first, title] = [draft.fields.title, plain(value)]
    if (first && differ(first.value, title.value)) {
      const choices = [first, title].map(one => fieldChoice('Title', { title: one }))
      problem(draft, 'two-titles', 'The page has two titles that differ; check which is right', [...first.spans, value.span], choices)
    }
    if (first && !isFormName(draft.fields) && first.confidence >= Math.min(value.confidence, sureTitle)) return
    draft.fields.title = title
    draft.claims.push(value.span)
  },
  group: (draft, value) => {
    const at = placeOfGroup(draft.people)
    const person = draft.people[at]
    const group = stakeholderOf(value.words)
    if (!person || !group) return
    draft.people[at] = {
      ...person,
      stakeholderGroup: person.stakeholderGroup ?? group,
      spans: [...person.spans, [value.line.shape.line.start, value.span[1]]],
    }
    draft.claims.push(value.span)
  },
  number: (draft, { words, span, confidence, reason }) => {
    const found = minutesIn(words)
    if (!found) return
    const spans: Span[] = [[span[0] + found.start, span[0] + found.end]]
    // What has a heading of its own says it better than the format does.
    draft.fields.durationMinutes = { value: found.minutes, spans, confidence, reason }
    draft.claims.push(span)
  },
  goals: (draft, value) => {
    const { sdgs, unknown } = readGoals(value.words, value.span[0], value.confidence, value.reason)
    const known = new Set(draft.fields.sdgs?.map(goal => goal.value))
    const fresh = sdgs.filter(goal => !known.has(goal.value))
    if (fresh.length > 0) draft.fields.sdgs = [...(draft.fields.sdgs ?? []), ...fresh]
    if (sdgs.length > 0) draft.claims.push(value.span)
    for (const span of unknown)
      problem(draft, 'unknown-sdg', `${draft.text.slice(...span)} is not one of the 17 goals or 169 targets`, [span])
  },
  organization: (draft, value) => {
    const last = draft.people.at(-1)
    if (!last) return
    draft.people[draft.people.length - 1] = {
      ...last,
      affiliation: plain(value).value,
      spans: [...last.spans, [value.line.shape.line.start, value.span[1]]],
    }
    draft.claims.push(value.span)
  },
}

const formatKeys = ['formatKind', 'seating', 'durationMinutes'] as const
const agrees = (known: string | number | undefined, said: string | number | undefined) =>
  known === undefined || said === undefined || fold(String(known)) === fold(String(said))

/** Groups are said of the proposer and the co-proposer in turn, wherever they stand; else of the person above. */
function placeOfGroup(people: readonly ParsedPerson[]): number {
  const first = people.findIndex(
    ({ role, stakeholderGroup }) => stakeholderGroup === null && (role === 'proposer' || role === 'coProposer'),
  )
  return first < 0 ? people.length - 1 : first
}

/** What gives a value away where it has no heading. */
const looks: Readonly<Partial<Record<Body, string>>> = {
  time: 'it looks like a day and hours',
  goals: 'it looks like goals or targets',
  format: 'it looks like a format',
  room: 'a short line where the room stands',
  theme: 'a short line where the theme stands',
  questions: 'questions where the policy questions stand',
}

function reasonFor(block: Block, before: Block | undefined): string {
  const heading = block.lines[0]!.heading
  if (heading && block.heading !== null)
    return heading.exact ? `under '${block.heading}'` : `heading '${block.heading}' read as '${heading.words}'`
  const place = before ? `, after ${before.heading === null ? `the ${slotAt(before.slot).headings[0]}` : `'${before.heading}'`}` : ''
  return `${looks[slotAt(block.slot).body] ?? 'by its place'}${place}; it has no heading`
}

/** `Sub-theme description: Data Governance` describes nothing. */
const namesTheme = (text: string, { slot, lines }: Block) =>
  slot === slotOf.themeDescription && lines.length === 1 && foldedThemes.has(fold(wordsIn(lines[0]!, valueSpan(text, lines[0]!))))

/** Lines where the theme stands, of a page without headings, and the first is no theme of any programme: they are issues. */
const namesIssues = ({ slot, heading, lines }: Block, { form }: PageLayout) =>
  form !== undefined && slot === slotOf.theme && heading === null && !lines[0]!.shape.isTheme

/** Under `Session format and timing` the format is said first, and then what happens in it. */
function readFormatOf(draft: Draft, block: Block, layout: PageLayout): void {
  const line = bodyLines(block)[0]
  if (!line?.shape.isFormat || slotAt(block.slot).name !== 'formPart' || !block.heading?.toLowerCase().includes('format')) return
  readValues(draft, { ...block, slot: slotOf.format, lines: [line] }, `the first line under '${block.heading}'`, layout)
}

/** Reads one block of lines into the record. */
export function readBlock(draft: Draft, block: Block, before: Block | undefined, next: Block | undefined, layout: PageLayout): void {
  const slot = slotAt(block.slot)
  for (const { heading, shape } of block.lines) if (heading) draft.claims.push([shape.line.start, shape.line.start + heading.labelEnd])
  if (slot.role)
    readPeople(draft, {
      block,
      role: slot.role,
      place: placeBetween(before, next),
      choices: lines => choicesFor(draft.text, lines, layout),
    })
  else if (namesTheme(draft.text, block)) readValues(draft, { ...block, slot: slotOf.theme }, reasonFor(block, before), layout)
  else if (namesIssues(block, layout)) readValues(draft, { ...block, slot: slotOf.issues }, reasonFor(block, before), layout)
  else if (slot.key) {
    readSection(draft, block, before, layout)
    readFormatOf(draft, block, layout)
  } else readValues(draft, block, reasonFor(block, before), layout)
}

/** Lines as each of the readings that are close has them, the best first; all have the same rivals. */
function choicesFor(text: string, all: readonly ReadLine[], layout: PageLayout): readonly Choice[] {
  const [first] = all
  if (!first || first.rivals.length === 0) return []
  const choices = [first, ...first.rivals].flatMap(({ slot }, way) => {
    const draft = newDraft(text)
    const lines = all.map(line => {
      const { how, heading } = line.rivals[way - 1] ?? line
      return { shape: line.shape, slot, how, heading, margin: Infinity, rivals: [] }
    })
    readBlock(draft, { slot, lines, heading: null, margin: Infinity }, undefined, undefined, layout)
    return draftChoice(slotAt(slot), draft)
  })
  return realChoices(choices)
}

/** The words that a line of a block says, with those of the next where a time is written on two lines. */
function spansIn(text: string, { slot, lines }: Block): (readonly [ReadLine, Span])[] {
  const said = lines.filter(({ how }) => how !== 'heading')
  if (slotAt(slot).body !== 'time') return said.map(line => [line, valueSpan(text, line)])
  const spans: [ReadLine, Span][] = []
  for (let i = 0; i < said.length; i++) {
    const [line, next] = [said[i]!, said[i + 1]]
    const [start, end] = valueSpan(text, line)
    const isOne = next !== undefined && goesOnWith(text.slice(start, end), next.shape.line.text)
    if (isOne) i++
    spans.push(isOne ? [{ ...line, how: 'body' }, [start, next.shape.line.end]] : [line, [start, end]])
  }
  return spans
}

/** What is said of words under a heading that gives what can be read alone. */
const unread: Readonly<Partial<Record<Body, string>>> = {
  time: noTime,
  goals: 'This could not be read as goals or targets',
}

/** Among goals with their names or targets a number alone is that of a page. */
const isPageNumber = (line: ReadLine, { slot, lines }: Block) =>
  slotAt(slot).body === 'goals' && !line.heading && line.shape.isNumber && lines.some(({ shape }) => shape.isGoal)

function readValues(draft: Draft, block: Block, reason: string, layout: PageLayout): void {
  const slot = slotAt(block.slot)
  for (const [line, [start, end]] of spansIn(draft.text, block)) {
    if (line.how === 'stray' || isPageNumber(line, block)) {
      const message = block.heading === null || line.shape.isNumber ? undefined : unread[slot.body]
      if (message) problem(draft, `${slot.name}-unread`, message, [[start, end]])
      continue
    }
    const confidence = confidenceFrom(line.margin)
    if (confidence < leastConfidence) {
      const message = `This could be the ${slot.headings[0]} or something else; it was left for you to say`
      problem(draft, 'ambiguous-text', message, [[start, end]], choicesFor(draft.text, [line], layout))
      continue
    }
    const words = draft.text.slice(start, Math.min(end, start + longestValue)).replaceAll('\n', ' ')
    readers[slot.body]?.(draft, { words, span: [start, end], confidence, reason, line, slot }, layout)
  }
}

/** In pages of 2018 what follows the paragraph on diversity is about other things and has no heading in any copy. */
const endsAtOnce = (slot: Slot, layout: PageLayout) => slot.key === 'diversity' && layout.year === 2018

/** The name of the form to report in, and no report. */
const isTemplate = ({ shape }: ReadLine) => shape.headings.some(heading => heading.slot === slotOf.reportTemplate)

/** What follows the form of a page without headings could be any part of its report. */
const isReportByPlace = ({ heading }: Block, slot: Slot, { form }: PageLayout) =>
  form !== undefined && slot.name === 'sessionReport' && heading === null

function readSection(draft: Draft, block: Block, before: Block | undefined, layout: PageLayout): void {
  const slot = slotAt(block.slot)
  const all = bodyLines(block)
  const lines = endsAtOnce(slot, layout) ? all.slice(0, 1) : all
  const [first, last] = [lines[0], lines.findLast(line => line.how !== 'stray')]
  if (!first || !last || (last === first && isTemplate(first))) return
  const span: Span = [valueSpan(draft.text, first)[0], last.shape.line.end]
  if (span[1] <= span[0]) return
  if (isReportByPlace(block, slot, layout))
    return problem(
      draft,
      'ambiguous-text',
      'What follows the form has no heading left; say what it is about',
      [span],
      choicesAfterForm(span, first),
    )
  if (isClose(block.margin)) return void draft.doubtful.push(block)
  const confidence = lines.length < all.length ? 0.6 : confidenceFrom(block.margin)
  const spans = without(span, [...draft.boilerplate.map(aside => aside.span), ...draft.printed], draft.text)
  if (!goesOn(draft, block, spans))
    draft.sections.push({ key: slot.key!, heading: block.heading, spans, confidence, reason: reasonFor(block, before) })
  draft.claims.push(...spans)
  for (const paragraph of paragraphsOf(all.slice(lines.length)))
    problem(
      draft,
      'ambiguous-text',
      'This paragraph has no heading left; say what it is about',
      [paragraph],
      choicesAfterDiversity(paragraph),
    )
  if (slot.key === 'finalSpeakers') readFinalSpeakers(draft, block)
}

/** Text that goes on below a list of people in it is the same section, in several places. */
function goesOn(draft: Draft, block: Block, spans: readonly Span[]): boolean {
  const { key } = slotAt(block.slot)
  const at = draft.sections.length - 1
  const last = draft.sections[at]
  if (last === undefined || block.heading !== null || key === 'other' || last.key !== key) return false
  draft.sections[at] = { ...last, spans: [...last.spans, ...spans] }
  return true
}

/** Sections that nearly as well are others are not set; each row of them is one problem with the ways to take it. */
export function offerSections(draft: Draft, blocks: readonly Block[], others: () => readonly OtherReading[], layout: PageLayout): void {
  for (const row of rowsOf(new Set(draft.doubtful), blocks)) {
    const lines = row.flatMap(bodyLines)
    const choices = lines.length === 1 ? choicesFor(draft.text, lines, layout) : sectionChoices(draft.text, row, others())
    const names = row.map(({ slot, heading }) => (heading === null ? `the ${slotAt(slot).headings[0]}` : `'${heading}'`))
    const message = `What belongs to ${names.join(' and what to ')} is not clear; it was left for you to say`
    problem(
      draft,
      'ambiguous-text',
      message,
      row.map(block => spanOf(draft.text, block)),
      choices,
    )
  }
}

/** Doubtful blocks that follow one another in the page. */
function rowsOf(doubtful: ReadonlySet<Block>, blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = []
  for (const [i, block] of blocks.entries()) {
    if (!doubtful.has(block)) continue
    if (i > 0 && doubtful.has(blocks[i - 1]!)) rows.at(-1)!.push(block)
    else rows.push([block])
  }
  return rows
}

const spanOf = (text: string, block: Block): Span => {
  const lines = bodyLines(block)
  return [valueSpan(text, lines[0]!)[0], lines.findLast(line => line.how !== 'stray')!.shape.line.end]
}
