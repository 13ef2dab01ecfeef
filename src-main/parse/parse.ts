import type { FieldKey, ParsedFields, ParsedPerson, ParsedProblem, ParsedRecord, ParsedSection, ParsedValue, Span } from '../../src-preload/record.ts'
import { blocksOf, valueSpan } from './blocks.ts'
import type { Block } from './blocks.ts'
import type { PageKind } from './layouts.ts'
import { readLines } from './lines.ts'
import { readFormat } from './read-format.ts'
import { readGoals } from './read-goals.ts'
import { readPeople, withoutRepeats } from './read-people.ts'
import { readTime } from './read-time.ts'
import { readTitle } from './read-title.ts'
import { readPage } from './reading.ts'
import { shapeOf } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { slotAt } from './slots.ts'
import { confidenceFrom, unclaimed } from './spans.ts'

/** Grows whenever the same text would be read differently. */
export const parserVersion = '1'

type Draft = { -readonly [K in keyof ParsedFields]: ParsedFields[K] }

class Record_ {
  readonly fields: Draft = {}
  readonly people: ParsedPerson[] = []
  readonly sections: ParsedSection[] = []
  readonly problems: ParsedProblem[] = []
  readonly claims: Span[] = []
}

function pageKind(shapes: readonly Shape[], fields: ParsedFields): PageKind {
  const isBare = /^session$/i.test(shapes[0]?.line.text ?? '')
  const oneWord = shapes.filter(shape => shape.headings.some(heading => heading.exact && heading.valueStart >= shape.length && !heading.words.includes(' ') && heading.words !== 'session')).length
  return { year: fields.year?.value, type: fields.sessionType?.value, headingsLost: oneWord === 0, isBare, hasGaps: shapes.some(shape => shape.line.gap > 1) }
}

/** Reads a page's text into a session record. Never throws; takes time in proportion to the text. */
export function parse(text: string): ParsedRecord {
  const { lines } = readLines(text)
  const shapes = lines.map(shapeOf)
  const record = new Record_()
  const title = readTitle(text, shapes)
  Object.assign(record.fields, title.fields)
  record.claims.push(...title.claims)
  const body = shapes.slice(title.lines).filter(shape => !shape.isBanner)
  const kind = pageKind(shapes, record.fields)
  const blocks = blocksOf(readPage(body, kind))
  for (const [i, block] of blocks.entries()) readBlock(text, block, blocks[i - 1], kind, record)
  const people = withoutRepeats(record.people)
  return { page: 'session', fields: record.fields, people, sections: record.sections, leftover: unclaimed(text, record.claims), problems: record.problems }
}

function set(record: Record_, key: FieldKey, value: ParsedValue<never> | undefined): void {
  if (!value || record.fields[key]) return
  ;(record.fields as Record<string, unknown>)[key] = value
}

function readBlock(text: string, block: Block, before: Block | undefined, kind: PageKind, record: Record_): void {
  const slot = slotAt(block.slot)
  for (const line of block.lines) if (line.heading) record.claims.push([line.shape.line.start, line.shape.line.start + line.heading.labelEnd])
  const reason = block.heading === null ? `by its shape and its place${before ? ` after ${slotAt(before.slot).headings[0]}` : ''}; it has no heading` : `under '${block.heading}'`
  if (slot.role) {
    const reading = readPeople(text, block, slot.role, before && slotAt(before.slot).headings[0])
    record.people.push(...reading.people)
    record.claims.push(...reading.claims)
    return
  }
  if (slot.body === 'footer') return
  if (slot.key) return readSection(text, block, record, reason)
  for (const line of block.lines) {
    if (line.how === 'heading' || line.how === 'stray') continue
    const [start, end] = valueSpan(text, line)
    const words = text.slice(start, Math.min(end, start + 1000))
    const confidence = confidenceFrom(line.margin)
    const single = (): ParsedValue<string> => ({ value: words.replace(/\s+/g, ' '), spans: [[start, end]], confidence, reason })
    if (slot.body === 'time') {
      const { startsAt, endsAt } = readTime(words, start, confidence, reason)
      set(record, 'startsAt', startsAt as never)
      set(record, 'endsAt', endsAt as never)
      if (startsAt) record.claims.push([start, end])
    } else if (slot.body === 'room') {
      set(record, 'room', single() as never)
      record.claims.push([start, end])
    } else if (slot.body === 'theme') {
      if (slot.name === 'theme' && !record.fields.subtheme) set(record, 'subtheme', single() as never)
      else record.fields.topics = [...(record.fields.topics ?? []), single()]
      record.claims.push([start, end])
    } else if (slot.body === 'format') {
      const format = readFormat(words, start, kind.year, confidence, reason)
      if (/^online duration/i.test(words)) continue
      set(record, 'formatKind', format.formatKind as never)
      set(record, 'seating', format.seating as never)
      set(record, 'durationMinutes', format.durationMinutes as never)
      record.claims.push([start, end])
    } else if (slot.body === 'number') {
      const number = /\d{1,3}/.exec(words)
      if (number) set(record, 'durationMinutes', { value: Number(number[0]), spans: [[start + number.index, start + number.index + number[0].length]], confidence, reason } as never)
      record.claims.push([start, end])
    } else if (slot.body === 'goals') {
      const goals = readGoals(words, start, confidence, reason)
      const known = new Set(record.fields.sdgs?.map(goal => goal.value))
      record.fields.sdgs = [...(record.fields.sdgs ?? []), ...goals.sdgs.filter(goal => !known.has(goal.value))]
      if (goals.sdgs.length > 0) record.claims.push([start, end])
    } else if (slot.body === 'organization') {
      const last = record.people.at(-1)
      if (last) record.people[record.people.length - 1] = { ...last, affiliation: words.replace(/\s+/g, ' '), spans: [...last.spans, [line.shape.line.start, end]] }
      record.claims.push([start, end])
    }
  }
  if (record.fields.sdgs?.length === 0) delete record.fields.sdgs
}

function readSection(text: string, block: Block, record: Record_, reason: string): void {
  const lines = block.lines.filter(line => line.how !== 'heading')
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  const span: Span = [valueSpan(text, first)[0], last.shape.line.end]
  record.sections.push({ key: slotAt(block.slot).key!, heading: block.heading, spans: [span], confidence: confidenceFrom(block.margin), reason })
  record.claims.push(span)
}
