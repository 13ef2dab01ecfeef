import type { Database } from 'better-sqlite3'
import type { SessionType } from '../../src-preload/record.ts'
import type { ImportLine } from '../../src-preload/types.ts'
import { parserVersion } from '../parse/parse.ts'
import { newId } from './id.ts'
import type { Reading } from './page-file.ts'
import { partColumns, problemRow, type Page, type Part, type Row } from './page-rows.ts'
import type { Project } from './project.ts'
import { sessionCode } from './session-code.ts'

/** What became of a file. */
export type Outcome = { readonly file: string } & Reading
interface Twin {
  readonly id: string
  readonly name: string
}

const takenAway = 'The same bytes were in the project when this import began, and were taken out meanwhile. Import the file again.'
const parts = Object.keys(partColumns) as Part[]

/** Stores what became of each file under `actionId`, and gives its line. Runs within a transaction. */
export function pageInsert({ db }: Project, actionId: number) {
  const content = db.prepare(`INSERT INTO content (sha256, bytes, media_type, encoding, text, notes)
    VALUES (@sha256, @bytes, @mediaType, @encoding, @text, @notes) ON CONFLICT DO NOTHING`)
  const source = db.prepare('INSERT INTO source (id, sha256, name, path, imported_at) VALUES (?, ?, ?, ?, ?)')
  const session = db.prepare(
    "INSERT INTO session (id, source_id, status, page, parser_version, leftover, boilerplate) VALUES (?, ?, 'new', ?, ?, ?, ?)",
  )
  const addPart = partInsert(db)
  const known = db.prepare<[string], string>('SELECT session.id FROM session JOIN source ON source.id = source_id WHERE sha256 = ?').pluck()
  const twins = db.prepare<Page['code'] & { id: string }, Twin>(`
    SELECT session.id, source.name FROM field number
    JOIN field year ON year.session_id = number.session_id AND year.key = 'year' AND year.value = @year
    JOIN field type ON type.session_id = number.session_id AND type.key = 'sessionType' AND type.value = @sessionType
    JOIN session ON session.id = number.session_id JOIN source ON source.id = source_id
    WHERE number.key = 'sessionNumber' AND number.value = @sessionNumber AND session.id <> @id`)
  const report = db.prepare('INSERT INTO imported_file (action_id, file, status, session_id, message) VALUES (?, ?, ?, ?, ?)')

  function addPage(page: Page): { id: string; message: string } {
    const [sourceId, id] = [newId(), newId()]
    content.run(page)
    source.run(sourceId, page.sha256, page.name, page.path, new Date().toISOString())
    session.run(id, sourceId, page.kind, parserVersion, page.leftover, page.boilerplate)
    for (const part of parts) for (const row of page.parts[part]) addPart[part](id, row)
    const same = twinsOf(id, page.code)
    for (const twin of same) sayTwins({ id, name: page.name }, twin, page.code)
    const others = same.map(twin => `Another text of the same session is here: ${twin.name}.`)
    return { id, message: [page.message, ...others].filter(Boolean).join(' ') }
  }
  function twinsOf(id: string, code: Page['code']): Twin[] {
    return code.year && code.sessionType && code.sessionNumber ? twins.all({ ...code, id }) : []
  }
  function sayTwins(mine: Twin, other: Twin, { year, sessionType, sessionNumber }: Page['code']): void {
    const code = sessionCode(Number(year), sessionType as SessionType, Number(sessionNumber))
    for (const [at, from] of [
      [mine, other],
      [other, mine],
    ] as const) {
      addPart.problem(at.id, problemRow({ code: 'same-session', message: `${from.name} is another text of ${code}`, spans: [] }, from.id))
    }
  }
  function store(outcome: Outcome): ImportLine {
    const { file } = outcome
    if ('failure' in outcome) return { file, status: 'failed', sessionId: null, message: outcome.failure.message }
    // The same bytes may stand twice in one import.
    const twin = known.get('page' in outcome ? outcome.page.sha256 : outcome.sha256)
    if (twin !== undefined) return { file, status: 'duplicate', sessionId: twin, message: 'The same bytes were imported before' }
    if ('sha256' in outcome) return { file, status: 'failed', sessionId: null, message: takenAway }
    const { id, message } = addPage(outcome.page)
    return { file, status: 'imported', sessionId: id, message }
  }

  return (outcome: Outcome): ImportLine => {
    const line = store(outcome)
    report.run(actionId, line.file.toWellFormed(), line.status, line.sessionId, line.message)
    return line
  }
}

/** For each part of a session, what stores a row of it. */
export function partInsert(db: Database): Record<Part, (sessionId: string, row: Row) => void> {
  const entries = parts.map(part => {
    const columns = ['id', 'session_id', ...partColumns[part]]
    const insert = db.prepare(`INSERT INTO ${part} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    return [part, (sessionId: string, row: Row) => void insert.run(newId(), sessionId, ...row)]
  })
  return Object.fromEntries(entries) as Record<Part, (sessionId: string, row: Row) => void>
}
