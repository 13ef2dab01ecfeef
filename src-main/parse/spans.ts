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

/** How sure a reading is, from how much dearer the next-best reading of the page is: 0.5 where they are equal. */
export function confidenceFrom(margin: number): number {
  return Math.min(surest, Math.round((1 - 0.5 * Math.exp(-Math.max(0, margin) / 1.1)) * 100) / 100)
}
