import type { Database } from 'better-sqlite3'
import type { FieldKey, ParsedPerson, ParsedProblem, ParsedRecord, ParsedSection, ParsedValue, Reading } from '../../src-preload/record.ts'
import { newId } from './id.ts'
import type { StoredColumns } from './rows.ts'

/** Columns that any reading fills, with a copy of all that was read to restore from. */
function readingColumns(reading: Reading, own: StoredColumns) {
  const columns = { ...own, spans: JSON.stringify(reading.spans), confidence: reading.confidence, reason: reading.reason }
  return { ...columns, reading: JSON.stringify(columns) }
}
const personColumns = ({ role, name, affiliation, stakeholderGroup, regionalGroup }: ParsedPerson) => ({
  role,
  name,
  affiliation,
  stakeholder_group: stakeholderGroup,
  regional_group: regionalGroup,
})

/** Statements that store what the parser said of a session. */
export function recordInsert(db: Database) {
  const field = db.prepare(`INSERT INTO field (id, session_id, key, position, value, spans, state, confidence, reason, reading)
    VALUES (@id, @session, @key, @position, @value, @spans, 'parsed', @confidence, @reason, @reading)`)
  const person =
    db.prepare(`INSERT INTO person (id, session_id, position, role, name, affiliation, stakeholder_group, regional_group, spans, state, confidence, reason, reading)
    VALUES (@id, @session, @position, @role, @name, @affiliation, @stakeholder_group, @regional_group, @spans, 'parsed', @confidence, @reason, @reading)`)
  const section = db.prepare(`INSERT INTO section (id, session_id, key, heading, text, spans, state, confidence, reason, reading)
    VALUES (@id, @session, @key, @heading, NULL, @spans, 'parsed', @confidence, @reason, @reading)`)
  const problem = db.prepare(
    `INSERT INTO problem (id, session_id, code, message, spans, other_session_id) VALUES (@id, @session, @code, @message, @spans, @other)`,
  )

  function addField(session: string, key: FieldKey, position: number, read: ParsedValue<string | number>): void {
    field.run({ id: newId(), session, key, position, ...readingColumns(read, { value: String(read.value) }) })
  }
  function addPerson(session: string, position: number, read: ParsedPerson): void {
    person.run({ id: newId(), session, position, ...readingColumns(read, personColumns(read)) })
  }
  function addSection(session: string, read: ParsedSection): void {
    section.run({ id: newId(), session, ...readingColumns(read, { key: read.key, heading: read.heading }) })
  }
  function addProblem(session: string, { code, message, spans }: ParsedProblem, other: string | null = null): void {
    problem.run({ id: newId(), session, code, message, spans: JSON.stringify(spans), other })
  }

  return {
    addProblem,
    addRecord(session: string, { fields, people, sections, problems }: ParsedRecord): void {
      for (const [key, read] of Object.entries(fields)) {
        for (const [position, value] of [read].flat().entries()) addField(session, key as FieldKey, position, value)
      }
      for (const [position, read] of people.entries()) addPerson(session, position, read)
      for (const read of sections) addSection(session, read)
      for (const read of problems) addProblem(session, read)
    },
  }
}
