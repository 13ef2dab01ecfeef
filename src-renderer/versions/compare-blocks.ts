import type { TextChange } from '../../src-preload/types.ts'

export interface Piece {
  readonly text: string
  readonly isChanged: boolean
}
/** A passage that differs, with the lines around it, in both texts. */
export interface CompareBlock {
  readonly older: readonly Piece[]
  readonly newer: readonly Piece[]
  /** Lines of the newer text since the block before that are not shown, for they are the same. */
  readonly skipped: number
}
interface Region {
  readonly older: [number, number]
  readonly newer: [number, number]
  readonly changes: TextChange[]
}
const contextLines = 2

/** The passages of two texts that differ, each once, in their order. */
export function compareBlocks(older: string, newer: string, changes: readonly TextChange[]): CompareBlock[] {
  const regions: Region[] = []
  for (const change of changes) {
    const wide = { older: widen(older, change.older), newer: widen(newer, change.newer) }
    const last = regions.at(-1)
    if (last && (wide.older[0] <= last.older[1] || wide.newer[0] <= last.newer[1])) {
      last.older[1] = wide.older[1]
      last.newer[1] = wide.newer[1]
      last.changes.push(change)
    } else regions.push({ ...wide, changes: [change] })
  }
  return regions.map((region, i) => ({
    older: piecesOf(
      older,
      region.older,
      region.changes.map(change => change.older),
    ),
    newer: piecesOf(
      newer,
      region.newer,
      region.changes.map(change => change.newer),
    ),
    skipped: linesIn(newer.slice(regions[i - 1]?.newer[1] ?? 0, region.newer[0])),
  }))
}

/** Lines that say something. */
export const linesIn = (text: string): number => text.split('\n').filter(line => line.trim() !== '').length

/** To whole lines, and as many around them as are shown. */
function widen(text: string, [start, end]: readonly [number, number]): [number, number] {
  let [from, to] = [lineStart(text, start), lineEnd(text, end)]
  for (let line = 0; line < contextLines; line++) {
    from = from > 0 ? lineStart(text, from - 1) : 0
    to = to < text.length ? lineEnd(text, to + 1) : to
  }
  return [from, to]
}
const lineStart = (text: string, at: number) => (at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0)
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function piecesOf(text: string, [start, end]: readonly [number, number], changed: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = []
  let at = start
  const add = (to: number, isChanged: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isChanged })
    at = Math.max(at, to)
  }
  for (const [from, to] of changed) {
    add(from, false)
    add(to, true)
  }
  add(end, false)
  return pieces
}
