import type { Heading } from './headings.ts'
import { isCommon, isOfOwnReport } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { isSentence } from './sentences.ts'
import type { Shape } from './shapes.ts'
import { slotAt } from './slots.ts'

/** What it costs to take a line for one of the headings that it could be. */
export const headingFit = (heading: Heading, shape: Shape, layout: PageLayout): number =>
  heading.cost + valueFit(heading, shape) + doubt(heading, shape, layout)

/** Headings that any text can have inside it open a part only where the page's order has them. */
function doubt(heading: Heading, shape: Shape, layout: PageLayout): number {
  if (heading.isInner) return 3
  if (heading.rule) return 0
  if (isOfOwnReport(heading, layout)) return 2.5
  return isCommon(heading.slot, layout) && !/^\d/.test(shape.line.text) ? 2.5 : 0
}

/** A value on the heading's own line should suit the heading, or the "heading" is the beginning of a sentence. */
function valueFit(heading: Heading, shape: Shape): number {
  if (heading.valueStart >= shape.length) return 0
  const value = shape.line.text.slice(heading.valueStart)
  if (heading.number !== undefined) return !shape.hasGroups && isSentence(value) ? spoken : 0
  const { body, role } = slotAt(heading.slot)
  if (body === 'time') return shape.isTime ? 0 : unsuited
  if (role && !heading.isNamed && !shape.hasGroups && /^\p{Ll}[^,;]*\.$/u.test(value)) return unsuited
  const isProse = !shape.hasGroups && shape.line.isCut !== true && isSentence(value)
  if (body === 'room' || body === 'theme' || body === 'format' || body === 'value') return value.length > 120 || isProse ? unsuited : 0.2
  if (body === 'person' || body === 'organization') return value.length > 300 || isProse ? unsuited : 0
  return body === 'people' && isProse ? unsuited : 0
}
const unsuited = 3
/** `Speaker 2: and so we said no to it.` */
const spoken = 5
