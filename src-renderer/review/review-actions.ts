import { quoteOf } from './quote.ts'
import type { ReviewActions } from './review-context.ts'
import type { ReviewState } from './review-state.ts'
import { sectionActions } from './section-actions.ts'
import { selectionActions } from './selection-actions.ts'
import { valueActions } from './value-actions.ts'

/** Everything the user can do in the screen; `now` gives the state at the time of doing. */
export function reviewActions(now: () => ReviewState): ReviewActions {
  const raw = () => now().raw.current
  return {
    ...valueActions(now),
    ...sectionActions(now),
    ...selectionActions(now),
    selection: () => raw()?.selection() ?? null,
    caret: () => raw()?.caret() ?? 0,
    find: () => raw()?.find(),
    quote: spans => quoteOf(now().source, spans),
    reveal: spans => raw()?.reveal(spans),
    select(span) {
      raw()?.select(span)
      raw()?.focus()
    },
    focusRow: address => now().focusRow(address),
    edit: address => now().setEditing(address),
    closeEditor(address, keepsFocus) {
      now().setEditing(open => (open === address ? null : open))
      if (!keepsFocus) now().focusRow(address)
    },
    writeNote: draft => now().openNote(draft),
    tag: () => now().openTags(),
  }
}
