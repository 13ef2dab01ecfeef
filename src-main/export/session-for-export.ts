import { fieldKeys, type FieldKey, type Span } from '../../src-preload/record.ts'
import type {
  FieldRow,
  NoteRow,
  PersonRow,
  ProblemRow,
  Row,
  SectionRow,
  SessionRecord,
  SourceText,
  TaggingRow,
} from '../../src-preload/types.ts'
import { isListKey } from '../store/rows.ts'
import type {
  ExportedFields,
  ExportedNote,
  ExportedPerson,
  ExportedProblem,
  ExportedReading,
  ExportedSection,
  ExportedSession,
  ExportedTagging,
  ExportedValue,
} from './exported-session.ts'

const numbers: readonly FieldKey[] = ['year', 'sessionNumber', 'durationMinutes']

/** The record as exports give it, in an order that does not hang on ids; what was cleared is left out. */
export function sessionForExport(
  record: SessionRecord,
  source: SourceText,
  earlier: ExportedSession['earlierSources'],
  themePath: (themeId: string) => string[],
): ExportedSession {
  const { id, code, status, page, leftover } = record
  const { name, sha256, mediaType, encoding, text } = source
  const [people, sections] = [kept(record.people), kept(record.sections)]
  const pointers = valuePointers(record.fields, people, sections)
  return {
    id,
    code,
    status,
    page,
    source: { name, sha256, mediaType, encoding, textLength: text.length, text },
    earlierSources: earlier,
    fields: exportedFields(record.fields, text),
    cleared: clearedKeys(record.fields),
    people: people.map(row => exportedPerson(row, text)),
    sections: sections.map(row => exportedSection(row, text)),
    themes: record.taggings.map(row => exportedTagging(row, text, themePath)).toSorted(byThemeAndPlace),
    notes: record.notes.map(note => exportedNote(note, text, pointers)),
    problems: record.problems.map(exportedProblem).toSorted(byPlaceAndCode),
    leftover,
  }
}

const kept = <T extends Row>(rows: readonly T[]): T[] => rows.filter(({ state }) => state !== 'cleared')
const quotes = (spans: readonly Span[], text: string): string[] => spans.map(([start, end]) => text.slice(start, end))
const quote = (span: Span | null, text: string): string | null => span && text.slice(...span)
const reading = ({ spans, state, confidence, reason }: Row): ExportedReading => ({
  spans,
  state: state as ExportedReading['state'],
  confidence,
  reason,
})

function exportedFields(rows: readonly FieldRow[], text: string): ExportedFields {
  const values = fieldKeys.map(key => [key, ofKey(rows, key).map(row => exportedValue(row, text))] as const)
  return Object.fromEntries(values.filter(([, all]) => all.length > 0).map(([key, all]) => [key, isListKey(key) ? all : all[0]]))
}

const ofKey = (rows: readonly FieldRow[], key: FieldKey): FieldRow[] => kept(rows).filter(row => row.key === key)

function exportedValue(row: FieldRow, text: string): ExportedValue {
  const value = row.value ?? ''
  return { value: numbers.includes(row.key) ? Number(value) : value, quotes: quotes(row.spans, text), ...reading(row) }
}

/** A list counts only when nothing is left in it. */
function clearedKeys(rows: readonly FieldRow[]): FieldKey[] {
  return fieldKeys.filter(key => ofKey(rows, key).length === 0 && rows.some(row => row.key === key))
}

function exportedPerson(row: PersonRow, text: string): ExportedPerson {
  const { role, name, affiliation, stakeholderGroup, regionalGroup } = row
  return { role, name, affiliation, stakeholderGroup, regionalGroup, quotes: quotes(row.spans, text), ...reading(row) }
}

function exportedSection(row: SectionRow, text: string): ExportedSection {
  const words = row.text ?? quotes(row.spans, text).join('\n')
  return { key: row.key, heading: row.heading, text: words, isEdited: row.text !== null, ...reading(row) }
}

function exportedTagging(
  { themeId, span, lostQuote }: TaggingRow,
  text: string,
  themePath: (themeId: string) => string[],
): ExportedTagging {
  return { theme: themePath(themeId), span, quote: quote(span, text) ?? lostQuote }
}

function exportedNote(
  { target, rowId, span, lostQuote, text: words, author, at }: NoteRow,
  text: string,
  pointers: ReadonlyMap<string, string>,
): ExportedNote {
  return {
    target,
    value: (rowId !== null && pointers.get(rowId)) || null,
    span,
    quote: quote(span, text) ?? lostQuote,
    text: words,
    author,
    at,
  }
}

function exportedProblem({ code, message, spans, isResolved, otherSessionId, choices }: ProblemRow): ExportedProblem {
  return { code, message, spans, isResolved, otherSession: otherSessionId, choices }
}

/** Where each row stands in the exported session, as a JSON Pointer. */
function valuePointers(fields: readonly FieldRow[], people: readonly Row[], sections: readonly Row[]): ReadonlyMap<string, string> {
  const fieldPointers = fieldKeys.flatMap(key =>
    ofKey(fields, key).map((row, index) => [row.id, isListKey(key) ? `/fields/${key}/${index}` : `/fields/${key}`] as const),
  )
  return new Map([
    ...fieldPointers,
    ...people.map((row, index) => [row.id, `/people/${index}`] as const),
    ...sections.map((row, index) => [row.id, `/sections/${index}`] as const),
  ])
}

function byThemeAndPlace(a: ExportedTagging, b: ExportedTagging): number {
  return (
    compare(a.theme.join('\0'), b.theme.join('\0')) ||
    (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1) ||
    (a.span?.[1] ?? -1) - (b.span?.[1] ?? -1)
  )
}

function byPlaceAndCode(a: ExportedProblem, b: ExportedProblem): number {
  return (a.spans[0]?.[0] ?? -1) - (b.spans[0]?.[0] ?? -1) || compare(a.code, b.code) || compare(a.message, b.message)
}

// By code unit: a locale's order would differ from machine to machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
