import type { Database } from 'better-sqlite3'
import type { ActionLine, HistoryState } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { refuseIfBuiltOn, reversingAlone } from './journal-alone.ts'
import { journalStatements, putBackStatements, type ActionRow, type RawLine } from './journal-statements.ts'
import type { Noun } from './journal-triggers.ts'
import { summaries } from './summaries.ts'

export type Journal = ReturnType<typeof journal>

interface JournalOptions {
  readonly author: string
  readonly isReadOnly?: boolean
  /** Called after each transaction with the nouns that it touched. */
  readonly onAction?: (nouns: readonly Noun[]) => void
  /** The same for each step of an action that goes on. */
  readonly onStep?: (nouns: readonly Noun[]) => void
}

const readOnly = () =>
  new AppError(
    'read-only',
    'This project is open for reading only, because its folder cannot be written to. Copy it elsewhere to change it.',
  )

/** Every change of a project, and the way back from each. */
export function journal(db: Database, { author, isReadOnly = false, onAction = () => {}, onStep = onAction }: JournalOptions) {
  const summary = summaries(db)
  const put = putBackStatements(db)
  const sql = journalStatements(db)
  let touched: Noun[] = []

  function record<T>(actionId: number, change: () => T): T {
    const before = sql.lastChange.get()!
    sql.open.run(actionId)
    const result = change()
    sql.open.run(null)
    summary.refresh(actionId, before)
    touched.push(...sql.nounsSince.all(actionId, before))
    return result
  }
  function announce<T>(result: T, hear: typeof onAction): T {
    const names = [...new Set(touched)]
    touched = []
    hear(names)
    return result
  }
  function refuseReadOnly(): void {
    if (isReadOnly) throw readOnly()
  }
  function transaction<T>(change: () => T, hear = onAction): T {
    refuseReadOnly()
    touched = []
    return announce(db.transaction(change).immediate(), hear)
  }
  const begin = (label: string, kind: ActionLine['kind'], undoes: number | null) =>
    Number(sql.insertAction.run(label, author, new Date().toISOString(), kind, undoes).lastInsertRowid)

  function reverse(target: ActionRow): number {
    const kind = target.kind === 'undo' ? 'redo' : 'undo'
    return transaction(() => {
      const id = begin(target.label, kind, target.id)
      record(id, () => {
        db.pragma('defer_foreign_keys = ON')
        for (const change of sql.changesOf.all(target.id)) put[change.noun][change.op].run(change)
      })
      refuseIfBuiltOn(sql.collateral.all({ action: target.id, undo: id }), target)
      sql.setUndoneBy.run(id, target.id)
      // Redoing puts the edit back on the list of what can be undone.
      if (target.undoes !== null) sql.setUndoneBy.run(null, editBehind(target))
      return id
    })
  }
  function abandon(action: ActionRow): boolean {
    try {
      refuseIfBuiltOn(sql.builtOn.all({ action: action.id }), action)
      reverse(action)
      return true
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'built-on')) throw error
      transaction(() => sql.end.run(`${action.label}: not all of it`, action.id))
      return false
    }
  }
  function step(last: RawLine | undefined): string | null {
    if (!last) return null
    reverse(sql.actionOf.get(last.id)!)
    return last.label
  }
  function editBehind(action: ActionRow): number {
    return action.undoes === null ? action.id : editBehind(sql.actionOf.get(action.undoes)!)
  }

  return {
    refuseReadOnly,
    /** Runs `change` in one transaction, recorded under `label`. Throwing leaves no trace. */
    act<T>(label: string, change: () => T): T {
      return transaction(() => record(begin(label, 'edit', null), change))
    },
    /** Starts an action that goes on over several transactions, each by `extend`. One that must end is nothing unless it does. */
    start(label: string, { mustEnd = false } = {}): number {
      return transaction(() => {
        const id = begin(label, 'edit', null)
        if (mustEnd) sql.setMustEnd.run(id)
        return id
      })
    },
    extend<T>(actionId: number, change: () => T): T {
      return transaction(() => record(actionId, change), onStep)
    },
    /** Ends what `start` began, under the label that fits what it came to. */
    finish(actionId: number, label: string): void {
      transaction(() => {
        sql.end.run(label, actionId)
        touched.push(...sql.nounsSince.all(actionId, 0))
      })
    },
    /** Takes back an action that must end and does not. False where later edits build on it: then it has ended as far as it came. */
    abandon(actionId: number): boolean {
      return abandon(sql.actionOf.get(actionId)!)
    },
    /** Does so with those that ended with the process. */
    abandonUnended(): void {
      for (const action of isReadOnly ? [] : sql.unended.all()) abandon(action)
    },
    /** Whether any action but `actionId` has changed the session since that began. */
    isTouchedSince: (sessionId: string, actionId: number): boolean => sql.isTouchedSince.get(sessionId, actionId) === 1,
    state: (): HistoryState => ({ undo: lineOf(sql.undoable.get()), redo: lineOf(sql.redoable.get()) }),
    list(sessionId: string | null, limit: number): ActionLine[] {
      return (sessionId === null ? sql.list.all(limit) : sql.listOfSession.all(sessionId, limit)).map(row => lineOf(row)!)
    },
    /** Undoes the newest edit; gives its label, or null when there is none. */
    undo: () => step(sql.undoable.get()),
    redo: () => step(sql.redoable.get()),
    ...reversingAlone(sql, reverse),
  }
}

function lineOf(row: RawLine | undefined): ActionLine | null {
  return row ? { ...row, isUndone: row.isUndone === 1 } : null
}
