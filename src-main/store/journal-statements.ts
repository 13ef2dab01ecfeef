import type { Database, Statement } from 'better-sqlite3'
import type { ActionLine } from '../../src-preload/types.ts'
import { columnsOf, nouns, partsOfSession, type Noun } from './journal-triggers.ts'

export interface Change {
  readonly noun: Noun
  readonly row_id: string
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: string | null
}
export interface ActionRow {
  readonly id: number
  readonly label: string
  readonly kind: ActionLine['kind']
  readonly undoes: number | null
  readonly undone_by: number | null
  readonly must_end: 0 | 1
}
export type RawLine = Omit<ActionLine, 'isUndone'> & { readonly isUndone: number }

// Looked for only until a second session turns up: an import has thousands.
const onlySession = `(SELECT ifnull(summary.title, source.name)
  FROM (SELECT session_id FROM change WHERE action_id = action.id AND session_id IS NOT NULL LIMIT 1) one
    JOIN session ON session.id = one.session_id JOIN source ON source.id = session.source_id JOIN summary ON summary.session_id = session.id
  WHERE NOT EXISTS (SELECT 1 FROM change other WHERE other.action_id = action.id AND other.session_id <> one.session_id))`
const lineColumns = `id, label, author, at, kind, undone_by IS NOT NULL AS isUndone,
  (SELECT count(*) FROM change WHERE action_id = action.id) AS changes, ${onlySession} AS sessionTitle`

/** Not what did not end and was taken back, nor the taking back: nothing is left of it, and half of it must not come back. */
const isWhole = `NOT (must_end = 1 AND undone_by IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM action unended WHERE unended.id = action.undoes AND unended.must_end = 1)`

const parts = partsOfSession.map(noun => `'${noun}'`).join(', ')
/** Whether the action made this session, and with it the parts that the session had then. */
const madeSession = (id: string) =>
  `EXISTS (SELECT 1 FROM change birth WHERE birth.noun = 'session' AND birth.row_id = ${id} AND birth.action_id = @action AND birth.op = 'insert')`

const isReadBy = (session: string, rule: string) =>
  `EXISTS (${['field', 'person', 'section'].map(noun => `SELECT 1 FROM ${noun} WHERE session_id = ${session} AND rule_id = ${rule}`).join(' UNION ALL ')}
    UNION ALL SELECT 1 FROM session, json_each(boilerplate) WHERE session.id = ${session} AND json_each.value ->> 'ruleId' = ${rule})`

/** What the rows that an action took out or changed hang on. */
const neededBy = (action: string) => `SELECT session_id FROM change WHERE action_id = ${action} AND op <> 'insert'
  UNION ALL SELECT reference.value FROM change hanging, json_each(hanging.before) reference
    WHERE hanging.action_id = ${action} AND hanging.op <> 'insert' AND hanging.noun IN ('theme', 'tagging', 'note', 'problem')
      AND reference.key IN ('parent_id', 'theme_id', 'row_id')`

