import type {
  FieldKey,
  ParsedPerson,
  ParsedProblem,
  ParsedRecord,
  ParsedSection,
  ParsedValue,
  Reading,
  ReadingRule,
} from '../../src-preload/record.ts'
import { readSource, type SourceNote } from '../import/read-source.ts'
import { parse } from '../parse/parse.ts'
import type { StoredColumns } from './rows.ts'
import { sketchOf, type Sketch } from './sketch.ts'

type Value = string | number | null
/** The values of a row in the order of its columns. */
export type Row = readonly Value[]

const readingColumns = ['spans', 'confidence', 'reason', 'reading', 'rule_id', 'state'] as const
/** The columns of what is read from a page; `id` and `session_id` are the store's to give. */
export const partColumns = {
  field: ['key', 'position', 'value', ...readingColumns],
  person: ['position', 'role', 'name', 'affiliation', 'stakeholder_group', 'regional_group', ...readingColumns],
  section: ['key', 'heading', ...readingColumns],
  problem: ['code', 'message', 'spans', 'choices'],
} as const
export type Part = keyof typeof partColumns

/** A file as the rows that it becomes: plain data, so that another thread can make it. */
export interface Page {
  readonly name: string
  readonly path: string | null
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly mediaType: string
  readonly encoding: string | null
  readonly text: string
  /** As JSON. */
  readonly notes: string
  /** What the notes say, for the list of the import. */
  readonly message: string
  readonly kind: ParsedRecord['page']
  readonly leftover: string
  readonly boilerplate: string
  readonly code: { readonly [K in 'year' | 'sessionType' | 'sessionNumber']: string | undefined }
  readonly title: string | undefined
  /** Null where the text is too short to be told from others. */
  readonly sketch: Sketch | null
  readonly parts: Readonly<Record<Part, readonly Row[]>>
}

/** A file as its text, before it is parsed. */
export type PageText = Omit<Page, keyof PageRows | 'notes' | 'message'> & { readonly notes: readonly SourceNote[] }
/** What parsing makes of a text. */
export type PageRows = Pick<Page, 'kind' | 'leftover' | 'boilerplate' | 'code' | 'title' | 'parts'>

/** Throws an AppError for what cannot be read. */
export async function readText({ name, path, bytes, sha256 }: Pick<Page, 'name' | 'path' | 'bytes' | 'sha256'>): Promise<PageText> {
  const { mediaType, encoding, text, notes } = await readSource({ name, bytes })
  return {
    name: name.toWellFormed(),
    path: path?.toWellFormed() ?? null,
    bytes,
    sha256,
    mediaType,
    encoding,
    text,
    notes,
    sketch: sketchOf(text),
  }
}

/** Parses a text by the rules of the project. */
export function readRows({ text, notes }: Pick<PageText, 'text' | 'notes'>, rules: readonly ReadingRule[]): PageRows {
  const record = parse(text, rules)
  const { year, sessionType, sessionNumber } = record.fields
  return {
    kind: record.page,
    leftover: JSON.stringify(record.leftover),
    boilerplate: JSON.stringify(record.boilerplate ?? []),
    code: { year: spoken(year), sessionType: spoken(sessionType), sessionNumber: spoken(sessionNumber) },
    title: record.fields.title?.value,
    parts: partsOf(record, [...record.problems, ...notes]),
  }
}

export function pageOf({ notes, ...text }: PageText, rows: PageRows): Page {
  return { ...text, ...rows, notes: JSON.stringify(notes), message: notes.map(note => note.message).join(' ') }
}

const spoken = (read: { readonly value: string | number } | undefined) => (read === undefined ? undefined : String(read.value))

function partsOf({ fields, people, sections }: ParsedRecord, problems: readonly ParsedProblem[]): Page['parts'] {
  return {
    field: Object.entries(fields).flatMap(([key, read]) =>
      [read].flat().map((one, position) => partRow.field(columnsOf.field(one), key as FieldKey, position)),
    ),
    person: people.map((read, position) => partRow.person(columnsOf.person(read), position)),
    section: sections.map(read => partRow.section(columnsOf.section(read))),
    problem: problems.map(problem => problemRow(problem)),
  }
}

export function problemRow({ code, message, spans, choices = [] }: ParsedProblem): Row {
  return [code, message, JSON.stringify(spans), JSON.stringify(choices)]
}

/** What was read as the columns of a row, in the order of `partColumns`: with its place in the session it is one. */
export const columnsOf = {
  field: (read: ParsedValue<string | number>) => readingColumnsOf(read, { value: String(read.value) }),
  person: (read: ParsedPerson) =>
    readingColumnsOf(read, {
      role: read.role,
      name: read.name,
      affiliation: read.affiliation,
      stakeholder_group: read.stakeholderGroup,
      regional_group: read.regionalGroup,
    }),
  section: (read: ParsedSection) => readingColumnsOf(read, { key: read.key, heading: read.heading }),
}
/** The row of what was read, at its place in the session. */
export const partRow = {
  field: (columns: StoredColumns, key: FieldKey, position: number): Row => [key, position, ...Object.values(columns), 'parsed'],
  person: (columns: StoredColumns, position: number): Row => [position, ...Object.values(columns), 'parsed'],
  section: (columns: StoredColumns): Row => [...Object.values(columns), 'parsed'],
}

/** The columns that a reading fills, a copy of all of them to restore from, and the rule that it follows. */
function readingColumnsOf(reading: Reading, own: StoredColumns): StoredColumns {
  const columns = { ...own, spans: JSON.stringify(reading.spans), confidence: reading.confidence, reason: reading.reason }
  const rule_id = reading.ruleId ?? null
  return { ...columns, reading: JSON.stringify({ ...columns, rule_id }), rule_id }
}
