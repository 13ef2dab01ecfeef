import type { Span } from '../../src-preload/record.ts'

export const laneCount = 6

/** A lane for each span, counted from the text: spans that overlap get different ones, until `laneCount` are full and the last is shared. */
export function lanes(spans: readonly Span[]): number[] {
  const order = spans.map((_, index) => index).toSorted((a, b) => spans[a]![0] - spans[b]![0] || spans[b]![1] - spans[a]![1])
  const freeFrom: number[] = []
  const result = spans.map(() => 0)
  for (const index of order) {
    const [start, end] = spans[index]!
    const free = freeFrom.findIndex(until => until <= start)
    const lane = free >= 0 ? free : Math.min(freeFrom.length, laneCount - 1)
    freeFrom[lane] = Math.max(freeFrom[lane] ?? 0, end)
    result[index] = lane
  }
  return result
}