export function journalStatements(db: Database) {
  return {
    insertAction: db.prepare<[string, string, string, string, number | null]>(
      'INSERT INTO action (label, author, at, kind, undoes) VALUES (?, ?, ?, ?, ?)',
    ),
    setMustEnd: db.prepare<[number]>('UPDATE action SET must_end = 1 WHERE id = ?'),
    unended: db.prepare<[], ActionRow>(
      'SELECT id, label, kind, undoes, undone_by, must_end FROM action WHERE must_end = 1 AND undone_by IS NULL ORDER BY id DESC',
    ),
    end: db.prepare<[string, number]>('UPDATE action SET label = ?, must_end = 0 WHERE id = ?'),
    isTouchedSince: db.prepare<[string, number], 1>('SELECT 1 FROM change WHERE session_id = ? AND action_id > ? LIMIT 1').pluck(),
    open: db.prepare<[number | null]>('UPDATE open_action SET id = ?, made_session = NULL'),
    lastChange: db.prepare<[], number>('SELECT ifnull(max(id), 0) FROM change').pluck(),
    nounsSince: db.prepare<[number, number], Noun>('SELECT DISTINCT noun FROM change WHERE action_id = ? AND id > ?').pluck(),
    actionOf: db.prepare<[number], ActionRow>('SELECT id, label, kind, undoes, undone_by, must_end FROM action WHERE id = ?'),
    changesOf: db.prepare<[number], Change>('SELECT noun, row_id, op, before FROM change WHERE action_id = ? ORDER BY id DESC'),
    setUndoneBy: db.prepare<[number | null, number]>('UPDATE action SET undone_by = ? WHERE id = ?'),
    undoable: db.prepare<[], RawLine>(`SELECT ${lineColumns} FROM action WHERE kind = 'edit' AND undone_by IS NULL
    AND EXISTS (SELECT 1 FROM change WHERE action_id = action.id) ORDER BY id DESC LIMIT 1`),
    redoable: db.prepare<[], RawLine>(`SELECT ${lineColumns} FROM action WHERE kind = 'undo' AND undone_by IS NULL AND ${isWhole}
    AND id > (SELECT ifnull(max(id), 0) FROM action WHERE kind = 'edit') ORDER BY id DESC LIMIT 1`),
    list: db.prepare<[number], RawLine>(`SELECT ${lineColumns} FROM action
    WHERE EXISTS (SELECT 1 FROM change WHERE action_id = action.id) AND ${isWhole} ORDER BY id DESC LIMIT ?`),
    listOfSession: db.prepare<[string, number], RawLine>(`SELECT ${lineColumns} FROM action
    WHERE id IN (SELECT action_id FROM change WHERE session_id = ?) AND ${isWhole} ORDER BY id DESC LIMIT ?`),
    /** Later edits that stand and touch rows of this action, or of a session that it made, or took out what its rows hung on, or made a session that its rule was read by. */
    builtOn: db
      .prepare<{ action: number }, string>(`
    SELECT DISTINCT later.label FROM action later JOIN change on later.id = change.action_id
    WHERE later.id > @action AND later.kind = 'edit' AND later.undone_by IS NULL
      AND (EXISTS (SELECT 1 FROM change mine WHERE mine.action_id = @action AND mine.noun = change.noun AND mine.row_id = change.row_id)
        OR ${madeSession('change.session_id')}
        OR (change.op = 'delete' AND change.row_id IN (${neededBy('@action')}))
        OR (change.noun = 'session' AND change.op = 'insert' AND EXISTS (SELECT 1 FROM change rule WHERE rule.action_id = @action
          AND rule.noun = 'rule' AND rule.op = 'insert' AND ${isReadBy('change.row_id', 'rule.row_id')})))`)
      .pluck(),
    /** Earlier edits that an undone one was built on, and that were undone after it. */
    builtFrom: db
      .prepare<{ edit: number; undo: number }, string>(`
    SELECT DISTINCT earlier.label FROM action earlier JOIN change on earlier.id = change.action_id
    WHERE earlier.id < @edit AND earlier.kind = 'edit' AND earlier.undone_by > @edit
      AND (EXISTS (SELECT 1 FROM change mine WHERE mine.action_id = @edit AND mine.noun = change.noun AND mine.row_id = change.row_id)
        OR (change.op = 'insert' AND change.row_id IN (${neededBy('@edit')} UNION ALL ${neededBy('@undo')})))`)
      .pluck(),
    /** Edits that made rows which went when the undo took away what they hang on. */
    collateral: db
      .prepare<{ action: number; undo: number }, string>(`
    SELECT DISTINCT origin.label FROM change gone
    JOIN change made ON made.noun = gone.noun AND made.row_id = gone.row_id AND made.op = 'insert' AND made.action_id <> @undo
    JOIN action origin ON origin.id = made.action_id AND origin.kind = 'edit'
    WHERE gone.action_id = @undo AND NOT EXISTS (
      SELECT 1 FROM change mine WHERE mine.action_id = @action AND mine.noun = gone.noun AND mine.row_id = gone.row_id)
      AND NOT (gone.noun IN (${parts}) AND made.action_id < @action AND ${madeSession('gone.session_id')})`)
      .pluck(),
  }
}

export type JournalStatements = ReturnType<typeof journalStatements>

/** For each noun and kind of change, the statement that takes such a change back. */
export function putBackStatements(db: Database): Record<Noun, Record<Change['op'], Statement>> {
  const entries = (Object.keys(nouns) as Noun[]).map(noun => {
    const columns = columnsOf(db, noun).map(column => `"${column}"`)
    const values = columns.map(column => `json_extract(@before, '$.${column}')`)
    return [
      noun,
      {
        insert: db.prepare(`DELETE FROM ${noun} WHERE id = @row_id`),
        update: db.prepare(`UPDATE ${noun} SET ${columns.map((column, i) => `${column} = ${values[i]}`).join(', ')} WHERE id = @row_id`),
        delete: db.prepare(`INSERT INTO ${noun} (${columns.join(', ')}) SELECT ${values.join(', ')}`),
      },
    ]
  })
  return Object.fromEntries(entries) as Record<Noun, Record<Change['op'], Statement>>
}
