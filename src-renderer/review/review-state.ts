import type { Dispatch, RefObject, SetStateAction } from 'react'
import type { Span } from '../../src-preload/record.ts'
import type { Id, SessionRecord } from '../../src-preload/types.ts'
import type { RawTextHandle } from '../raw-text/raw-text.tsx'
import type { NoteDraft } from './review-context.ts'
import type { ReviewRow } from './rows.ts'

/** What the screen is at now, for the actions to work on. */
export interface ReviewState {
  readonly record: SessionRecord
  readonly source: string
  readonly rows: readonly ReviewRow[]
  readonly raw: RefObject<RawTextHandle | null>
  readonly setEditing: Dispatch<SetStateAction<string | null>>
  /** Puts the focus on a row, now or as soon as it is there. */
  readonly focusRow: (address: string) => void
  readonly openNote: (draft: NoteDraft) => void
  readonly openTags: () => void
  /** Offers to do elsewhere what was just corrected, and puts the focus on its row unless the user went elsewhere. */
  readonly corrected: (address: string, rowId: Id, keepsFocus?: boolean) => void
  /** Offers to set aside elsewhere the words that were here. */
  readonly setAside: (span: Span) => void
}
