import type { Id, SessionLine } from '../../src-preload/types.ts'
import { createShared } from '../shell/store.ts'
import { currentSession, openSession } from '../shell/navigation.ts'

/** The library's lines as shown, for whoever goes through them: next and previous, export, the palette. */
const listed = createShared<readonly SessionLine[]>([])
export const useListed = () => listed.use()
export function setListed(lines: readonly SessionLine[]) {
  listed.set(lines)
  if (trail.order.length === 0) startTrail(currentSession())
}

/** The order when the current session was opened: its neighbours stay although reviewing it moves it. */
let trail: { sessionId: Id | null; order: readonly Id[] } = { sessionId: null, order: [] }
export function startTrail(sessionId: Id | null) {
  trail = { sessionId, order: listed.get().map(line => line.id) }
}

/** Another filter or order makes another trail. */
export function forgetTrail() {
  trail = { sessionId: null, order: [] }
}

/** The nearest session before (-1) or after (1) this one that is still listed. */
export function neighbour(order: readonly Id[], stillListed: ReadonlySet<Id>, sessionId: Id | null, step: 1 | -1): Id | undefined {
  const at = sessionId === null ? -1 : order.indexOf(sessionId)
  if (at < 0) return step === 1 ? order.find(id => stillListed.has(id)) : undefined
  const onward = step === 1 ? order.slice(at + 1) : order.slice(0, at).toReversed()
  return onward.find(id => stillListed.has(id))
}

/** Opens the next or previous session of the library; false at its end. */
export function openNeighbour(step: 1 | -1): boolean {
  const now = listed.get().map(line => line.id)
  const sessionId = currentSession()
  const order = trail.sessionId === sessionId && trail.order.length > 0 ? trail.order : now
  const found = neighbour(order, new Set(now), sessionId, step)
  if (found) openSession(found)
  return found !== undefined
}
