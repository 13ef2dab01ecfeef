import type { RefObject } from 'react'
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
  readonly setEditing: (address: string | null) => void
  /** Puts the focus on a row, now or as soon as it is there. */
  readonly focusRow: (address: string) => void
  readonly openNote: (draft: NoteDraft) => void
  readonly openTags: () => void
  /** Puts the focus on the row that was just corrected, and offers to do the same elsewhere. */
  readonly corrected: (address: string, rowId: Id) => void
  /** Offers to set aside elsewhere the words that were here. */
  readonly setAside: (span: Span) => void
}
