import type { Database } from 'better-sqlite3'
import type { ImportLine } from '../../src-preload/types.ts'
import { parserVersion } from '../parse/parse.ts'
import { newId } from './id.ts'
import { sessionOfBytes } from './known-text.ts'
import type { Reading } from './page-file.ts'
import { partColumns, type Page, type Part, type Row } from './page-rows.ts'
import type { Project } from './project.ts'
import { twins } from './twins.ts'

/** What became of a file. */
export type Outcome = { readonly file: string } & Reading

type FindTwins = ReturnType<ReturnType<typeof twins>>
const takenAway = 'The same bytes were in the project when this import began, and were taken out meanwhile. Import the file again.'
const parts = Object.keys(partColumns) as Part[]

/** Stores what became of the files of a step under `actionId`, and gives their lines. Runs within a transaction. */
export function pageInsert({ db }: Project, actionId: number) {
  const content = db.prepare(`INSERT INTO content (sha256, bytes, media_type, encoding, text, notes)
    VALUES (@sha256, @bytes, @mediaType, @encoding, @text, @notes) ON CONFLICT DO NOTHING`)
  const contentId = db.prepare<[string], number>('SELECT id FROM content WHERE sha256 = ?').pluck()
  const source = db.prepare('INSERT INTO source (id, sha256, name, path, imported_at) VALUES (?, ?, ?, ?, ?)')
  const session = db.prepare(
    "INSERT INTO session (id, source_id, status, page, parser_version, leftover, boilerplate) VALUES (?, ?, 'new', ?, ?, ?, ?)",
  )
  const addPart = partInsert(db)
  const known = sessionOfBytes(db)
  const twinsOfStep = twins({ db })
  const report = db.prepare('INSERT INTO imported_file (action_id, file, status, session_id, message) VALUES (?, ?, ?, ?, ?)')

  function addPage(page: Page, findTwins: FindTwins): { id: string; message: string } {
    const [sourceId, id] = [newId(), newId()]
    source.run(sourceId, page.sha256, page.name, page.path, new Date().toISOString())
    session.run(id, sourceId, page.kind, parserVersion, page.leftover, page.boilerplate)
    for (const part of parts) for (const row of page.parts[part]) addPart[part](id, row)
    return { id, message: [page.message, ...findTwins({ ...page, id, contentId: contentId.get(page.sha256)! })].filter(Boolean).join(' ') }
  }
  function store(outcome: Outcome, findTwins: FindTwins): ImportLine {
    const { file } = outcome
    if ('failure' in outcome) return { file, status: 'failed', sessionId: null, message: outcome.failure.message }
    const isPage = 'page' in outcome
    // What is new content cannot be here already; the same bytes may stand twice in one import.
    const added = isPage ? content.run(outcome.page) : undefined
    const twin = added?.changes === 1 ? undefined : known.get(isPage ? outcome.page.sha256 : outcome.sha256)
    if (twin !== undefined) return { file, status: 'duplicate', sessionId: twin, message: 'The same bytes were imported before' }
    if (!isPage) return { file, status: 'failed', sessionId: null, message: takenAway }
    const { id, message } = addPage(outcome.page, findTwins)
    return { file, status: 'imported', sessionId: id, message }
  }

  return (outcomes: readonly Outcome[]): ImportLine[] => {
    const findTwins = twinsOfStep()
    return outcomes.map(outcome => {
      const line = store(outcome, findTwins)
      report.run(actionId, line.file.toWellFormed(), line.status, line.sessionId, line.message)
      return line
    })
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
