import type { ParsedValue, Span } from '../../src-preload/record.ts'
import { valueSpan } from './blocks.ts'
import type { Block } from './blocks.ts'
import { fieldChoice } from './choices.ts'
import { offer, problem, setOnce } from './draft.ts'
import type { Draft } from './draft.ts'
import { halvesOf, readTime } from './read-time.ts'
import type { TimeDoubt } from './read-time.ts'
import { slotAt } from './slots.ts'

interface Words {
  readonly words: string
  readonly span: Span
  readonly confidence: number
  readonly reason: string
}

/** A page that does not name its year can have been put off to another. */
const sureYear = 0.95

/** Reads a time into the record, with what is doubtful about it. */
export function setTime(draft: Draft, { words, span, confidence, reason }: Words): void {
  const { startsAt, endsAt, doubt, weekdayDiffers, year } = readTime(words, span[0], confidence, reason, draft.fields.year?.value)
  offer(draft, 'startsAt', { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) }, span)
  if (doubt) addDoubt(draft, doubt, span)
  if (weekdayDiffers) problem(draft, 'weekday-differs', 'The weekday does not fall on this date; one of the two is wrong', [span])
  if (year !== undefined) setYear(draft, { value: year, spans: [span], confidence, reason })
}

/** What a page says twice is doubted once. */
function addDoubt(draft: Draft, { code, message, choices }: TimeDoubt, span: Span): void {
  const labels = choices.map(({ label }) => label).join('\n')
  const at =
    labels === '' ? -1 : draft.problems.findIndex(one => one.code === code && one.choices?.map(({ label }) => label).join('\n') === labels)
  const before = draft.problems[at]
  if (before) draft.problems[at] = { ...before, spans: [...before.spans, span] }
  else problem(draft, code, message, [span], choices)
}

function setYear(draft: Draft, ofDay: ParsedValue<number>): void {
  const { year } = draft.fields
  if (!year) setOnce(draft, 'year', { ...ofDay, confidence: Math.min(ofDay.confidence, sureYear), reason: 'the year of its day' })
  else if (ofDay.value !== year.value)
    problem(
      draft,
      'year-differs-from-date',
      `The title says ${year.value}, the date says ${ofDay.value}; check which is right`,
      [...year.spans, ...ofDay.spans],
      [fieldChoice('Year', { year }), fieldChoice('Year', { year: { ...year, value: ofDay.value, spans: ofDay.spans } })],
    )
}

const staysOpen = /\([^)]*$/
/** Whether the next line says the hours of a day, the day of hours, or what goes on in brackets. */
export function goesOnWith(words: string, next: string): boolean {
  if (staysOpen.test(words)) return next.includes(')')
  const [one, other] = [halvesOf(words), halvesOf(next)]
  return one.hasDay !== one.hasClock && other.hasDay === one.hasClock && other.hasClock === one.hasDay
}

/** `Date:` and `Time:` say together when a session is. */
export function withWholeTimes(text: string, blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  for (const block of blocks) {
    const last = kept.at(-1)
    const words = (one: Block) => text.slice(...valueSpan(text, one.lines.at(-1)!))
    if (last?.slot === block.slot && slotAt(block.slot).body === 'time' && goesOnWith(words(last), words(block)))
      kept[kept.length - 1] = { ...last, lines: [...last.lines, ...block.lines], margin: Math.min(last.margin, block.margin) }
    else kept.push(block)
  }
  return kept
}
