import type { Choice, ParsedValue, Span } from '../../src-preload/record.ts'
import { fieldChoice } from './choices.ts'
import { clocksIn } from './clocks.ts'
import type { Clock } from './clocks.ts'
import { daysIn } from './days.ts'
import type { Day } from './days.ts'
import { boundsOf, minutesAfter, momentsIn } from './moments.ts'
import type { Moment } from './moments.ts'
import { meetings } from './vocabulary.ts'

export interface TimeReading {
  readonly startsAt?: ParsedValue<string>
  readonly endsAt?: ParsedValue<string>
  readonly year?: number
  readonly weekdayDiffers: boolean
  readonly doubt?: TimeDoubt
}
/** Why no start was set, or one that is not sure; with the ways to take the words, where there are several. */
export interface TimeDoubt {
  readonly code: string
  readonly message: string
  readonly choices: readonly Choice[]
}

/** One way to take the words: which of a day's dates, and the zone where that is open. */
interface Way {
  readonly name: string
  readonly date: number
  readonly assumed: number | undefined
}

/** Less than sure. */
const decided = 0.85
const doubtful = 0.75

const dateOf = ({ dates }: Day, at: number) => (dates[at] ?? dates[0]!).date
const iso = (date: Date, minutes: number) => `${new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 16)}Z`

/** The words of a time: from its day or its clock to its zone, or these apart. */
function spansOf(text: string, offset: number, { clock, day }: Moment, withDay: boolean): Span[] {
  const from = withDay ? Math.min(day.start, clock.start) : clock.start
  const { zone } = clock
  if (!zone) return [[offset + from, offset + clock.end]]
  const isBeside = zone.start >= clock.end && text.slice(clock.end, zone.start).trim() === ''
  const end = zone.end + (text[zone.end] === ')' ? 1 : 0)
  if (isBeside) return [[offset + from, offset + end]]
  return [
    [offset + from, offset + clock.end],
    [offset + zone.start, offset + zone.end],
  ]
}

/** The first time in the line says on which day it is; what has no day of its own follows within the day. */
function timesOf(
  text: string,
  offset: number,
  moments: readonly Moment[],
  way: Way,
  sure: Pick<ParsedValue<string>, 'confidence' | 'reason'>,
) {
  const [first] = moments
  const { start, end, agree } = boundsOf(moments)
  const minutesOf = (moment: Moment) => {
    if (moment.day !== first!.day)
      return (dateOf(moment.day, way.date).getTime() - dateOf(first!.day, way.date).getTime()) / 60_000 + moment.utc
    return first!.utc + minutesAfter(moment, first!)
  }
  const isBackwards = end !== undefined && minutesOf(end) < minutesOf(start)
  const isDecided = [start, end].some(moment => moment?.clock.zone && moment.clock.zone.minutesEast.length !== 1)
  const most = !agree || isBackwards ? doubtful : isDecided ? decided : 1
  const confidence = Math.min(sure.confidence, most)
  const value = (moment: Moment, withDay: boolean): ParsedValue<string> => ({
    value: iso(dateOf(first!.day, way.date), minutesOf(moment)),
    spans: spansOf(text, offset, moment, withDay),
    confidence,
    reason: sure.reason,
  })
  return { startsAt: value(start, true), ...(end && { endsAt: value(end, end.day !== start.day) }), agree }
}

/** The ways that are left open: no way is sure where the words name no zone. */
function waysOf(days: readonly Day[], clocks: readonly Clock[], moments: readonly Moment[], year: number): Way[] {
  const dates = days[0]!.dates.map(({ way }, date) => ({ way, date }))
  const open = clocks[0]!.zone
  const east: (readonly [string, number | undefined])[] = []
  if (moments.length > 0) east.push(['', undefined])
  else if (open && open.minutesEast.length > 1) for (const one of open.minutesEast) east.push([`${open.words} as ${utc(one)}`, one])
  else {
    const meeting = meetings[year]
    east.push(['UTC', 0])
    if (meeting) east.push([`Time in ${meeting[0]}`, meeting[1]])
  }
  return dates.flatMap(({ way, date }) =>
    east.map(([name, assumed]) => ({ name: [dates.length > 1 ? way : '', name].filter(Boolean).join(', '), date, assumed })),
  )
}
const utc = (east: number) => {
  const [hours, minutes] = [Math.floor(Math.abs(east) / 60), Math.abs(east) % 60]
  return `UTC${east < 0 ? '\u2212' : '+'}${hours}${minutes === 0 ? '' : `:${minutes}`}`
}

