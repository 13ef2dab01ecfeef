import type { Span } from '../../src-preload/record.ts'

const contextLength = 32
const mostPlaces = 64

export interface QuoteSearch {
  /** The one free place in the newer text with the same words in the same surroundings; null where there is none, or more. */
  find(words: Span, isFree: (place: Span) => boolean): Span | null
  /** Whether both texts have these words equally often, and `moved` is as many-th as `words`: then nothing was lost or came. */
  isSameOfAll(words: Span, moved: Span): boolean
}
interface Folded {
  readonly text: string
  /** Where each character stood before white space was folded. */
  readonly origin: Int32Array
}
interface Place {
  readonly at: number
  readonly likeness: number
}

/** Finds words again by themselves and what stands around them, white space aside. */
export function quoteSearch(olderText: string, newerText: string): QuoteSearch {
  let texts: { older: Folded; newer: Folded } | undefined
  const folded = () => (texts ??= { older: fold(olderText), newer: fold(newerText) })

  return {
    find(words, isFree) {
      const { older, newer } = folded()
      const [start, end] = foldedSpan(older, words)
      const quote = older.text.slice(start, end)
      const isWhole = (at: number) =>
        joins(newer.text, at) === joins(older.text, start) && joins(newer.text, at + quote.length) === joins(older.text, end)
      const spanAt = (at: number): Span => [newer.origin[at]!, newer.origin[at + quote.length - 1]! + 1]
      const all = placesOf(newer.text, quote)
      if (all.length > mostPlaces) return null
      const places = all.filter(at => isWhole(at) && isFree(spanAt(at)))
      const best = bestPlace(
        places.map(at => ({ at, likeness: likenessAround(older.text, start, end, newer.text, at, at + quote.length) })),
        quote.length,
        (start / older.text.length) * newer.text.length,
      )
      return best && spanAt(best.at)
    },
    isSameOfAll(words, moved) {
      const { older, newer } = folded()
      const [[start, end], [to]] = [foldedSpan(older, words), foldedSpan(newer, moved)]
      const quote = older.text.slice(start, end)
      const [before, now] = [placesOf(older.text, quote), placesOf(newer.text, quote)]
      return before.length <= mostPlaces && before.length === now.length && before.indexOf(start) === now.indexOf(to)
    },
  }
}

/** The place that is most alike. Of copies of a whole passage the nearest; of short words in equal surroundings none. */
function bestPlace(places: readonly Place[], length: number, expected: number): Place | null {
  const [best, next] = places.toSorted((a, b) => b.likeness - a.likeness || Math.abs(a.at - expected) - Math.abs(b.at - expected))
  if (!best || best.likeness + length < contextLength) return null
  const isTied = next?.likeness === best.likeness
  return isTied && length < contextLength && best.likeness < 2 * contextLength ? null : best
}

/** How many characters before and after are the same, at most `contextLength` each. */
function likenessAround(older: string, start: number, end: number, newer: string, from: number, to: number): number {
  let [before, after] = [0, 0]
  while (before < contextLength && older[start - 1 - before] === newer[from - 1 - before] && start - before > 0) before++
  while (after < contextLength && older[end + after] === newer[to + after] && end + after < older.length) after++
  return before + after
}

const wordPart = /[\p{L}\p{N}\p{M}_]/u
/** Whether the place is within a word: “art” in “start” is not the word “art”. */
const joins = (text: string, at: number) => wordPart.test(text.charAt(at - 1)) && wordPart.test(text.charAt(at))

function placesOf(text: string, quote: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0 && places.length <= mostPlaces; at = text.indexOf(quote, at + 1)) places.push(at)
  return places
}

function fold(text: string): Folded {
  const origin = new Int32Array(text.length)
  const kept: string[] = []
  let length = 0
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/g)) {
    const isSpace = piece.trim() === ''
    kept.push(isSpace ? ' ' : piece)
    for (let at = 0; at < (isSpace ? 1 : piece.length); at++) origin[length++] = index + at
  }
  return { text: kept.join(''), origin: origin.subarray(0, length) }
}

/** Of words that begin and end with no white space. */
function foldedSpan({ origin }: Folded, [start, end]: Span): Span {
  return [indexAt(origin, start), indexAt(origin, end - 1) + 1]
}

function indexAt(origin: Int32Array, position: number): number {
  let [low, high] = [0, origin.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (origin[middle]! < position) low = middle + 1
    else high = middle
  }
  return low
}
