import type { ParsedRecord } from '../../src-preload/record.ts'
import type { ImportLine } from '../../src-preload/types.ts'
import type { AppError } from '../app-error.ts'
import type { SourceText } from '../import/source-text.ts'
import { parserVersion } from '../parse/parse.ts'
import { newId } from './id.ts'
import type { Project } from './project.ts'
import { recordInsert } from './record-insert.ts'
import { sessionCode } from './session-code.ts'

export interface Page {
  readonly name: string
  readonly path: string | null
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly source: SourceText
  readonly record: ParsedRecord
}
type Outcome = { readonly file: string } & ({ readonly page: Page } | { readonly error: AppError } | { readonly sessionId: string })
interface Twin {
  readonly id: string
  readonly name: string
}

/** Stores what became of each file under `actionId`, and gives its line. Runs within a transaction. */
export function pageInsert({ db }: Project, actionId: number) {
  const content = db.prepare(`INSERT INTO content (sha256, bytes, media_type, encoding, text, notes)
    VALUES (@sha256, @bytes, @mediaType, @encoding, @text, @notes) ON CONFLICT DO NOTHING`)
  const source = db.prepare('INSERT INTO source (id, sha256, name, path, imported_at) VALUES (@id, @sha256, @name, @path, @at)')
  const session = db.prepare(
    "INSERT INTO session (id, source_id, status, page, parser_version, leftover) VALUES (@id, @source, 'new', @page, @version, @leftover)",
  )
  const { addRecord, addProblem } = recordInsert(db)
  const known = db.prepare<[string], string>('SELECT session.id FROM session JOIN source ON source.id = source_id WHERE sha256 = ?').pluck()
  const twins = db.prepare<{ year: string; type: string; number: string; id: string }, Twin>(`
    SELECT session.id, source.name FROM field number
    JOIN field year ON year.session_id = number.session_id AND year.key = 'year' AND year.value = @year
    JOIN field type ON type.session_id = number.session_id AND type.key = 'sessionType' AND type.value = @type
    JOIN session ON session.id = number.session_id JOIN source ON source.id = source_id
    WHERE number.key = 'sessionNumber' AND number.value = @number AND session.id <> @id`)
  const report = db.prepare(
    'INSERT INTO imported_file (action_id, file, status, session_id, message) VALUES (@actionId, @file, @status, @sessionId, @message)',
  )

  function addPage({ name, path, bytes, sha256, source: read, record }: Page): { id: string; message: string } {
    const [sourceId, id] = [newId(), newId()]
    content.run({ sha256, bytes, mediaType: read.mediaType, encoding: read.encoding, text: read.text, notes: JSON.stringify(read.notes) })
    source.run({ id: sourceId, sha256, name: name.toWellFormed(), path: path?.toWellFormed() ?? null, at: new Date().toISOString() })
    session.run({ id, source: sourceId, page: record.page, version: parserVersion, leftover: JSON.stringify(record.leftover) })
    addRecord(id, record)
    for (const note of read.notes) addProblem(id, note)
    const same = twinsOf(id, record)
    for (const twin of same) sayTwins({ id, name }, twin, record)
    return {
      id,
      message: [
        ...read.notes.map(note => note.message),
        ...same.map(twin => `Another text of the same session is here: ${twin.name}.`),
      ].join(' '),
    }
  }
  function twinsOf(id: string, { fields: { year, sessionType, sessionNumber } }: ParsedRecord): Twin[] {
    if (!year || !sessionType || !sessionNumber) return []
    return twins.all({ id, year: String(year.value), type: sessionType.value, number: String(sessionNumber.value) })
  }
  function sayTwins(mine: Twin, other: Twin, { fields: { year, sessionType, sessionNumber } }: ParsedRecord): void {
    const code = sessionCode(year!.value, sessionType!.value, sessionNumber!.value)
    for (const [at, from] of [
      [mine, other],
      [other, mine],
    ] as const) {
      addProblem(at.id, { code: 'same-session', message: `${from.name} is another text of ${code}`, spans: [] }, from.id)
    }
  }
  function store(outcome: Outcome): ImportLine {
    const { file } = outcome
    if ('error' in outcome) return { file, status: 'failed', sessionId: null, message: outcome.error.message }
    // The same bytes may stand twice in one batch.
    const twin = 'page' in outcome ? known.get(outcome.page.sha256) : outcome.sessionId
    if (twin !== undefined) return { file, status: 'duplicate', sessionId: twin, message: 'The same bytes were imported before' }
    const { id, message } = addPage((outcome as { page: Page }).page)
    return { file, status: 'imported', sessionId: id, message }
  }

  return (outcome: Outcome): ImportLine => {
    const line = store(outcome)
    report.run({ ...line, file: line.file.toWellFormed(), actionId })
    return line
  }
}
