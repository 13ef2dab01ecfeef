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
import { readSource } from '../import/read-source.ts'
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

/** Reads a file's bytes and parses them by the rules of the project. Throws an AppError for what cannot be read. */
export async function readPage(
  { name, path, bytes, sha256 }: Pick<Page, 'name' | 'path' | 'bytes' | 'sha256'>,
  rules: readonly ReadingRule[],
): Promise<Page> {
  const { mediaType, encoding, text, notes } = await readSource({ name, bytes })
  const record = parse(text, rules)
  const { year, sessionType, sessionNumber } = record.fields
  return {
    name: name.toWellFormed(),
    path: path?.toWellFormed() ?? null,
    bytes,
    sha256,
    mediaType,
    encoding,
    text,
    notes: JSON.stringify(notes),
    message: notes.map(note => note.message).join(' '),
    kind: record.page,
    leftover: JSON.stringify(record.leftover),
    boilerplate: JSON.stringify(record.boilerplate ?? []),
    code: { year: spoken(year), sessionType: spoken(sessionType), sessionNumber: spoken(sessionNumber) },
    title: record.fields.title?.value,
    sketch: sketchOf(text),
    parts: partsOf(record, [...record.problems, ...notes]),
  }
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
