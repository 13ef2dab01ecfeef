import type { Database } from 'better-sqlite3'
import type { FieldKey, ReadingRule } from '../../src-preload/record.ts'
import type { RereadSession, Status } from '../../src-preload/types.ts'
import { parse, parserVersion } from '../parse/parse.ts'
import type { RowChange, RereadPlan, StoredRecord } from './reread-plan.ts'
import { planReading } from './reread-plan.ts'
import { noteMoving } from './reread-notes.ts'
import type { TextRead } from './reread-texts.ts'
import type { FreshValue } from './reread-match.ts'
import { partInsert } from './page-insert.ts'
import { partRow, problemRow } from './page-rows.ts'
import type { StoredField, StoredPerson, StoredProblem, StoredSection, ValueNoun } from './rows.ts'
import { sessionCode } from './session-code.ts'
import type { SessionType } from '../../src-preload/record.ts'

type StoredSession = Omit<StoredRecord, 'rows' | 'problems'> & { readonly status: Status; readonly notes: string }
interface Line {
  readonly title: string | null
  readonly year: number | null
  readonly session_type: SessionType | null
  readonly session_number: number | null
  readonly name: string
}

/** As many changes of one session are told in a preview. */
const mostShown = 20

const readColumns: Readonly<Record<ValueNoun, readonly string[]>> = {
  field: ['value'],
  person: ['role', 'name', 'affiliation', 'stakeholder_group', 'regional_group'],
  section: ['key', 'heading'],
}

/** Reads stored sessions again: what that would change, and the change itself. */
export function rereading(db: Database) {
  const session = db.prepare<[string], StoredSession>(`SELECT text, page, parser_version, leftover, boilerplate, status, notes
    FROM session JOIN source ON source.id = source_id JOIN content USING (sha256) WHERE session.id = ?`)
  const line = db.prepare<[string], Line>(`SELECT title, year, session_type, session_number, source.name FROM session
    JOIN source ON source.id = source_id LEFT JOIN summary ON summary.session_id = session.id WHERE session.id = ?`)
  const fields = db.prepare<[string], StoredField>('SELECT * FROM field WHERE session_id = ? ORDER BY key, position, id')
  const people = db.prepare<[string], StoredPerson>('SELECT * FROM person WHERE session_id = ? ORDER BY position, id')
  const sections = db.prepare<[string], StoredSection>('SELECT * FROM section WHERE session_id = ? ORDER BY id')
  const problems = db.prepare<[string], StoredProblem>(
    'SELECT * FROM problem WHERE session_id = ? AND other_session_id IS NULL AND row_id IS NULL ORDER BY id',
  )
  const removeProblem = db.prepare<[string]>('DELETE FROM problem WHERE id = ?')
  const setSession = db.prepare(`UPDATE session SET page = @page, parser_version = @parser_version, leftover = @leftover,
    boilerplate = @boilerplate WHERE id = @id`)
  const add = partInsert(db)
  const moveNotes = noteMoving(db)
  const forNoun = (noun: ValueNoun) => {
    const columns = [...readColumns[noun], 'spans', 'confidence', 'reason', 'reading', 'rule_id'].map(column => `${column} = @${column}`)
    return {
      update: db.prepare(`UPDATE ${noun} SET ${columns.join(', ')} WHERE id = @id AND state = 'parsed'`),
      remove: db.prepare<[string]>(`DELETE FROM ${noun} WHERE id = ? AND state = 'parsed'`),
      setReading: db.prepare<[string, string]>(`UPDATE ${noun} SET reading = ? WHERE id = ?`),
    }
  }
  const nouns = { field: forNoun('field'), person: forNoun('person'), section: forNoun('section') }

  /** What was noticed when the file was decoded is no word of the parser's. */
  function parsersProblems(id: string, notes: string): StoredProblem[] {
    const codes = (JSON.parse(notes) as { code: string }[]).map(note => note.code)
    return problems.all(id).filter(problem => !codes.includes(problem.code))
  }
  function insert(id: string, { noun, key, position, columns }: FreshValue): void {
    if (noun === 'field') add.field(id, partRow.field(columns, key as FieldKey, position))
    else if (noun === 'person') add.person(id, partRow.person(columns, position))
    else add.section(id, partRow.section(columns))
  }
  function write(id: string, { noun, row, value }: RowChange): void {
    if (!row) insert(id, value!)
    else if (value) nouns[noun].update.run({ ...value.columns, id: row.id })
    else nouns[noun].remove.run(row.id)
  }

  /** Not one that is gone, nor one that a person has marked as reviewed: all of it is checked. */
  function openSession(id: string): StoredSession | null {
    const stored = session.get(id)
    return stored && stored.status !== 'reviewed' ? stored : null
  }

  return {
    /** Null for a session that is not to be read again. */
    textOf: (id: string): string | null => openSession(id)?.text ?? null,
    plan(id: string, read: TextRead, rules: readonly ReadingRule[]): RereadPlan | null {
      const stored = openSession(id)
      if (!stored) return null
      const { notes, status: _status, ...own } = stored
      const rows = { field: fields.all(id), person: people.all(id), section: sections.all(id) }
      // Meanwhile it may have another text.
      const record = own.text === read.text ? read.record : parse(own.text, rules)
      return planReading({ ...own, rows, problems: parsersProblems(id, notes) }, record, parserVersion)
    },
    /** Within an action. */
    apply(id: string, plan: RereadPlan): void {
      if (plan.isNothing) return
      for (const change of plan.rows) write(id, change)
      for (const { noun, id: rowId, reading } of plan.readings) nouns[noun].setReading.run(reading, rowId)
      moveNotes(
        id,
        plan.rows.flatMap(({ row, value }) => (row && !value ? [row] : [])),
      )
      for (const problem of plan.removedProblems) removeProblem.run(problem)
      for (const problem of plan.addedProblems) add.problem(id, problemRow(problem))
      setSession.run({ ...plan.session, id })
    },
    described(id: string, plan: RereadPlan): RereadSession {
      const { title, year, session_type, session_number, name } = line.get(id)!
      const changes = plan.changes.slice(0, mostShown)
      const further = plan.changes.length - changes.length
      return { id, title, code: sessionCode(year, session_type, session_number), sourceName: name, changes, further }
    },
  }
}
