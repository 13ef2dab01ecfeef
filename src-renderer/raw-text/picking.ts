import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** What lies under a click: a row of the record, or a tagging. */
export interface Picked {
  readonly rowId: string | null
  readonly taggingId: string | null
}

/** Clicking words that something holds picks it; dragging over them selects as ever. */
export function picking(onPick: (picked: Picked) => void): Extension {
  return EditorView.domEventHandlers({
    click(event, view) {
      if (!(event.target instanceof Element) || !view.state.selection.main.empty || event.detail > 1) return false
      const rowId = nearest(event.target, 'row')
      const taggingId = nearest(event.target, 'tagging')
      if (rowId !== null || taggingId !== null) onPick({ rowId, taggingId })
      return false
    },
  })
}

const nearest = (element: Element, name: 'row' | 'tagging') => element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name] ?? null
