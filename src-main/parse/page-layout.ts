import type { PageKind, ParsedFields } from '../../src-preload/record.ts'
import type { Heading } from './headings.ts'
import { isCommonSlot, places } from './layouts.ts'
import type { PageLayout } from './layouts.ts'
import { readTime } from './read-time.ts'
import { isBare } from './read-title.ts'
import type { Shape } from './shapes.ts'
import { slotAt, slotOf } from './slots.ts'
import { bullet } from './vocabulary.ts'

/** A letter can be wrong in it. */
const isNear = ({ exact, cost }: Heading) => exact || cost < 1.3

const isOneWordHeading = (shape: Shape) =>
  /^\p{L}/u.test(shape.line.text) &&
  shape.headings.some(heading => isNear(heading) && heading.valueStart >= shape.length && isLosable(heading))
const isLosable = (heading: Heading) => /^[a-z]+$/.test(heading.words) && slotAt(heading.slot).lost === 'one-word'
/** A heading of the report that session pages end with. */
export const beginsReport = (shape: Shape) =>
  shape.headings.some(heading => !heading.isInner && slotAt(heading.slot).report && heading.words.includes(' '))

const slotsOf = (shapes: readonly Shape[], test: (heading: Heading) => boolean) =>
  places(shapes.flatMap(shape => shape.headings.filter(test).map(heading => heading.slot)))

/** `- Description: a word that hides much.` is an item of a list and no heading. */
const beginsItem = ({ line, headings, length }: Shape) => bullet.test(line.text) && headings.every(heading => heading.valueStart < length)

/** A page with no title still says in its date which year's order it follows. */
function yearOf(shapes: readonly Shape[]): number | undefined {
  const time = shapes.find(shape => shape.isTime)?.line.text
  return time === undefined ? undefined : readTime(time, 0, 0, '').year
}

const lineWith = (shapes: readonly Shape[], places: readonly number[], isSure = (heading: Heading) => heading.exact) =>
  shapes.findIndex(shape => shape.headings.some(heading => isSure(heading) && places.includes(heading.slot)))

function isOld(form: readonly Shape[]): boolean {
  const relevance = lineWith(form, [slotOf.relevanceToTheme, slotOf.relevanceToInternetGovernance], isNear)
  return relevance >= 0 && relevance < lineWith(form, [slotOf.description], isNear)
}

/** Below `Additional Speakers` stands what somebody wrote, numbers and all. */
function beforeAdditional(form: readonly Shape[]): readonly Shape[] {
  const additional = lineWith(form, [slotOf.additionalSpeaker])
  return additional < 0 ? form : form.slice(0, additional)
}

const partsOfReport = [slotOf.keyPolicyQuestions, slotOf.summary, slotOf.recommendations, slotOf.finalSpeakers]
function hasOwnReport(shapes: readonly Shape[]): boolean {
  const report = lineWith(shapes, [slotOf.sessionReport])
  return report >= 0 && lineWith(shapes.slice(report), partsOfReport, ({ exact, words }) => exact && words.includes(' ')) < 0
}

const isWhole = ({ headings, length }: Shape) => headings.some(heading => heading.valueStart >= length)
const hasWords = ({ headings }: Shape) => headings.some(({ words }) => words.includes(' '))

/** How many blank lines below a heading say that it has nothing; none do where most have several above what they head. */
function gapBelowEmpty(form: readonly Shape[], headingsLeft: number): number {
  const headed = form.flatMap((shape, i) => {
    const next = form[i + 1]
    return isWhole(shape) && next?.headings.length === 0 ? [{ shape, gap: next.line.gap }] : []
  })
  const wide = headed.filter(({ gap }) => gap > 1).length
  if (wide >= fewestUneven && wide * 2 > headed.length) return Infinity
  return headingsLeft < 2 && headed.some(({ shape, gap }) => gap === 1 && hasWords(shape)) ? 2 : 3
}
const fewestUneven = 3

/** Blank lines tell nothing where there are hardly any, or as many between any two lines. */
const hasGaps = (shapes: readonly Shape[]) =>
  shapes.filter(shape => shape.line.gap > 0).length * 5 > shapes.length &&
  shapes.some(({ line }, i) => i > 1 && line.gap !== shapes[1]!.line.gap)

/** What the whole page tells of how its lines are to be read. */
export function layoutOf(shapes: readonly Shape[], fields: ParsedFields, page: PageKind, isOfSchedule: boolean): PageLayout {
  const report = shapes.findIndex(shape => beginsReport(shape) && !shape.headings.some(({ slot }) => isCommonSlot(slot)))
  const form = report < 0 ? shapes : shapes.slice(0, report)
  const headingsLeft = form.filter(isOneWordHeading).length
  return {
    year: fields.year?.value ?? yearOf(shapes),
    type: fields.sessionType?.value,
    headingsLeft,
    present: slotsOf(
      form.filter(shape => !beginsItem(shape)),
      heading => heading.number === undefined && heading.isInner !== true,
    ),
    numbered: slotsOf(beforeAdditional(form), heading => heading.number !== undefined),
    isBare: isBare(shapes),
    isFree: page === 'digest' || page === 'report',
    isOld: isOld(form),
    isOfSchedule,
    hasOnsiteModerator: form.some(shape => shape.headings.some(({ exact, words }) => exact && words === 'onsite moderator')),
    hasOwnReport: page !== 'digest' && hasOwnReport(shapes),
    hasGaps: hasGaps(shapes),
    gapBelowEmpty: gapBelowEmpty(form, headingsLeft),
  }
}
