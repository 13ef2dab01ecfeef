import { AppError } from '../app-error.ts'
import type { ActionRow, JournalStatements } from './journal-statements.ts'

/** The ways back that leave out what was done since. */
export function reversingAlone(sql: JournalStatements, reverse: (action: ActionRow) => void) {
  function editOf(id: number): ActionRow {
    const action = sql.actionOf.get(id)
    const isGone = action?.must_end === 1 && action.undone_by !== null
    if (action?.kind !== 'edit' || isGone) throw new AppError('no-such-action', `The history has no edit ${id}.`)
    return action
  }
  function reverseAlone(action: ActionRow): void {
    refuseIfBuiltOn(sql.builtOn.all({ action: action.id }), action)
    reverse(action)
  }
  return {
    /** Undoes any edit that stands, unless later edits were built on it. */
    undoAction(id: number): void {
      const action = editOf(id)
      if (action.undone_by === null) reverseAlone(action)
    },
    /** Brings back any edit that was undone, unless what it was built on is undone, too, or later edits were built on the undoing. */
    redoAction(id: number): void {
      const { label, undone_by } = editOf(id)
      if (undone_by === null) return
      const [before] = sql.builtFrom.all({ edit: id, undo: undone_by })
      if (before !== undefined)
        throw new AppError(
          'built-on',
          `“${label}” cannot be brought back alone: it builds on “${before}”, which is undone. Bring that back first.`,
        )
      reverseAlone(sql.actionOf.get(undone_by)!)
    },
  }
}

export function refuseIfBuiltOn(labels: readonly string[], { label, kind }: Pick<ActionRow, 'label' | 'kind'>): void {
  if (labels.length === 0) return
  const names = labels
    .slice(0, 5)
    .map(name => `“${name}”`)
    .join(', ')
  const more = labels.length > 5 ? ` and ${labels.length - 5} more` : ''
  const later = labels.length > 1 ? 'came later and build on it. Undo those first.' : 'came later and builds on it. Undo that first.'
  const done = kind === 'undo' ? 'brought back' : 'undone'
  throw new AppError('built-on', `“${label}” cannot be ${done} alone: ${names}${more} ${later}`)
}
