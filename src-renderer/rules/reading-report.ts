import type { RereadingCause, RereadingResult } from '../../src-preload/types.ts'
import { notifyDone } from '../history/undoable.ts'
import { notify } from '../shell/notices.tsx'
import { count } from '../shell/words.ts'

type Done = (sessions: string) => string
const done: Readonly<Record<RereadingCause['what'], Done>> = {
  add: sessions => `Made a rule, applied to ${sessions}`,
  set: sessions => `Changed the rule, in ${sessions}`,
  remove: sessions => `Deleted the rule; ${sessions} changed back`,
  read: sessions => `Read the pages again: ${sessions} changed`,
}

/** Says what reading again has done, with a way back. */
export function report({ what }: RereadingCause, { actionId, sessions, leftOut, wasCancelled }: RereadingResult): void {
  const inWords = count(sessions, 'session')
  if (wasCancelled && actionId === null) return notify({ tone: 'info', text: 'Cancelled. Nothing was changed.' })
  if (wasCancelled)
    return notify({
      tone: 'info',
      text: `Stopped. ${inWords} had been read, and what you did since builds on that: they stay as they are.`,
    })
  const left = leftOut > 0 ? `. ${count(leftOut, 'session')} edited meanwhile stayed as before; read again when done.` : ''
  notifyDone(`${done[what](inWords)}${left}`, actionId)
}
