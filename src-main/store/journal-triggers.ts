import type { Database } from 'better-sqlite3'

/** Tables that hold a rapporteur's work, with where each row's session stands. Every change to them is journalled. */
export const nouns = {
  source: null,
  session: 'id',
  field: 'session_id',
  person: 'session_id',
  section: 'session_id',
  problem: 'session_id',
  version: 'session_id',
  not_same: null,
  theme: null,
  tagging: 'session_id',
  note: 'session_id',
  rule: null,
} as const
export type Noun = keyof typeof nouns
/** What is read from a page. Made together with its session it comes and goes with it, and the session's line in the journal tells of both. */
export const partsOfSession: readonly Noun[] = ['field', 'person', 'section', 'problem']

export function columnsOf(db: Database, noun: Noun): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(noun)
}

/** Makes the triggers anew from the tables as they are, so that a migration cannot leave a column out of the history. */
export function installJournal(db: Database): void {
  for (const noun of Object.keys(nouns) as Noun[]) db.exec(triggersOf(noun, columnsOf(db, noun)))
}

function triggersOf(noun: Noun, columns: readonly string[]): string {
  const before = `json_object(${columns.map(column => `'${column}', old."${column}"`).join(', ')})`
  return trigger(noun, 'insert', 'new', 'NULL') + trigger(noun, 'update', 'new', before) + trigger(noun, 'delete', 'old', before)
}

function trigger(noun: Noun, event: 'insert' | 'update' | 'delete', row: 'old' | 'new', before: string): string {
  const session = nouns[noun] === null ? 'NULL' : `${row}.${nouns[noun]}`
  const isPart = event === 'insert' && partsOfSession.includes(noun)
  const condition = isPart ? 'WHEN new.session_id IS NOT (SELECT made_session FROM open_action)' : ''
  const isMade = event === 'insert' && noun === 'session'
  return `
    DROP TRIGGER IF EXISTS journal_${noun}_${event};
    CREATE TRIGGER journal_${noun}_${event} AFTER ${event} ON ${noun} ${condition} BEGIN
      SELECT raise(ABORT, 'a change outside an action') WHERE (SELECT id FROM open_action) IS NULL;
      INSERT INTO change (action_id, noun, row_id, session_id, op, before)
      VALUES ((SELECT id FROM open_action), '${noun}', ${row}.id, ${session}, '${event}', ${before});
      ${isMade ? 'UPDATE open_action SET made_session = new.id;' : ''}
    END;`
}
