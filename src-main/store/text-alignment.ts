/** Of which each token of one list is which of another: an index, or -1 where it has no like. Indices only ever rise. */
export type Pairs = Int32Array
/** Steps that aligning may still take; what is left over when they run out counts as changed. */
export interface Budget {
  left: number
}

interface Range {
  readonly a: number
  readonly aEnd: number
  readonly b: number
  readonly bEnd: number
}
const mostEdits = 200

/** Pairs equal tokens: those that both have once first, as they say most, then the shortest edit between them. Never more steps than the budget has. */
export function align(a: Int32Array, b: Int32Array, budget: Budget): Pairs {
  const pairs = new Int32Array(a.length).fill(-1)
  const open: Range[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }]
  for (let range = open.pop(); range && budget.left > 0; range = open.pop()) {
    const inner = withoutEqualEnds(a, b, range, pairs, budget)
    if (inner.a === inner.aEnd || inner.b === inner.bEnd) continue
    const anchors = uniqueAnchors(a, b, inner, budget)
    if (anchors.length === 0) shortestEdit(a, b, inner, pairs, budget)
    else open.push(...between(inner, anchors, pairs))
  }
  return pairs
}

function withoutEqualEnds(left: Int32Array, right: Int32Array, range: Range, pairs: Pairs, budget: Budget): Range {
  let { a, aEnd, b, bEnd } = range
  while (a < aEnd && b < bEnd && left[a] === right[b]) pairs[a++] = b++
  while (a < aEnd && b < bEnd && left[aEnd - 1] === right[bEnd - 1]) pairs[--aEnd] = --bEnd
  budget.left -= range.aEnd - range.a - (aEnd - a) + 1
  return { a, aEnd, b, bEnd }
}

function between(range: Range, anchors: readonly (readonly [number, number])[], pairs: Pairs): Range[] {
  const ranges: Range[] = []
  let { a, b } = range
  for (const [atA, atB] of anchors) {
    pairs[atA] = atB
    if (a < atA && b < atB) ranges.push({ a, aEnd: atA, b, bEnd: atB })
    a = atA + 1
    b = atB + 1
  }
  if (a < range.aEnd && b < range.bEnd) ranges.push({ ...range, a, b })
  return ranges
}

/** Tokens that stand once on each side, the most of them that keep their order. */
function uniqueAnchors(left: Int32Array, right: Int32Array, { a, aEnd, b, bEnd }: Range, budget: Budget): [number, number][] {
  budget.left -= aEnd - a + (bEnd - b)
  const [inA, inB] = [onceIn(left, a, aEnd), onceIn(right, b, bEnd)]
  const shared = [...inA].flatMap(([token, at]): [number, number][] => {
    const other = inB.get(token)
    return at < 0 || other === undefined || other < 0 ? [] : [[at, other]]
  })
  return longestRising(shared)
}

/** Where each token stands, or -1 for those that stand more than once. */
function onceIn(tokens: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at++) places.set(tokens[at]!, places.has(tokens[at]!) ? -1 : at)
  return places
}

/** Patience sorting: `pairs` rise in their first place; the longest choice of them rises in the second, too. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const piles: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [index, [, b]] of pairs.entries()) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[piles[middle]!]![1] < b) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? piles[low - 1]! : -1
    piles[low] = index
  }
  const chosen: [number, number][] = []
  for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at]!) chosen.push(pairs[at]!)
  return chosen.toReversed()
}

/** Myers’ greedy search, given up where more than `mostEdits` tokens differ. */
function shortestEdit(left: Int32Array, right: Int32Array, { a, aEnd, b, bEnd }: Range, pairs: Pairs, budget: Budget): void {
  const [n, m] = [aEnd - a, bEnd - b]
  const most = Math.min(n + m, mostEdits)
  const reach = new Int32Array(2 * most + 3)
  const middle = most + 1
  const history: Int32Array[] = []
  for (let edits = 0; edits <= most && budget.left > 0; edits++) {
    history.push(reach.slice(middle - edits - 1, middle + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const isDown = k === -edits || (k !== edits && reach[middle + k - 1]! < reach[middle + k + 1]!)
      const start = isDown ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1
      let x = start
      while (x < n && x - k < m && left[a + x] === right[b + x - k]) x++
      reach[middle + k] = x
      budget.left -= 1 + x - start
      if (x >= n && x - k >= m) return walkBack(history, edits, { a, aEnd, b, bEnd }, pairs)
    }
  }
}

function walkBack(history: readonly Int32Array[], edits: number, { a, aEnd, b, bEnd }: Range, pairs: Pairs): void {
  let [x, y] = [aEnd - a, bEnd - b]
  for (let d = edits; d >= 0; d--) {
    const reach = history[d]!
    const at = (k: number) => reach[k + d + 1]!
    const k = x - y
    const isDown = d === 0 || k === -d || (k !== d && at(k - 1) < at(k + 1))
    const [startX, startK] = d === 0 ? [0, 0] : isDown ? [at(k + 1), k + 1] : [at(k - 1), k - 1]
    const from = d === 0 ? 0 : isDown ? startX : startX + 1
    while (x > from && y > 0) pairs[a + --x] = b + --y
    x = startX
    y = startX - startK
  }
}
