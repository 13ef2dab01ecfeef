import type { Shape } from './shapes.ts'

const longestChoice = 30
const mostChoices = 3
/** `Programme` between `About` and `Contact` is a choice of the site's menu, whatever it would be elsewhere. */
export function withMenus(shapes: readonly Shape[]): readonly Shape[] {
  const menu = new Set<number>()
  for (let i = 0; i < shapes.length; i++) {
    if (!shapes[i]!.isBanner) continue
    let next = i + 1
    while (next < shapes.length && next <= i + mostChoices && isChoice(shapes[next]!)) next++
    if (shapes[next]?.isBanner && shapes[next]!.line.gap === 0) for (let between = i + 1; between < next; between++) menu.add(between)
  }
  return menu.size === 0 ? shapes : shapes.map((shape, i) => (menu.has(i) ? { ...shape, isBanner: true, headings: [] } : shape))
}
const isChoice = ({ isBanner, length, line }: Shape) => !isBanner && length < longestChoice && line.gap === 0

/** An address or a place that footers name is a footer only where the page ends. */
const footersLast = (shapes: readonly Shape[]) =>
  shapes.map((shape, i) => (shape.isFooter && i < shapes.length - longestFooter ? { ...shape, isFooter: false } : shape))
const longestFooter = 16

const pageNumber = /^(?:page\s+(\d{1,3})(?:\s+of\s+\d{1,3})?|[-\u2013]\s*(\d{1,3})\s*[-\u2013]|(\d{1,3})(?:\s*\/\s*\d{1,3})?)$/i
const longestNumber = 20
function numberOf({ length, line: { text } }: Shape): number | undefined {
  const found = length > longestNumber ? null : pageNumber.exec(text)
  return found ? Number(found[1] ?? found[2] ?? found[3]) : undefined
}

/** Under a heading, or in a list of them, a number is a value. */
const isValueAfter = (before: Shape | undefined) =>
  before === undefined || before.isNumber || before.headings.some(heading => heading.valueStart >= before.length)

/** A printed page ends with its number. */
function withoutPageNumber(shapes: readonly Shape[]): readonly Shape[] {
  const last = shapes.at(-1)
  const isNumber = last !== undefined && last.line.gap > 0 && numberOf(last) !== undefined
  return isNumber && !isValueAfter(shapes.at(-2)) ? shapes.slice(0, -1) : shapes
}

/** The page without what printing puts around it, its footer where it ends. */
export const withoutEdges = (shapes: readonly Shape[]): readonly Shape[] => footersLast(withoutPageNumber(shapes))

const shortestSheet = 5
const mostSkipped = 3
const sure = 3
/** Where the lines are that say the number of a sheet: each further down than the one before, and greater. */
function sheetNumbers(shapes: readonly Shape[], from: number): number[] {
  const found: { at: number; number: number; isFree: boolean }[] = []
  for (let at = from; at < shapes.length; at++) {
    const [shape, next] = [shapes[at]!, shapes[at + 1]]
    const number = numberOf(shape)
    if (number === undefined || (shape.line.gap === 0 && next?.line.gap === 0)) continue
    const last = found.at(-1)
    const follows = last && number > last.number && number <= last.number + mostSkipped
    if (last && (!follows || at - last.at < shortestSheet) && found.length > 1) continue
    if (last && !follows) found.pop()
    found.push({ at, number, isFree: !isValueAfter(shapes[at - 1]) })
  }
  const isCounted = found.length >= sure || found.filter(({ isFree }) => isFree).length > 1
  return isCounted ? found.map(({ at }) => at) : []
}

const pageOf = /\s+\d{1,3}\s?\/\s?\d{1,3}$/
const shortestHead = 10
/** What printing puts between the sheets of a page that begins with `title`: their numbers, and the head that each of them has. */
export function betweenSheets(shapes: readonly Shape[], titleLines: number): ReadonlySet<Shape> {
  const title = titleLines > 0 ? shapes[titleLines - 1]!.line.text.replace(pageOf, '') : ''
  const isWholeTitle = ({ line: { text } }: Shape) =>
    title.length > shortestHead && text.startsWith(title) && text.replace(pageOf, '') === title
  const isHead = ({ line: { text } }: Shape) => text.length >= shortestHead && title.startsWith(text)
  const numbers = sheetNumbers(shapes, titleLines)
  const heads = numbers.flatMap(at => [shapes[at - 1], shapes[at + 1]]).filter(shape => shape && isHead(shape))
  const edges = [...numbers.map(at => shapes[at]), ...heads, ...shapes.slice(titleLines).filter(isWholeTitle)]
  return new Set(edges.filter(shape => shape !== undefined))
}
