import { undoAction } from './undo.ts'
import { attempt, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'

/** Says what was just done, with a button that undoes exactly that. */
export async function notifyUndoable(text: string) {
  const last = (await attempt(call('history.state', null)))?.undo
  notifyDone(text, last?.id ?? null)
}

/** The same for what says itself which action it was; with null there is nothing to undo. */
export function notifyDone(text: string, actionId: number | null) {
  const action = actionId === null ? undefined : { label: 'Undo', run: () => void undoAction(actionId, text) }
  notify({ text, tone: 'success', action })
}
