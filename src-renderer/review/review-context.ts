import { createContext, useContext } from 'react'
import type { FieldKey, Role, SectionKey, Span } from '../../src-preload/record.ts'
import type { Id, NoteRow, PersonDetails } from '../../src-preload/types.ts'
import type { Edge } from '../raw-text/edge.ts'
import type { ReviewRow } from './rows.ts'

/** What a note is to be written about, or which note is to be changed. */
export interface NoteDraft {
  readonly target: NoteRow['target']
  readonly rowId: Id | null
  readonly span: Span | null
  readonly about: string
  readonly note: NoteRow | null
}

/** What can be done in the review screen. The object stays the same for a session, so that rows need not be drawn again for it. */
export interface ReviewActions {
  /** The words of the page at these places, shortened. */
  quote(spans: readonly Span[]): string
  /** The selected words of the page. */
  selection(): Span | null
  caret(): number
  find(): void
  focusRow(address: string): void
  reveal(spans: readonly Span[]): void
  select(span: Span): void
  edit(address: string): void
  closeEditor(address: string, keepsFocus: boolean): void
  accept(ids: readonly Id[] | null): void
  /** Saves what was typed; gives what is wrong with it, if anything. The focus goes to the value unless it is kept. */
  saveField(key: FieldKey, id: Id | null, text: string, keepsFocus?: boolean): Promise<string | undefined>
  savePerson(id: Id | null, person: PersonDetails, keepsFocus?: boolean): Promise<string | undefined>
  saveSectionText(id: Id, text: string | null): Promise<string | undefined>
  /** Says that the leftover line at the caret belongs to no session. */
  setAside(): void
  setFromSelection(key: FieldKey, id: Id | null): void
  addPersonFromSelection(role: Role): void
  addSectionFromSelection(key: SectionKey): void
  setSectionKey(id: Id, key: SectionKey): void
  takeSelection(row: ReviewRow): void
  /** Puts what a problem says has no place on the selected words. */
  place(problemId: Id): void
  clear(row: ReviewRow): void
  restore(id: Id): void
  movePerson(id: Id, step: 1 | -1): void
  moveEdgeByLine(row: ReviewRow, edge: Edge, direction: 1 | -1): void
  moveEdgeToCaret(row: ReviewRow, edge: Edge): void
  writeNote(draft: NoteDraft): void
  tag(): void
}

export const ReviewContext = createContext<ReviewActions | null>(null)

export function useReview(): ReviewActions {
  const actions = useContext(ReviewContext)
  if (!actions) throw new Error('useReview is used outside of ReviewContext')
  return actions
}
