import type { Heading } from './headings.ts'
import type { Shape } from './shapes.ts'

/** How an item begins: the bullet itself, or that it is counted. */
function markOf({ isItem, isEvident, line: { text } }: Shape): string | undefined {
  if (!isItem || isEvident) return undefined
  return /^[\w(]/.test(text) ? 'counted' : text.charAt(0)
}

/** `• Format: we will sit in a circle.` */
const beginsSentence = (heading: Heading, shape: Shape) =>
  heading.valueStart < shape.length &&
  heading.number === undefined &&
  /[.!?]$/.test(shape.line.text) &&
  shape.line.text.slice(heading.valueStart).split(' ', 5).length > 4

/** Marks each item that goes on a list (one that counts from 1 again does not), or that a line ending in a colon announces: it belongs where the line before it does. */
export function markListed(shapes: readonly Shape[]): readonly Shape[] {
  let before: string | undefined
  let number = 0
  return shapes.map((shape, i) => {
    const mark = markOf(shape)
    const last = shapes[i - 1]
    const isAnnounced = last?.line.text.endsWith(':') === true && last.headings.every(heading => !heading.exact)
    const next = mark === 'counted' ? Number(/\d+/.exec(shape.line.text.slice(0, 4))?.[0] ?? 0) : 0
    const goesOn = mark === before && !(next === 1 && number > 1)
    const isListed = mark !== undefined && shape.headings.every(heading => beginsSentence(heading, shape)) && (isAnnounced || goesOn)
    ;[before, number] = [mark, next]
    return isListed ? { ...shape, isListed } : shape
  })
}
