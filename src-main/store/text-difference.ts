import type { Span } from '../../src-preload/record.ts'
import type { TextChange } from '../../src-preload/types.ts'
import { align, type Budget, type Pairs } from './text-alignment.ts'

// Scripts written without spaces are compared by character.
const word = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|[\p{L}\p{N}\p{M}_]+|\S/gu
const stepsPerToken = 64

export interface Tokens {
  readonly text: string
  readonly spans: readonly Span[]
  readonly ids: Int32Array
  /** The first token of each line that has one, and what the line says. */
  readonly lineStarts: readonly number[]
  readonly lines: Int32Array
}
/** Two texts by their words; white space is no word. */
export interface Difference {
  readonly older: Tokens
  readonly newer: Tokens
  /** For each token of the older text its like in the newer one, or -1. */
  readonly pairs: Pairs
}

/** Pairs the words of two texts, line by line and then word by word where lines differ. Linear in their length. */
export function difference(olderText: string, newerText: string, budget: Budget = budgetFor(olderText, newerText)): Difference {
  const known = new Map<string, number>()
  const [older, newer] = [tokensOf(olderText, known), tokensOf(newerText, known)]
  const pairs = new Int32Array(older.ids.length).fill(-1)
  const linePairs = align(older.lines, newer.lines, budget)
  let [a, b] = [0, 0]
  const pairBetween = (aEnd: number, bEnd: number) => {
    if (a < aEnd && b < bEnd) pairWithin(older.ids.subarray(a, aEnd), newer.ids.subarray(b, bEnd), pairs, a, b, budget)
  }
  for (const [line, other] of linePairs.entries()) {
    if (other < 0) continue
    const [start, end] = lineRange(older, line)
    const otherStart = newer.lineStarts[other]!
    pairBetween(start, otherStart)
    for (let at = start; at < end; at++) pairs[at] = otherStart + at - start
    ;[a, b] = [end, otherStart + end - start]
  }
  pairBetween(older.ids.length, newer.ids.length)
  return { older, newer, pairs }
}

export const budgetFor = (...texts: readonly string[]): Budget => ({
  left: stepsPerToken * texts.reduce((sum, text) => sum + text.length, 1024),
})

function pairWithin(left: Int32Array, right: Int32Array, pairs: Pairs, a: number, b: number, budget: Budget): void {
  for (const [at, other] of align(left, right, budget).entries()) if (other >= 0) pairs[a + at] = b + other
}

function lineRange({ lineStarts, ids }: Tokens, line: number): Span {
  return [lineStarts[line]!, lineStarts[line + 1] ?? ids.length]
}

function tokensOf(text: string, known: Map<string, number>): Tokens {
  const spans: Span[] = []
  const ids: number[] = []
  const lineStarts: number[] = []
  const lines: number[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const found = [...line.matchAll(word)]
    if (found.length > 0) {
      lineStarts.push(ids.length)
      lines.push(numberOf(`\n${foldSpaces(line)}`, known))
    }
    for (const { 0: each, index } of found) {
      spans.push([from + index, from + index + each.length])
      ids.push(numberOf(each, known))
    }
    from += line.length + 1
  }
  return { text, spans, ids: Int32Array.from(ids), lineStarts, lines: Int32Array.from(lines) }
}

function numberOf(words: string, known: Map<string, number>): number {
  const number = known.get(words) ?? known.size
  known.set(words, number)
  return number
}

export const foldSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Where the texts differ, in order; what is a few characters apart is one change, as it is read as one. */
export function changesOf({ older, newer, pairs }: Difference): TextChange[] {
  const changes: TextChange[] = []
  let [a, b] = [0, 0]
  const add = (aEnd: number, bEnd: number) => {
    if (a === aEnd && b === bEnd) return
    const by = slide({ older, newer, pairs }, [a, aEnd], [b, bEnd])
    addChange(changes, { older: spanOfTokens(older, a + by, aEnd + by), newer: spanOfTokens(newer, b + by, bEnd + by) })
  }
  for (const [at, other] of pairs.entries()) {
    if (other < 0) continue
    add(at, other)
    ;[a, b] = [at + 1, other + 1]
  }
  add(older.ids.length, newer.ids.length)
  return changes
}

/** By how many tokens what came or went can be told later: from its first words to its last, “word.” rather than “. word”. */
function slide({ older, newer, pairs }: Difference, [a, aEnd]: Span, [b, bEnd]: Span): number {
  const [side, from, to] = a === aEnd ? [newer, b, bEnd] : [older, a, aEnd]
  if (a !== aEnd && b !== bEnd) return 0
  let by = 0
  while (aEnd + by < pairs.length && pairs[aEnd + by] === bEnd + by && side.ids[from + by] === side.ids[to + by]) by++
  return by
}

function addChange(changes: TextChange[], change: TextChange): void {
  const last = changes.at(-1)
  const isNear = last && change.older[0] - last.older[1] <= 3 && change.newer[0] - last.newer[1] <= 3
  if (isNear) changes[changes.length - 1] = { older: [last.older[0], change.older[1]], newer: [last.newer[0], change.newer[1]] }
  else changes.push(change)
}

/** Of no tokens: the place where they would stand. */
function spanOfTokens({ spans }: Tokens, from: number, to: number): Span {
  if (from < to) return [spans[from]![0], spans[to - 1]![1]]
  const at = from > 0 ? spans[from - 1]![1] : 0
  return [at, at]
}
