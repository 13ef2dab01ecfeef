import type { Id } from '../../src-preload/types.ts'
import type { Span } from '../../src-preload/record.ts'
import { createShared } from './store.ts'

export const views = ['library', 'themes', 'notes', 'history', 'rules'] as const
export type View = (typeof views)[number]

export const viewNames: Readonly<Record<View, string>> = {
  library: 'Library',
  themes: 'Themes',
  notes: 'Notes',
  history: 'History',
  rules: 'Rules',
}

/** What to show of a session that was just opened; a new object each time, so that asking twice shows it twice. */
export interface Target {
  readonly sessionId: Id
  readonly span?: Span | undefined
  readonly rowId?: Id | undefined
  /** The focus goes into the session, wherever it was. */
  readonly takesFocus?: boolean | undefined
}
interface Place {
  readonly view: View
  readonly sessionId: Id | null
  readonly target: Target | null
}

const nowhere: Place = { view: 'library', sessionId: null, target: null }
const place = createShared<Place>(nowhere)
const project = createShared<string | undefined>(undefined)

const storageKey = (path: string) => `place:${path}`

function remembered(path: string): Place {
  const text = localStorage.getItem(storageKey(path))
  if (!text) return nowhere
  const { view, sessionId } = JSON.parse(text) as Partial<Place>
  return { view: views.find(each => each === view) ?? 'library', sessionId: typeof sessionId === 'string' ? sessionId : null, target: null }
}

function move(change: Partial<Place>) {
  const next = { ...place.get(), ...change }
  place.set(next)
  const path = project.get()
  if (path) localStorage.setItem(storageKey(path), JSON.stringify({ view: next.view, sessionId: next.sessionId }))
}

/** Goes back to where the user was in this project; none is open for `undefined`. */
export function enterProject(path: string | undefined) {
  place.set(path ? remembered(path) : nowhere)
  project.set(path)
}
export const useProjectPath = () => project.use()

/** Shows a session in the work view; with a span or a row, scrolls to it. */
export function openSession(sessionId: Id, { span, rowId, takesFocus }: Omit<Target, 'sessionId'> = {}) {
  const target = span || rowId || takesFocus ? { sessionId, span, rowId, takesFocus } : null
  move({ view: 'library', sessionId, target })
}
export function closeSession() {
  move({ sessionId: null, target: null })
}
export function goTo(view: View) {
  move({ view })
}

export const useView = () => place.use().view
export const useCurrentSession = () => place.use().sessionId
/** What `openSession` asked to show in the current session, if anything. */
export const useTarget = () => place.use().target
export const currentSession = () => place.get().sessionId
