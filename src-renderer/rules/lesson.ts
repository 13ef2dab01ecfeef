import type { Span } from '../../src-preload/record.ts'
import type { Id, RuleDraft, RuleSuggestion } from '../../src-preload/types.ts'
import { openDialog } from '../shell/dialogs.ts'
import { call } from '../shell/query.ts'
import { createShared } from '../shell/store.ts'

/** All that the last correction could teach, until something else is corrected or it is put away. */
export interface Lesson {
  readonly sessionId: Id
  /** The value that was corrected; null for words set aside. */
  readonly rowId: Id | null
  readonly suggestions: readonly RuleSuggestion[]
}
const lesson = createShared<Lesson | null>(null)

export const useLesson = () => lesson.use()
export const forgetLesson = () => lesson.set(null)
/** The last correction of which it was asked what it could teach. */
let asked: { readonly rowId: Id | null } | null = null

/** A correction that was taken back teaches nothing, also if the answer is still to come. */
export function forgetLessonOf(rowId: Id): void {
  if (asked?.rowId === rowId) asked = null
  if (lesson.get()?.rowId === rowId) forgetLesson()
}

/** What was put away, until the window closes: by session, as the same correction on another page is a reason to offer it again. */
const putAway = new Set<string>()
const keyOf = (sessionId: Id, { kind, pattern, target }: RuleDraft) => JSON.stringify([sessionId, kind, pattern, target])

/** Not now: it is not offered again when this session is corrected in the same way. */
export function putAwaySuggestion(rule: RuleDraft): void {
  const known = lesson.get()
  if (known) putAway.add(keyOf(known.sessionId, rule))
  forgetSuggestion(rule)
}

/** Takes away one of them; what else the correction could teach is still offered. */
export function forgetSuggestion(rule: RuleDraft): void {
  const known = lesson.get()
  const suggestions = known?.suggestions.filter(suggestion => suggestion.rule !== rule) ?? []
  lesson.set(known && suggestions.length > 0 ? { ...known, suggestions } : null)
}

/** Asks what a correction could teach: of a row, or of words set aside. */
export async function learnFrom(sessionId: Id, rowId: Id | null, span: Span | null = null): Promise<void> {
  lesson.set(null)
  const mine = { rowId }
  asked = mine
  const all = await call('rule.suggest', { sessionId, rowId, span })
  if (asked !== mine) return
  const suggestions = all.filter(({ rule }) => !putAway.has(keyOf(sessionId, rule)))
  if (suggestions.length > 0) lesson.set({ sessionId, rowId, suggestions })
}

/** Shows what the last correction, or one thing that it could teach, would change elsewhere. */
export function openLesson(rule = lesson.get()?.suggestions[0]?.rule): void {
  if (rule) openDialog({ name: 'rereading', cause: { what: 'add', rule } })
}
export const hasLesson = () => lesson.get() !== null

export const readAgain = (sessionIds: readonly Id[] | null) => openDialog({ name: 'rereading', cause: { what: 'read', sessionIds } })
export const readAllAgain = () => readAgain(null)
