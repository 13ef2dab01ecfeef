import type { Choice, ParsedValue, Span } from '../../src-preload/record.ts'
import { fieldChoice } from './choices.ts'
import { meetings, months, weekdays } from './vocabulary.ts'

export interface TimeReading {
  readonly startsAt?: ParsedValue<string>
  readonly endsAt?: ParsedValue<string>
  readonly year?: number
  /** A time of day stands there, but not in which zone. */
  readonly hasNoZone: boolean
  readonly weekdayDiffers: boolean
}

interface Day {
  readonly date: Date
  readonly start: number
  readonly end: number
  readonly weekday: number
}
interface Clock {
  readonly minutes: number
  readonly start: number
  readonly end: number
}

const dayFirst = /(?:(\p{L}+),?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})/gu
const monthFirst = /(?:(\p{L}+),?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/gu
const numeric = /\b(\d{4})-(\d{2})-(\d{2})\b/g
const clocks = /\b([01]?\d|2[0-4])[:.h]([0-5]\d)(?!\d)\s*h?\s*(am|pm|a\.m\.|p\.m\.)?/gi
const zones = /\b(?:UTC|GMT)\b(?:\s*([+-]\s*\d{1,2})(?::?(\d{2}))?)?/i

const monthNumber = (word: string) => (word.length < 3 ? -1 : months.findIndex(month => month.startsWith(word.toLowerCase())))
const weekdayNumber = (word: string | undefined) =>
  word === undefined || word.length < 3 ? -1 : weekdays.findIndex(day => day.startsWith(word.toLowerCase()))

function day(match: RegExpExecArray, weekday: string | undefined, number: string, month: number, year: string): Day[] {
  const date = new Date(Date.UTC(Number(year), month, Number(number)))
  if (month < 0 || date.getUTCDate() !== Number(number)) return []
  const known = weekdayNumber(weekday)
  const start =
    known < 0 && weekday !== undefined ? match.index + match[0].indexOf(match[0].slice(weekday.length).trimStart()) : match.index
  return [{ date, start, end: match.index + match[0].length, weekday: known }]
}

function daysIn(text: string): Day[] {
  const days = [...text.matchAll(dayFirst)].flatMap(match => day(match, match[1], match[2]!, monthNumber(match[3]!), match[4]!))
  if (days.length === 0)
    days.push(...[...text.matchAll(monthFirst)].flatMap(match => day(match, match[1], match[3]!, monthNumber(match[2]!), match[4]!)))
  if (days.length === 0)
    days.push(...[...text.matchAll(numeric)].flatMap(match => day(match, undefined, match[3]!, Number(match[2]) - 1, match[1]!)))
  return days
}

function clocksIn(text: string): Clock[] {
  return [...text.matchAll(clocks)].map(match => {
    const half = match[3]?.toLowerCase()[0]
    const hour = half ? (Number(match[1]) % 12) + (half === 'p' ? 12 : 0) : Number(match[1])
    return { minutes: hour * 60 + Number(match[2]), start: match.index, end: match.index + match[0].trimEnd().length }
  })
}

const iso = (date: Date, minutes: number) => `${new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 16)}Z`

/** The ways to take a time whose zone is not in the page. */
export function zoneChoices(text: string, offset: number, year: number | undefined): Choice[] {
  const zones: (readonly [string, number])[] = [['UTC', 0]]
  const meeting = year === undefined ? undefined : meetings[year]
  if (meeting) zones.push([`Time in ${meeting[0]}`, meeting[1]])
  return zones.map(([name, east]) => {
    const { startsAt, endsAt } = readTime(text, offset, 0, '', east)
    return fieldChoice(name, { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) })
  })
}

/** Reads when a session starts and ends; `offset` is where `text` begins in the page, `assumed` the minutes east of UTC where it names no zone. */
export function readTime(text: string, offset: number, confidence: number, reason: string, assumed?: number): TimeReading {
  const days = daysIn(text)
  const times = clocksIn(text)
  const zone = zones.exec(text)
  const [first, second] = [days[0], days[1]]
  const weekdayDiffers = days.some(one => one.weekday >= 0 && one.date.getUTCDay() !== one.weekday)
  const year = first?.date.getUTCFullYear()
  const facts = { hasNoZone: first !== undefined && times.length > 0 && !zone, weekdayDiffers, ...(year !== undefined && { year }) }
  const [opening, closing] = [times[0], times[1]]
  if (!first || !opening || (!zone && assumed === undefined)) return facts
  const east = !zone
    ? assumed!
    : zone[1]
      ? Number(zone[1].replace(/\s/g, '')) * 60 + Number(zone[2] ?? 0) * (zone[1].startsWith('-') ? -1 : 1)
      : 0
  const zoneSpan: Span[] = zone ? [[offset + zone.index, offset + zone.index + zone[0].length]] : []
  const whole = (from: number, to: number): Span[] => {
    const after = /^\s*(?:UTC|GMT)[^)]{0,8}\)?/i.exec(text.slice(to))
    return after ? [[offset + from, offset + to + after[0].length]] : [[offset + from, offset + to], ...zoneSpan]
  }
  const startsAt = {
    value: iso(first.date, opening.minutes - east),
    spans: whole(Math.min(first.start, opening.start), opening.end),
    confidence,
    reason,
  }
  if (!closing) return { ...facts, startsAt }
  const endDay = second && second.start > opening.start ? second : first
  const wraps = endDay === first && closing.minutes < opening.minutes ? 1440 : 0
  const from = endDay === first ? closing.start : Math.min(endDay.start, closing.start)
  return {
    ...facts,
    startsAt,
    endsAt: { value: iso(endDay.date, closing.minutes - east + wraps), spans: whole(from, closing.end), confidence, reason },
  }
}
