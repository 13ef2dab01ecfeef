import type { Span } from '../../src-preload/record.ts'
import { trimSpan } from './lines.ts'

/** The non-blank stretches of the text that none of the claims cover. */
export function unclaimed(text: string, claims: readonly Span[]): Span[] {
  const sorted = claims.filter(([start, end]) => end > start).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const left: Span[] = []
  let at = 0
  const close = (end: number) => {
    const gap = trimSpan(text, at, end)
    if (gap[1] > gap[0]) left.push(gap)
  }
  for (const [start, end] of sorted) {
    if (start > at) close(start)
    at = Math.max(at, end)
  }
  close(text.length)
  return left
}

/** Nothing that was read is certain. */
const surest = 0.99

/** What is left of a span outside the holes in it. */
export function without([start, end]: Span, holes: readonly Span[], text: string): Span[] {
  const inside = holes.filter(([from, to]) => from < end && to > start)
  if (inside.length === 0) return [[start, end]]
  return unclaimed(text.slice(0, end), [[0, start], ...inside])
}

/** The margin by which doubt falls to a third, as measured on invented pages (docs/parsing.md). */
const scale = 0.7

/** How sure a reading is, from how much dearer the next-best reading of the page is: 0.5 where they are equal. */
export function confidenceFrom(margin: number): number {
  return Math.min(surest, Math.round((1 - 0.5 * Math.exp(-Math.max(0, margin) / scale)) * 100) / 100)
}

/** Below this a reading is not shown as a value: the page's words stay, with a problem that says so. */
export const leastConfidence = 0.58
/** Whether another reading is so near that this one is not to be set. */
export const isClose = (margin: number): boolean => confidenceFrom(margin) < leastConfidence
