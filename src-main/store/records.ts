import type { Boilerplate, PageKind, SessionType, Span } from '../../src-preload/record.ts'
import type { NoteRow, SessionRecord, SourceText, Status, TaggingRow } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { trimmed, union, without } from './claims.ts'
import type { Handlers, Project } from './project.ts'
import {
  fieldRow,
  personRow,
  problemRow,
  sectionRow,
  spansOf,
  valueNouns,
  type StoredField,
  type StoredPerson,
  type StoredProblem,
  type StoredSection,
} from './rows.ts'
import { sessionCode } from './session-code.ts'

interface StoredSession {
  readonly id: string
  readonly status: Status
  readonly page: PageKind
  readonly leftover: string
  readonly boilerplate: string
  readonly name: string
  readonly sha256: string
  readonly year: number | null
  readonly session_type: SessionType | null
  readonly session_number: number | null
}
interface StoredPlace {
  readonly start: number | null
  readonly end: number | null
  readonly lost_quote: string | null
}
export type StoredTagging = StoredPlace & { readonly id: string; readonly theme_id: string; readonly session_id: string }
export type StoredNote = StoredPlace &
  Omit<NoteRow, 'sessionId' | 'rowId' | 'span' | 'lostQuote'> & { readonly session_id: string; readonly row_id: string | null }

export const spanOf = ({ start, end }: Pick<StoredPlace, 'start' | 'end'>): Span | null =>
  start === null || end === null ? null : [start, end]
export const taggingRow = (stored: StoredTagging): TaggingRow => ({
  id: stored.id,
  themeId: stored.theme_id,
  sessionId: stored.session_id,
  span: spanOf(stored),
  lostQuote: stored.lost_quote,
})
export function noteRow(stored: StoredNote): NoteRow {
  const { id, target, text, author, at, session_id: sessionId, row_id: rowId, lost_quote: lostQuote } = stored
  return { id, sessionId, target, rowId, span: spanOf(stored), lostQuote, text, author, at }
}

/** Whole sessions, as the review screen and the exports want them. */
export function records({ db }: Pick<Project, 'db'>): Handlers<'session.get' | 'session.source'> {
  const session = db.prepare<
    [string],
    StoredSession
  >(`SELECT session.id, status, page, leftover, boilerplate, source.name, sha256, year, session_type, session_number
    FROM session JOIN source ON source.id = source_id JOIN summary ON summary.session_id = session.id WHERE session.id = ?`)
  const text = db.prepare<[string], string>('SELECT text FROM content WHERE sha256 = ?').pluck()
  const fields = db.prepare<[string], StoredField>('SELECT * FROM field WHERE session_id = ? ORDER BY key, position, id')
  const people = db.prepare<[string], StoredPerson>('SELECT * FROM person WHERE session_id = ? ORDER BY position, id')
  const sections = db.prepare<[string], StoredSection>(
    "SELECT * FROM section WHERE session_id = ? ORDER BY ifnull(json_extract(spans, '$[0][0]'), 0), id",
  )
  const problems = db.prepare<[string], StoredProblem>('SELECT * FROM problem WHERE session_id = ? ORDER BY id')
  const taggings = db.prepare<[string], StoredTagging>('SELECT * FROM tagging WHERE session_id = ? ORDER BY ifnull(start, -1), id')
  const notes = db.prepare<[string], StoredNote>('SELECT * FROM note WHERE session_id = ? ORDER BY at, id')
  const claims = db.prepare<{ id: string }, { spans: string; state: string; reading: string | null }>(
    valueNouns.map(noun => `SELECT spans, state, reading ->> 'spans' AS reading FROM ${noun} WHERE session_id = @id`).join(' UNION ALL '),
  )
  const source = db.prepare<
    [string],
    SourceText
  >(`SELECT session.id AS sessionId, name, path, media_type AS mediaType, encoding, sha256, text
    FROM session JOIN source ON source.id = source_id JOIN content USING (sha256) WHERE session.id = ?`)

  /** The parser's leftover, with what was freed since, without what was claimed since. */
  function leftoverOf({ id, leftover, boilerplate, sha256 }: StoredSession): Span[] {
    const rows = claims.all({ id })
    const claimed = rows.filter(row => row.state !== 'cleared').flatMap(row => spansOf(row.spans))
    const read = rows
      .filter(row => row.state !== 'parsed' && row.state !== 'accepted')
      .flatMap(row => (row.reading === null ? [] : spansOf(row.reading)))
    const aside = (JSON.parse(boilerplate) as Boilerplate[]).map(({ span }) => span)
    const free = without(union([...spansOf(leftover), ...read]), [...claimed, ...aside])
    return free.length === 0 ? [] : trimmed(text.get(sha256)!, free)
  }

  return {
    'session.get'(id): SessionRecord {
      const stored = found(session.get(id))
      return {
        id,
        status: stored.status,
        code: sessionCode(stored.year, stored.session_type, stored.session_number),
        page: stored.page,
        sourceName: stored.name,
        sha256: stored.sha256,
        fields: fields.all(id).map(fieldRow),
        people: people.all(id).map(personRow),
        sections: sections.all(id).map(sectionRow),
        problems: problems.all(id).map(problemRow),
        taggings: taggings.all(id).map(taggingRow),
        notes: notes.all(id).map(noteRow),
        leftover: leftoverOf(stored),
      }
    },
    'session.source': id => found(source.get(id)),
  }
}

export function found<T>(row: T | undefined): T {
  if (row === undefined)
    throw new AppError('no-such-session', 'This session is gone: its import was undone, or its page is a version of another session now.')
  return row
}
