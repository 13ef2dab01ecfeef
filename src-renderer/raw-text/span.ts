import type { Text } from '@codemirror/state'
import type { Span } from '../../src-preload/record.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const reach = 512

/** The nearest position at or before (`-1`), or at or after (`1`), `position` that does not split a grapheme. */
export function snap(document: Text, position: number, side: -1 | 1): number {
  const line = document.lineAt(position)
  if (position === line.from || position === line.to) return position
  // A line can be a whole page: look only around the position, from a space, where a new grapheme always begins.
  const before = document.sliceString(Math.max(line.from, position - reach), position)
  const start = position - before.length + Math.max(0, before.lastIndexOf(' '))
  const grapheme = graphemes.segment(document.sliceString(start, Math.min(line.to, position + reach))).containing(position - start)
  if (!grapheme || start + grapheme.index === position) return position
  return side < 0 ? start + grapheme.index : start + grapheme.index + grapheme.segment.length
}

/** The span without white space at its edges, and never half a grapheme; `null` when nothing is left. */
export function trim(document: Text, [start, end]: Span): Span | null {
  const from = snap(document, start, -1)
  const quote = document.sliceString(from, snap(document, end, 1))
  const words = quote.trim()
  if (words === '') return null
  const first = from + quote.indexOf(words)
  return [first, first + words.length]
}
