import { EditorSelection, type TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { Span } from '../../src-preload/record.ts'
import { layer } from './layer.ts'

const mark = Decoration.mark({ class: 'cm-lit' })
const words = layer<readonly Span[]>(spans =>
  Decoration.set(
    spans.map(([start, end]) => mark.range(start, end)),
    true,
  ),
)

/** The words of the value that is looked at now. */
export const lit = words.extension
export const setLit = words.set

/** Lights the words and brings their beginning into view. */
export function revealLit(spans: readonly Span[]): TransactionSpec {
  const first = spans[0]
  if (!first) return setLit([])
  return { effects: [setLit(spans).effects ?? [], showSpan(first).effects ?? []].flat() }
}

export function showSpan([start]: Span): TransactionSpec {
  return { effects: EditorView.scrollIntoView(EditorSelection.cursor(start), { y: 'nearest', yMargin: 96 }) }
}
