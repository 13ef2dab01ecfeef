import { fieldKeys, scalarKeys, type FieldKey, type Span } from '../../src-preload/record.ts'
import type { Cell } from './csv-cell.ts'
import type { ExportedReading, ExportedSession } from './exported-session.ts'
import { noteValue, valuesOf } from './session-values.ts'

type Row = Readonly<Record<string, Cell>>
interface Table {
  readonly columns: readonly string[]
  rows(session: ExportedSession): readonly Row[]
}

/** Stands between the items of a list in one cell. */
export const listSeparator = ' | '
const list = (items: readonly (string | number)[]): string => items.join(listSeparator)
// As JSON: of 9-11 a spreadsheet makes a day in September.
const place = (spans: readonly Span[] | Span | null): Cell => spans && JSON.stringify(spans)
const pathOf = (theme: readonly string[]): string => theme.join(' › ')
const reading = ({ spans, state, confidence, reason }: ExportedReading): Row => ({ state, confidence, reason, spans: place(spans) })
const readingColumns = ['state', 'confidence', 'reason', 'spans']
const sessionOf = ({ id, code }: ExportedSession): Row => ({ sessionId: id, sessionCode: code })
const sessionColumns = ['sessionId', 'sessionCode']
const scalar = (session: Pick<ExportedSession, 'fields'>, key: FieldKey): Cell => valuesOf(session, key)[0]?.value ?? null

/** Files of a CSV export: one row a session, value, person, section, tagging or note. */
export const tables: Readonly<Record<string, Table>> = {
  'sessions.csv': {
    columns: [
      'id',
      'code',
      'status',
      'page',
      ...scalarKeys,
      'topics',
      'sdgs',
      'cleared',
      'themes',
      'people',
      'sections',
      'notes',
      'openProblems',
      'leftoverCharacters',
      'source',
      'sha256',
      'mediaType',
      'encoding',
      'textLength',
    ],
    rows: ({ source: { name, sha256, mediaType, encoding, textLength }, ...session }) => [
      {
        id: session.id,
        code: session.code,
        status: session.status,
        page: session.page,
        ...Object.fromEntries(scalarKeys.map(key => [key, scalar(session, key)])),
        topics: list(valuesOf(session, 'topics').map(({ value }) => value)),
        sdgs: list(valuesOf(session, 'sdgs').map(({ value }) => value)),
        cleared: list(session.cleared),
        themes: list(session.themes.filter(({ span, quote }) => span === null && quote === null).map(({ theme }) => pathOf(theme))),
        people: session.people.length,
        sections: session.sections.length,
        notes: session.notes.length,
        openProblems: session.problems.filter(problem => !problem.isResolved).length,
        leftoverCharacters: session.leftover.reduce((sum, [start, end]) => sum + end - start, 0),
        source: name,
        sha256,
        mediaType,
        encoding,
        textLength,
      },
    ],
  },
  'fields.csv': {
    columns: [...sessionColumns, 'field', 'value', 'quote', ...readingColumns],
    rows: session =>
      fieldKeys.flatMap(field =>
        valuesOf(session, field).map(one => ({
          ...sessionOf(session),
          field,
          value: one.value,
          quote: list(one.quotes),
          ...reading(one),
        })),
      ),
  },
  'people.csv': {
    columns: [...sessionColumns, 'role', 'name', 'affiliation', 'stakeholderGroup', 'regionalGroup', 'quote', ...readingColumns],
    rows: session =>
      session.people.map(({ role, name, affiliation, stakeholderGroup, regionalGroup, quotes, ...rest }) => ({
        ...sessionOf(session),
        role,
        name,
        affiliation,
        stakeholderGroup,
        regionalGroup,
        quote: list(quotes),
        ...reading(rest),
      })),
  },
  'sections.csv': {
    columns: [...sessionColumns, 'section', 'heading', 'text', 'isEdited', ...readingColumns],
    rows: session =>
      session.sections.map(({ key, heading, text, isEdited, ...rest }) => ({
        ...sessionOf(session),
        section: key,
        heading,
        text,
        isEdited: String(isEdited),
        ...reading(rest),
      })),
  },
  'taggings.csv': {
    columns: [...sessionColumns, 'theme', 'quote', 'span'],
    rows: session =>
      session.themes.map(({ theme, span, quote }) => ({
        ...sessionOf(session),
        theme: pathOf(theme),
        quote,
        span: place(span),
      })),
  },
  'notes.csv': {
    columns: [...sessionColumns, 'about', 'value', 'quote', 'span', 'text', 'author', 'at'],
    rows: session =>
      session.notes.map(note => ({
        ...sessionOf(session),
        about: note.target,
        value: noteValue(session, note),
        quote: note.quote,
        span: place(note.span),
        text: note.text,
        author: note.author,
        at: note.at,
      })),
  },
}
