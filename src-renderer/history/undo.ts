import { attempt, notify } from '../shell/notices.tsx'
import { forgetLesson } from '../rules/lesson.ts'
import { call } from '../shell/query.ts'

async function step(request: 'history.undo' | 'history.redo', done: string, nothing: string) {
  const label = await attempt(call(request, null))
  if (label === undefined) return
  forgetLesson()
  notify({ tone: 'info', about: 'undo', text: label === null ? nothing : `${done}: ${label}` })
}

export const undo = () => void step('history.undo', 'Undid', 'There is nothing to undo')
export const redo = () => void step('history.redo', 'Redid', 'There is nothing to redo')

/** Brings back one action that was undone, wherever it stands in the history. */
export async function redoAction(id: number, label: string): Promise<void> {
  const isDone = await attempt(call('history.redoAction', id).then(() => true))
  if (!isDone) return
  forgetLesson()
  notify({ tone: 'info', about: 'undo', text: `Redid: ${label}` })
}

/** Undoes one action, wherever it stands in the history; false when that was refused, with the reason shown. */
export async function undoAction(id: number, label: string): Promise<boolean> {
  const isDone = await attempt(call('history.undoAction', id).then(() => true))
  if (isDone) forgetLesson()
  if (isDone) notify({ tone: 'info', about: 'undo', text: `Undid: ${label}` })
  return isDone ?? false
}
