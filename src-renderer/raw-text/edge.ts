import type { Text } from '@codemirror/state'
import type { Span } from '../../src-preload/record.ts'
import { snap, trim } from './span.ts'

export type Edge = 'start' | 'end'

/** The span with one edge put near `position`, on a whole character; `null` when no words would be left. */
export function moveEdge(document: Text, [start, end]: Span, edge: Edge, position: number): Span | null {
  const at = snap(document, position, edge === 'start' ? -1 : 1)
  const span: Span = edge === 'start' ? [at, end] : [start, at]
  return span[0] < span[1] ? trim(document, span) : null
}

/** The span with one edge moved over the next words above or below, to the start or the end of a line. */
export function moveEdgeByLine(document: Text, span: Span, edge: Edge, direction: -1 | 1): Span | null {
  const from = edge === 'start' ? span[0] : span[1]
  for (let line = document.lineAt(from); ; line = document.line(line.number + direction)) {
    const moved = moveEdge(document, span, edge, edge === 'start' ? line.from : line.to)
    const to = moved?.[edge === 'start' ? 0 : 1]
    if (moved && to !== undefined && (to - from) * direction > 0) return moved
    const isLast = direction < 0 ? line.number === 1 : line.number === document.lines
    if (isLast) return null
  }
}
