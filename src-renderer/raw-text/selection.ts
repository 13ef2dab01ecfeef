import type { EditorState, Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLineGutter } from '@codemirror/view'
import type { Span } from '../../src-preload/record.ts'
import { trim } from './span.ts'

/** The selected words, whole characters without white space around them. */
export function selectedSpan({ selection, doc }: EditorState): Span | null {
  const { from, to } = selection.main
  return from === to ? null : trim(doc, [from, to])
}

/** A selection that stays visible while the focus is in the record; `onSelect` hears of every change. */
export function selectable(onSelect: (span: Span | null) => void): Extension {
  return [
    drawSelection(),
    highlightActiveLineGutter(),
    EditorView.updateListener.of(update => {
      if (update.selectionSet) onSelect(selectedSpan(update.state))
    }),
  ]
}
