import type { Span } from '../../src-preload/record.ts'

/** The leftover words on the line of the page around a place; null where nothing is left over there. */
export function leftoverLine(text: string, leftover: readonly Span[], at: number): Span | null {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const newline = text.indexOf('\n', at)
  const lineEnd = newline < 0 ? text.length : newline
  const here = leftover.find(([start, end]) => start < lineEnd && end > lineStart && at <= end)
  if (!here) return null
  const [from, to] = [Math.max(here[0], lineStart), Math.min(here[1], lineEnd)]
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = start + words.trim().length
  return start < end ? [start, end] : null
}
