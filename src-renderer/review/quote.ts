import type { Span } from '../../src-preload/record.ts'

const longest = 160

/** The words at these places on one line, their middle left out when they are many. */
export function quoteOf(source: string, spans: readonly Span[]): string {
  return shorten(spans.map(([start, end]) => source.slice(start, Math.min(end, start + longest * 4))).join(' … '))
}

/** Words on one line, their end left out when they are many. */
export function shorten(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > longest ? `${words.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : words
}
