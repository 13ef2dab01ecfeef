import { undoAction } from './undo.ts'
import { attempt, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'

/** Says what was just done, with a button that undoes exactly that. */
export async function notifyUndoable(text: string) {
  const last = (await attempt(call('history.state', null)))?.undo
  const action = last ? { label: 'Undo', run: () => void undoAction(last.id, last.label) } : undefined
  notify({ text, tone: 'success', action })
}
