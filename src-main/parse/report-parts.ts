import type { Heading } from './headings.ts'
import { slotAt, slotOf } from './slots.ts'
import type { Shape } from './shapes.ts'

const numbered = /^(\d{1,2})\.\s+(\p{Lu}.*)$/u

/** Every longer word has a capital, as in the headings of the report form. */
const isTitleCase = (words: string) => (words.match(/\p{L}{4,}/gu) ?? []).every(word => /^\p{Lu}/u.test(word)) && words.includes(' ')

const isShortPart = (shape: Shape) => shape.length < 90 && !shape.isProse && !/[.?!;,:]$/.test(shape.line.text)

const isOfReport = (heading: Heading) => heading.words.includes(' ') && slotAt(heading.slot).report === true

/** A numbered heading that nobody knows opens a part of the report when its number is the next after a known one, and it is no item of a list. */
export function markReportParts(shapes: readonly Shape[]): readonly Shape[] {
  let part = 0
  let item = 0
  return shapes.map(shape => {
    const match = numbered.exec(shape.length < 120 ? shape.line.text : '')
    if (!match) return shape
    const number = Number(match[1])
    if (shape.headings.some(isOfReport)) {
      ;[part, item] = [number, 0]
      return shape
    }
    const opens =
      shape.headings.length === 0 && part > 0 && number === part + 1 && item !== number - 1 && isShortPart(shape) && isTitleCase(match[2]!)
    if (!opens) {
      item = number
      return shape
    }
    ;[part, item] = [number, 0]
    const heading = {
      slot: slotOf.reportPart,
      cost: 0.4,
      words: 'a part of the report',
      labelEnd: shape.length,
      valueStart: shape.length,
      exact: false,
    }
    return { ...shape, headings: [heading] }
  })
}
