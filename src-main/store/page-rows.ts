import type { FieldKey, ParsedPerson, ParsedProblem, ParsedRecord, Reading } from '../../src-preload/record.ts'
import { readSource } from '../import/read-source.ts'
import { parse } from '../parse/parse.ts'
import type { StoredColumns } from './rows.ts'

type Value = string | number | null
/** The values of a row in the order of its columns. */
export type Row = readonly Value[]

const readingColumns = ['spans', 'confidence', 'reason', 'reading', 'state'] as const
/** The columns of what is read from a page; `id` and `session_id` are the store's to give. */
export const partColumns = {
  field: ['key', 'position', 'value', ...readingColumns],
  person: ['position', 'role', 'name', 'affiliation', 'stakeholder_group', 'regional_group', ...readingColumns],
  section: ['key', 'heading', ...readingColumns],
  problem: ['code', 'message', 'spans', 'other_session_id'],
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
  readonly code: { readonly [K in 'year' | 'sessionType' | 'sessionNumber']: string | undefined }
  readonly parts: Readonly<Record<Part, readonly Row[]>>
}

/** Reads and parses a file's bytes. Throws an AppError for what cannot be read. */
export async function readPage({ name, path, bytes, sha256 }: Pick<Page, 'name' | 'path' | 'bytes' | 'sha256'>): Promise<Page> {
  const { mediaType, encoding, text, notes } = await readSource({ name, bytes })
  const record = parse(text)
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
    code: { year: spoken(year), sessionType: spoken(sessionType), sessionNumber: spoken(sessionNumber) },
    parts: partsOf(record, [...record.problems, ...notes]),
  }
}

const spoken = (read: { readonly value: string | number } | undefined) => (read === undefined ? undefined : String(read.value))

function partsOf({ fields, people, sections }: ParsedRecord, problems: readonly ParsedProblem[]): Page['parts'] {
  return {
    field: Object.entries(fields).flatMap(([key, read]) =>
      [read].flat().map((one, position) => [key as FieldKey, position, ...readingRow(one, { value: String(one.value) })]),
    ),
    person: people.map((read, position) => [position, ...readingRow(read, personColumns(read))]),
    section: sections.map(read => readingRow(read, { key: read.key, heading: read.heading })),
    problem: problems.map(problem => problemRow(problem)),
  }
}

export function problemRow({ code, message, spans }: ParsedProblem, otherSessionId: string | null = null): Row {
  return [code, message, JSON.stringify(spans), otherSessionId]
}

/** The columns that a reading fills, and a copy of all of them to restore from. */
function readingRow(reading: Reading, own: StoredColumns): Row {
  const columns = { ...own, spans: JSON.stringify(reading.spans), confidence: reading.confidence, reason: reading.reason }
  return [...Object.values(columns), JSON.stringify(columns), 'parsed']
}

const personColumns = ({ role, name, affiliation, stakeholderGroup, regionalGroup }: ParsedPerson) => ({
  role,
  name,
  affiliation,
  stakeholder_group: stakeholderGroup,
  regional_group: regionalGroup,
})