function doubtOf(text: string, { dates, start, end }: Day, { zone }: Clock, hasMoments: boolean, choices: readonly Choice[]): TimeDoubt {
  if (dates.length > 1) return { code: 'day-unclear', message: `'${text.slice(start, end)}' can be two days, so no start was set`, choices }
  if (!hasMoments && zone && zone.minutesEast.length > 1)
    return { code: 'zone-unclear', message: `'${zone.words}' is the name of several time zones, so no start in UTC was set`, choices }
  return { code: 'time-without-zone', message: 'The page gives a time but not its zone, so no start in UTC was set', choices }
}
const disagreement: TimeDoubt = {
  code: 'times-differ',
  message: 'The times in this line do not fit together; check the start and the end',
  choices: [],
}

/** Whether a line names a day, and whether it names a time of day; a slot can be written on two lines. */
export function halvesOf(text: string): { readonly hasDay: boolean; readonly hasClock: boolean } {
  const days = daysIn(text)
  return { hasDay: days.length > 0, hasClock: clocksIn(text, 0, days).length > 0 }
}

/** What is said of words where a time should be that are none. */
export const noTime = 'This could not be read as a day with its hours, so no start was set'

function doubtWithout(text: string, days: readonly Day[], clocks: readonly Clock[]): TimeDoubt {
  const wrong = days.find(({ dates }) => dates.length === 0)
  if (wrong)
    return { code: 'no-such-day', message: `The calendar has no '${text.slice(wrong.start, wrong.end)}'; check the date`, choices: [] }
  const half = days.length > 0 ? 'a day but no time of day' : clocks.length > 0 ? 'a time of day but not a whole date' : undefined
  return { code: 'time-unread', message: half ? `The page gives ${half}, so no start was set` : noTime, choices: [] }
}

/** Reads when a session starts and ends; `offset` is where `text` begins in the page, `pageYear` the year that a day without one is of. */
export function readTime(text: string, offset: number, confidence: number, reason: string, pageYear?: number): TimeReading {
  const days = daysIn(text, pageYear)
  const first = days.find(({ dates }) => dates.length > 0)?.dates[0]!.date
  const year = first?.getUTCFullYear()
  const clocks = clocksIn(text, first?.getUTCMonth() ?? 0, days)
  const weekdayDiffers = days.some(
    ({ weekday, dates }) => weekday >= 0 && dates.length > 0 && dates.every(({ date }) => date.getUTCDay() !== weekday),
  )
  const facts = { weekdayDiffers, ...(year !== undefined && { year }) }
  if (year === undefined || clocks.length === 0 || days.some(({ dates }) => dates.length === 0))
    return { ...facts, doubt: doubtWithout(text, days, clocks) }
  const moments = momentsIn(clocks, days, year, undefined)
  const readings = waysOf(days, clocks, moments, year).map(way => {
    const { agree, ...times } = timesOf(text, offset, momentsIn(clocks, days, year, way.assumed), way, { confidence, reason })
    return { agree: agree && moments.length === clocks.length, times, name: way.name }
  })
  const [only, another] = readings
  if (moments.length > 0 && only && !another) return { ...facts, ...only.times, ...(!only.agree && { doubt: disagreement }) }
  const choices = readings.map(({ name, times }) => fieldChoice(name, times))
  return { ...facts, doubt: doubtOf(text, days[0]!, clocks[0]!, moments.length > 0, choices) }
}
