import type { Database, Statement } from 'better-sqlite3'
import type { ActionLine, HistoryState } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { columnsOf, nouns, type Noun } from './journal-triggers.ts'
import { summaries } from './summaries.ts'

interface Change {
  readonly noun: Noun
  readonly row_id: string
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: string | null
}
interface ActionRow {
  readonly id: number
  readonly label: string
  readonly kind: ActionLine['kind']
  readonly undoes: number | null
  readonly undone_by: number | null
}
export type Journal = ReturnType<typeof journal>

const lineColumns = `id, label, author, at, kind, undone_by IS NOT NULL AS isUndone,
  (SELECT count(*) FROM change WHERE action_id = action.id) AS changes`

interface JournalOptions {
  readonly author: string
  readonly isReadOnly?: boolean
  /** Called after each transaction with the nouns that it touched. */
  readonly onAction?: (nouns: readonly Noun[]) => void
}

/** Every change of a project, and the way back from each. */
export function journal(db: Database, { author, isReadOnly = false, onAction = () => {} }: JournalOptions) {
  const summary = summaries(db)
  const put = putBackStatements(db)
  const insertAction = db.prepare<[string, string, string, string, number | null]>(
    'INSERT INTO action (label, author, at, kind, undoes) VALUES (?, ?, ?, ?, ?)',
  )
  const relabel = db.prepare<[string, number]>('UPDATE action SET label = ? WHERE id = ?')
  const open = db.prepare<[number | null]>('UPDATE open_action SET id = ?')
  const lastChange = db.prepare<[], number>('SELECT ifnull(max(id), 0) FROM change').pluck()
  const nounsSince = db.prepare<[number, number], Noun>('SELECT DISTINCT noun FROM change WHERE action_id = ? AND id > ?').pluck()
  const actionOf = db.prepare<[number], ActionRow>('SELECT id, label, kind, undoes, undone_by FROM action WHERE id = ?')
  const changesOf = db.prepare<[number], Change>('SELECT noun, row_id, op, before FROM change WHERE action_id = ? ORDER BY id DESC')
  const setUndoneBy = db.prepare<[number | null, number]>('UPDATE action SET undone_by = ? WHERE id = ?')
  const undoable = db.prepare<[], RawLine>(`SELECT ${lineColumns} FROM action WHERE kind = 'edit' AND undone_by IS NULL
    AND EXISTS (SELECT 1 FROM change WHERE action_id = action.id) ORDER BY id DESC LIMIT 1`)
  const redoable = db.prepare<[], RawLine>(`SELECT ${lineColumns} FROM action WHERE kind = 'undo' AND undone_by IS NULL
    AND id > (SELECT ifnull(max(id), 0) FROM action WHERE kind = 'edit') ORDER BY id DESC LIMIT 1`)
  const list = db.prepare<[number], RawLine>(`SELECT ${lineColumns} FROM action ORDER BY id DESC LIMIT ?`)
  const listOfSession = db.prepare<[string, number], RawLine>(`SELECT ${lineColumns} FROM action
    WHERE id IN (SELECT action_id FROM change WHERE session_id = ?) ORDER BY id DESC LIMIT ?`)
  const builtOn = db
    .prepare<{ action: number }, string>(`
    SELECT DISTINCT later.label FROM action later JOIN change on later.id = change.action_id
    WHERE later.id > @action AND later.kind = 'edit' AND later.undone_by IS NULL
      AND EXISTS (SELECT 1 FROM change mine WHERE mine.action_id = @action AND mine.noun = change.noun AND mine.row_id = change.row_id)`)
    .pluck()
  const collateral = db
    .prepare<{ action: number; undo: number }, string>(`
    SELECT DISTINCT origin.label FROM change gone
    JOIN change made ON made.noun = gone.noun AND made.row_id = gone.row_id AND made.action_id <> @undo
    JOIN action origin ON origin.id = made.action_id AND origin.kind = 'edit'
    WHERE gone.action_id = @undo AND NOT EXISTS (
      SELECT 1 FROM change mine WHERE mine.action_id = @action AND mine.noun = gone.noun AND mine.row_id = gone.row_id)`)
    .pluck()

  function record<T>(actionId: number, change: () => T): T {
    const before = lastChange.get()!
    open.run(actionId)
    const result = change()
    open.run(null)
    summary.refresh(actionId, before)
    touched.push(...nounsSince.all(actionId, before))
    return result
  }
  let touched: Noun[] = []
  function announce<T>(result: T): T {
    const names = [...new Set(touched)]
    touched = []
    onAction(names)
    return result
  }
  function refuseReadOnly(): void {
    if (isReadOnly)
      throw new AppError(
        'read-only',
        'This project is open for reading only, because its folder cannot be written to. Copy it elsewhere to change it.',
      )
  }
  function transaction<T>(change: () => T): T {
    refuseReadOnly()
    touched = []
    return announce(db.transaction(change).immediate())
  }
  const begin = (label: string, kind: ActionLine['kind'], undoes: number | null) =>
    Number(insertAction.run(label, author, new Date().toISOString(), kind, undoes).lastInsertRowid)

  function reverse(target: ActionRow): number {
    const kind = target.kind === 'undo' ? 'redo' : 'undo'
    return transaction(() => {
      const id = begin(target.label, kind, target.id)
      record(id, () => {
        db.pragma('defer_foreign_keys = ON')
        for (const change of changesOf.all(target.id)) put[change.noun][change.op].run(change)
      })
      refuseIfBuiltOn(collateral.all({ action: target.id, undo: id }), target.label)
      setUndoneBy.run(id, target.id)
      // Redoing puts the edit back on the list of what can be undone.
      if (target.undoes !== null) setUndoneBy.run(null, editBehind(target))
      return id
    })
  }
  function editBehind(action: ActionRow): number {
    return action.undoes === null ? action.id : editBehind(actionOf.get(action.undoes)!)
  }

  return {
    refuseReadOnly,
    /** Runs `change` in one transaction, recorded under `label`. Throwing leaves no trace. */
    act<T>(label: string, change: () => T): T {
      return transaction(() => record(begin(label, 'edit', null), change))
    },
    /** Starts an action that goes on over several transactions, each by `extend`. */
    start(label: string): number {
      return transaction(() => begin(label, 'edit', null))
    },
    extend<T>(actionId: number, change: () => T): T {
      return transaction(() => record(actionId, change))
    },
    relabel(actionId: number, label: string): void {
      transaction(() => relabel.run(label, actionId))
    },
    state: (): HistoryState => ({ undo: lineOf(undoable.get()), redo: lineOf(redoable.get()) }),
    list(sessionId: string | null, limit: number): ActionLine[] {
      return (sessionId === null ? list.all(limit) : listOfSession.all(sessionId, limit)).map(row => lineOf(row)!)
    },
    /** Undoes the newest edit; gives its label, or null when there is none. */
    undo(): string | null {
      const last = undoable.get()
      if (!last) return null
      reverse(actionOf.get(last.id)!)
      return last.label
    },
    redo(): string | null {
      const last = redoable.get()
      if (!last) return null
      reverse(actionOf.get(last.id)!)
      return last.label
    },
    /** Undoes any edit, or redoes an undone one, unless later edits were built on it. */
    undoAction(id: number): void {
      const action = actionOf.get(id)
      if (action?.kind !== 'edit') throw new AppError('no-such-action', `The history has no edit ${id}.`)
      const target = action.undone_by === null ? action : actionOf.get(action.undone_by)!
      refuseIfBuiltOn(builtOn.all({ action: target.id }), action.label)
      reverse(target)
    },
  }
}

type RawLine = Omit<ActionLine, 'isUndone'> & { readonly isUndone: number }

function lineOf(row: RawLine | undefined): ActionLine | null {
  return row ? { ...row, isUndone: row.isUndone === 1 } : null
}

function refuseIfBuiltOn(labels: readonly string[], label: string): void {
  if (labels.length === 0) return
  const names = labels
    .slice(0, 5)
    .map(name => `“${name}”`)
    .join(', ')
  const more = labels.length > 5 ? ` and ${labels.length - 5} more` : ''
  throw new AppError('built-on', `“${label}” cannot be undone alone: ${names}${more} came later and build on it. Undo those first.`)
}

function putBackStatements(db: Database): Record<Noun, Record<Change['op'], Statement>> {
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
