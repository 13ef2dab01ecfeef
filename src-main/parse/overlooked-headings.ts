import type { Heading } from './headings.ts'
import { isCommon, isEvent, isOfOwnReport } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import type { Shape } from './shapes.ts'
import { slotAt, slotOf } from './slots.ts'
import type { Slot } from './slot.ts'

/** What it costs to overlook a heading in a line of its own, one of several words, and one that text has inside it; what a person named is never overlooked. */
const alone = 3.5
const severalWords = 3
const inText = 0.3

/** What it costs that a line is read without the headings that it could be. */
export function overlooking(slot: Slot, shape: Shape, layout: PageLayout): number {
  if (shape.headings.length === 0) return 0
  const heading = shape.headings.find(one => one.exact)
  if (!heading) return Math.max(...shape.headings.map(one => overlookingNear(one, shape)))
  if (isOfText(heading, slot, shape, layout)) return inText
  if (heading.valueStart >= shape.length || heading.number !== undefined) return alone
  if (heading.glued) return shape.hasGroups ? 1.5 : 0.5
  if (heading.words.includes(' ') || heading.words === 'targets' || layout.isFree) return severalWords
  return heading.isNamed && !layout.present[slotOf.description] ? 2.2 : 1.4
}

/** Whether a heading can be the words of the text that it stands in. */
const isOfText = (heading: Heading, slot: Slot, shape: Shape, layout: PageLayout) =>
  heading.isInner ||
  (shape.isListed && !layout.isFree) ||
  isOfOwnReport(heading, layout) ||
  (isCommon(heading.slot, layout) && !shape.isItem && slot.key !== undefined) ||
  isAnyAgenda(heading, layout) ||
  (slot.body === 'extraPeople' && heading.number !== undefined && slotAt(heading.slot).role === 'speaker')

/** In pages of events `Agenda (60min)` is the form's heading, `Agenda` alone can be the description's own. */
const isAnyAgenda = (heading: Heading, layout: PageLayout) => heading.words === 'agenda' && isEvent(layout)

/** The same of a heading with a letter or two wrong: several words in a row, a long word, or a line of its own, are hardly chance. */
function overlookingNear(heading: Heading, shape: Shape): number {
  const { valueStart, words } = heading
  if (valueStart >= shape.length) return isHardlyChance(heading, shape) ? 3 : 1.4
  if (words.includes(' ')) return 1.8
  return words.length < longWord ? 0 : 1.5
}
const longWord = 7
/** `Orgaanizers` on a line of its own. */
export const isHardlyChance = ({ valueStart, words }: Heading, { length }: Shape) => valueStart >= length && words.length >= longWord
