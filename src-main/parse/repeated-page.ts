import type { Span } from '../../src-preload/record.ts'
import type { Shape } from './shapes.ts'

const compared = 12
/** Each try goes over all of the page. */
const mostTries = 3

export interface OneCopy {
  readonly shapes: readonly Shape[]
  /** Where the second copy was. */
  readonly repeated?: Span
}

/** Leaves out a second copy of the whole page, pasted after the first. */
export function withoutSecondCopy(shapes: readonly Shape[]): OneCopy {
  const first = shapes.findIndex(shape => !shape.isBanner && shape.length > 12)
  if (first < 0) return { shapes }
  const from = Math.max(first + 3, Math.floor(shapes.length / 3))
  let tried = 0
  for (let i = from; i < shapes.length && tried < mostTries; i++) {
    if (shapes[i]!.line.text !== shapes[first]!.line.text) continue
    tried++
    if (!goesOn(shapes, first, i)) continue
    const start = i - sameBefore(shapes, first, i)
    return { shapes: shapes.slice(0, start), repeated: [shapes[start]!.line.start, shapes.at(-1)!.line.end] }
  }
  return { shapes }
}

/** Whether the lines from `second` on say again what those from `first` on said, and nothing new comes after: a list can stand twice in a page. */
function goesOn(shapes: readonly Shape[], first: number, second: number): boolean {
  const count = Math.min(compared, second - first, shapes.length - second)
  if (count < 3) return false
  for (let i = 1; i < count; i++) if (shapes[first + i]!.line.text !== shapes[second + i]!.line.text) return false
  return !saysMore(shapes.slice(0, second), shapes.slice(2 * second - first))
}

/** Wrapping can fall otherwise in the second copy; more than that is new. */
function saysMore(before: readonly Shape[], rest: readonly Shape[]): boolean {
  const said = new Set(before.map(shape => shape.line.text))
  const fresh = rest.filter(shape => !shape.isBanner && !shape.isFooter && !said.has(shape.line.text))
  return lengthOf(fresh) * 10 > lengthOf(before)
}
const lengthOf = (shapes: readonly Shape[]) => shapes.reduce((sum, shape) => sum + shape.length, 0)

function sameBefore(shapes: readonly Shape[], first: number, second: number): number {
  let back = 0
  while (back < first && shapes[first - back - 1]!.line.text === shapes[second - back - 1]!.line.text) back++
  return back
}
