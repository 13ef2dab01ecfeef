import type { Shape } from './shapes.ts'

/** An address or a place that footers name is a footer only where the page ends. */
const footersLast = (shapes: readonly Shape[]) =>
  shapes.map((shape, i) => (shape.isFooter && i < shapes.length - longestFooter ? { ...shape, isFooter: false } : shape))
const longestFooter = 16

const pageNumber = /^(?:page\s+\d{1,3}|[-\u2013]\s*\d{1,3}\s*[-\u2013]|\d{1,3}(?:\s*\/\s*\d{1,3})?)$/i

/** A printed page ends with its number; under a heading a number is a value. */
function withoutPageNumber(shapes: readonly Shape[]): readonly Shape[] {
  const [before, last] = [shapes.at(-2), shapes.at(-1)]
  const isNumber = last !== undefined && last.line.gap > 0 && pageNumber.test(last.line.text)
  const isValue = before === undefined || before.isNumber || before.headings.some(heading => heading.valueStart >= before.length)
  return isNumber && !isValue ? shapes.slice(0, -1) : shapes
}

const pageOf = /\s+\d{1,3}\s?\/\s?\d{1,3}$/
/** A printed page says its title and number again at the head of every sheet. */
export function runningHead(title: Shape | undefined): (shape: Shape) => boolean {
  const words = title?.line.text.replace(pageOf, '') ?? ''
  return ({ line: { text } }) => words.length > 10 && text.startsWith(words) && text.replace(pageOf, '') === words
}

/** The page without what printing puts around it, its footer where it ends. */
export const withoutEdges = (shapes: readonly Shape[]): readonly Shape[] => footersLast(withoutPageNumber(shapes))
