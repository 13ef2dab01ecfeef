import type { Span } from '../../src-preload/record.ts'
import type { Shape } from './shapes.ts'

const compared = 12

/** Leaves out a second copy of the whole page, pasted after the first. */
export function withoutSecondCopy(shapes: readonly Shape[]): { shapes: readonly Shape[]; repeated?: Span } {
  const first = shapes.findIndex(shape => !shape.isBanner && shape.length > 12)
  if (first < 0) return { shapes }
  const from = Math.max(first + 3, Math.floor(shapes.length / 3))
  for (let i = from; i < shapes.length; i++) {
    if (shapes[i]!.line.text !== shapes[first]!.line.text || !goesOn(shapes, first, i)) continue
    return { shapes: shapes.slice(0, i), repeated: [shapes[i]!.line.start, shapes.at(-1)!.line.end] }
  }
  return { shapes }
}

/** Whether the lines from `second` on say again what those from `first` on said. */
function goesOn(shapes: readonly Shape[], first: number, second: number): boolean {
  const count = Math.min(compared, second - first, shapes.length - second)
  if (count < 3) return false
  for (let i = 1; i < count; i++) if (shapes[first + i]!.line.text !== shapes[second + i]!.line.text) return false
  return true
}
