import type { Span } from '../../src-preload/record.ts'

/** Joins touching and overlapping spans; in order. */
export function union(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** What of `spans` is outside `holes`. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const cut = union(holes)
  const rest: Span[] = []
  let i = 0
  for (const [start, end] of union(spans)) {
    let from = start
    while (i > 0 && cut[i - 1]![1] > from) i--
    while (i < cut.length && cut[i]![1] <= from) i++
    for (; i < cut.length && cut[i]![0] < end; i++) {
      if (cut[i]![0] > from) rest.push([from, cut[i]![0]])
      from = Math.max(from, cut[i]![1])
    }
    if (from < end) rest.push([from, end])
  }
  return rest
}

/** `spans` without the white space at their ends, and without those that hold nothing else. */
export function trimmed(text: string, spans: readonly Span[]): Span[] {
  return spans
    .map(([start, end]): Span => {
      const quote = text.slice(start, end)
      const from = start + (quote.length - quote.trimStart().length)
      return [from, Math.max(from, start + quote.trimEnd().length)]
    })
    .filter(([start, end]) => start < end)
}
