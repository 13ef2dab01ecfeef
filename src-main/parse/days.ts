import { months, weekdays } from './vocabulary.ts'

/** A day as a line writes it, with each date that it can be: none where the calendar has no such day. */
export interface Day {
  readonly dates: readonly PossibleDate[]
  readonly start: number
  readonly end: number
  /** 0 is Sunday; -1 where it is not said. */
  readonly weekday: number
}
export interface PossibleDate {
  /** How to take the words, where there are several ways. */
  readonly way: string
  readonly date: Date
}

const dayFirst = /(?:(\p{L}{1,20}),?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})/giu
const monthFirst = /(?:(\p{L}{1,20}),?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/giu
const yearFirst = /\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g
const yearLast = /(?:(\p{L}{1,20}),?\s+)?(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\3(\d{4})(?!\d)/gu

const monthNumber = (word: string) => (word.length < 3 ? -1 : months.findIndex(month => month.startsWith(word.toLowerCase())))
const weekdayNumber = (word: string | undefined) =>
  word === undefined || word.length < 3 ? -1 : weekdays.findIndex(day => day.startsWith(word.toLowerCase()))

function dateOf(way: string, year: string, month: number, day: string): PossibleDate[] {
  const date = new Date(Date.UTC(Number(year), month, Number(day)))
  return date.getUTCMonth() === month && date.getUTCDate() === Number(day) ? [{ way, date }] : []
}

function dayAt(match: RegExpExecArray, word: string | undefined, dates: readonly PossibleDate[]): Day {
  const weekday = weekdayNumber(word)
  const before = word !== undefined && weekday < 0 ? match[0].length - match[0].slice(word.length).replace(/^[,\s]+/, '').length : 0
  return { dates, start: match.index + before, end: match.index + match[0].length, weekday }
}

/** `7-8 December 2021` are two days. */
const earlierDay = /(?<![\d:.])(\d{1,2})(?:st|nd|rd|th)?[-\u2013]$/i
function withMonth(match: RegExpExecArray, number: string, word: string): Day[] {
  const [month, year] = [monthNumber(word), match[4]!]
  if (month < 0) return []
  const day = dayAt(match, match[1], dateOf('Last day', year, month, number))
  const earlier = earlierDay.exec(match.input.slice(Math.max(0, day.start - 6), day.start))
  return [earlier ? { ...day, dates: [...dateOf('First day', year, month, earlier[1]!), ...day.dates] } : day]
}

/** `10/12/2021` is the tenth of December where the weekday or the numbers do not say otherwise, and perhaps the twelfth of October. */
function inDigits(match: RegExpExecArray): Day {
  const [, word, one, mark, other, year] = match
  const dates = dateOf('Day first', year!, Number(other) - 1, one!)
  if (mark !== '.' && one !== other) dates.push(...dateOf('Month first', year!, Number(one) - 1, other!))
  const day = dayAt(match, word, dates)
  const fitting = dates.filter(({ date }) => date.getUTCDay() === day.weekday)
  return fitting.length > 0 ? { ...day, dates: fitting } : day
}

const yearless = /(\p{L}{1,20}),?\s+(?:(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})|(\p{L}{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?)\b/giu
/** `Tuesday, 6 December` is of the page's year where it was a Tuesday then. */
function inYear(match: RegExpExecArray, year: number): Day[] {
  const month = monthNumber(match[3] ?? match[4]!)
  const day = dayAt(match, match[1], month < 0 ? [] : dateOf('', String(year), month, match[2] ?? match[5]!))
  return day.dates.some(({ date }) => date.getUTCDay() === day.weekday) ? [day] : []
}

/** The days that a line names, written in one way; `year` is that of the page. */
export function daysIn(text: string, year?: number): Day[] {
  const readings = [
    () => [...text.matchAll(dayFirst)].flatMap(match => withMonth(match, match[2]!, match[3]!)),
    () => [...text.matchAll(monthFirst)].flatMap(match => withMonth(match, match[3]!, match[2]!)),
    () => [...text.matchAll(yearFirst)].map(match => dayAt(match, undefined, dateOf('', match[1]!, Number(match[3]) - 1, match[4]!))),
    () => [...text.matchAll(yearLast)].map(inDigits),
    () => (year === undefined ? [] : [...text.matchAll(yearless)].flatMap(match => inYear(match, year))),
  ]
  for (const read of readings) {
    const days = read()
    if (days.length > 0) return days
  }
  return []
}
