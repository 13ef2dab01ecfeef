import type { Span } from '../../src-preload/record.ts'
import { quoteSearch, type QuoteSearch } from './quote-search.ts'
import { foldSpaces, type Difference, type Tokens } from './text-difference.ts'

/** So many characters that stay together are the same place, and not the same words by chance. */
const evidence = 32
/** And so many words away from such a place is beside it. */
const beside = 24

export interface Anchoring {
  /** Where the same words stand in the newer text; null where they do not, or where that is a guess. */
  place(span: Span): Span | null
  /** Where the same passage stands although some of its words differ; null where an edge or most of it is gone. */
  placeEdges(span: Span): Span | null
}

export function anchoring(texts: Difference): Anchoring {
  const search = quoteSearch(texts.older.text, texts.newer.text)
  let inverted: Int32Array | undefined
  const inverse = () => (inverted ??= inverseOf(texts))
  return {
    place(span) {
      const range = tokensIn(texts.older, span)
      if (!range) return null
      const words: Span = [Math.max(span[0], texts.older.spans[range[0]]![0]), Math.min(span[1], texts.older.spans[range[1] - 1]![1])]
      const moved = movedWords(texts, words, range)
      return moved && isSure(texts, search, words, moved, range)
        ? moved
        : search.find(words, place => !isTaken(texts, inverse(), place, range))
    },
    placeEdges(span) {
      const range = tokensIn(texts.older, span)
      return range && movedEdges(texts, range)
    },
  }
}

/** The tokens that a span touches, `[first, last + 1)`. */
function tokensIn({ spans }: Tokens, [start, end]: Span): Span | null {
  const first = firstWhere(spans, ([, tokenEnd]) => tokenEnd > start)
  const after = firstWhere(spans, ([tokenStart]) => tokenStart >= end)
  return first < after ? [first, after] : null
}

function firstWhere(spans: readonly Span[], isAfter: (span: Span) => boolean): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isAfter(spans[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** Where all tokens of a span stand together in the newer text, white space aside. */
function movedWords({ older, newer, pairs }: Difference, [start, end]: Span, [first, after]: Span): Span | null {
  const to = pairs[first]!
  for (let at = first; at < after; at++) if (to < 0 || pairs[at] !== to + at - first) return null
  const last = to + after - 1 - first
  const moved: Span = [newer.spans[to]![0] + start - older.spans[first]![0], newer.spans[last]![0] + end - older.spans[after - 1]![0]]
  return foldSpaces(older.text.slice(start, end)) === foldSpaces(newer.text.slice(...moved)) ? moved : null
}

/** Words that moved with enough around them; or few words beside what stayed, where none of their kind was lost or came. */
function isSure(texts: Difference, search: QuoteSearch, words: Span, moved: Span, [first, after]: Span): boolean {
  if (isLong(texts, first, after)) return true
  return isBeside(texts, first, -1) && isBeside(texts, after - 1, 1) && search.isSameOfAll(words, moved)
}

/** Whether other words of the older text stand there now: the same words of another speaker, say, whose line was not taken out. */
function isTaken(texts: Difference, inverse: Int32Array, place: Span, [first, after]: Span): boolean {
  const [from, to] = tokensIn(texts.newer, place) ?? [0, 0]
  const other = inverse[from] ?? -1
  if (other < 0 || (other < after && other + to - from > first)) return false
  return inverse.subarray(from, to).every((token, i) => token === other + i) && isLong(texts, other, other + to - from)
}

function inverseOf({ newer, pairs }: Difference): Int32Array {
  const inverse = new Int32Array(newer.ids.length).fill(-1)
  for (const [token, other] of pairs.entries()) if (other >= 0) inverse[other] = token
  return inverse
}

/** Whether the tokens, with those that moved along with them, are long enough to be evidence. */
function isLong({ older, pairs }: Difference, first: number, after: number): boolean {
  let [from, to] = [first, after]
  const length = () => older.spans[to - 1]![1] - older.spans[from]![0]
  while (length() < evidence && from > 0 && pairs[from - 1]! >= 0 && pairs[from - 1] === pairs[from]! - 1) from--
  while (length() < evidence && to < pairs.length && pairs[to] === pairs[to - 1]! + 1) to++
  return length() >= evidence
}

function isBeside(texts: Difference, token: number, step: 1 | -1): boolean {
  const { pairs, newer } = texts
  for (let at = token + step; Math.abs(at - token) <= beside; at += step) {
    if (at < 0 || at >= pairs.length) return (step < 0 ? pairs[token]! : newer.ids.length - pairs[token]!) <= beside
    const isNear = pairs[at]! >= 0 && Math.abs(pairs[at]! - pairs[token]!) <= beside
    if (isNear && isLong(texts, at, at + 1)) return true
  }
  return false
}

/** The boundary before or after each edge must still stand, and half of the words between them. */
function movedEdges({ newer, pairs }: Difference, [first, after]: Span): Span | null {
  const start = pairs[first]! >= 0 ? pairs[first]! : first > 0 && pairs[first - 1]! >= 0 ? pairs[first - 1]! + 1 : -1
  const last = pairs[after - 1]!
  const end = last >= 0 ? last + 1 : after < pairs.length ? pairs[after]! : newer.spans.length
  if (start < 0 || end <= start) return null
  const kept = pairs.subarray(first, after).filter(at => at >= start && at < end).length
  return kept * 2 < after - first ? null : [newer.spans[start]![0], newer.spans[end - 1]![1]]
}
