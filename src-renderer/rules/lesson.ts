import type { Span } from '../../src-preload/record.ts'
import type { Id, RuleSuggestion } from '../../src-preload/types.ts'
import { openDialog } from '../shell/dialogs.ts'
import { call } from '../shell/query.ts'
import { createShared } from '../shell/store.ts'

/** What the last correction could teach, until something else is corrected or it is put away. */
export interface Lesson {
  readonly sessionId: Id
  readonly suggestion: RuleSuggestion
}
const lesson = createShared<Lesson | null>(null)

export const useLesson = () => lesson.use()
export const forgetLesson = () => lesson.set(null)

/** Asks what a correction could teach: of a row, or of words set aside. */
export async function learnFrom(sessionId: Id, rowId: Id | null, span: Span | null = null): Promise<void> {
  lesson.set(null)
  const [suggestion] = await call('rule.suggest', { sessionId, rowId, span })
  if (suggestion) lesson.set({ sessionId, suggestion })
}

/** Shows what the last correction would change elsewhere. */
export function openLesson(): void {
  const known = lesson.get()
  if (known) openDialog({ name: 'rereading', cause: { what: 'add', rule: known.suggestion.rule } })
}
export const hasLesson = () => lesson.get() !== null

export const readAgain = (sessionIds: readonly Id[] | null) => openDialog({ name: 'rereading', cause: { what: 'read', sessionIds } })
export const readAllAgain = () => readAgain(null)
