import { sessionTypes, type FieldKey, type SessionType } from '../../src-preload/record.ts'
import { sessionTypeNames } from '../shell/words.ts'
import { goalNames } from '../../src-preload/goals.ts'

/** A value and where in the given words it stands. */
export interface ReadValue {
  readonly value: string
  readonly start: number
  readonly end: number
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const folded = (text: string) => plain(text).toLowerCase()

const shortTypes: readonly (readonly [RegExp, SessionType])[] = [
  [/\bws\b/i, 'workshop'],
  [/\bof\b/i, 'openForum'],
  [/\bth\b/i, 'townHall'],
  [/\bday (0|zero)\b/i, 'day0Event'],
  [/\bbpf\b/i, 'bestPracticeForum'],
  [/\bdc\b/i, 'dynamicCoalition'],
  [/\bnris?\b/i, 'nriSession'],
  [/\byouth\b/i, 'youthTrack'],
  [/\bparliament/i, 'parliamentaryTrack'],
  [/\bhigh.level\b/i, 'highLevelSession'],
  [/\b(launch|award)\b/i, 'launchAward'],
]

function typeIn(text: string): string | null {
  const words = folded(text)
  const named = sessionTypes.find(
    type => type !== 'other' && (words === type.toLowerCase() || words.includes(sessionTypeNames[type].toLowerCase())),
  )
  return named ?? shortTypes.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

function minutesIn(text: string): string | null {
  const words = folded(text)
  const [, clockHours, clockMinutes] = /\b(\d{1,2})\s*[h:]\s*([0-5]\d)\b/.exec(words) ?? []
  if (clockHours && clockMinutes) return String(Number(clockHours) * 60 + Number(clockMinutes))
  const hours = Number(/(\d+(?:[.,]\d+)?)\s*(?:h|hour|hr)/.exec(words)?.[1]?.replace(',', '.') ?? 0)
  const minutes = Number(/(\d+)\s*(?:m|min|′|')/.exec(words)?.[1] ?? 0)
  const total = Math.round(hours * 60) + minutes
  return total > 0 ? String(total) : (/^\d{1,3}$/.exec(words)?.[0] ?? null)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (number: number) => String(number).padStart(2, '0')

/** Dates as `YYYY-MM-DD`, in the order of the text. */
function datesIn(text: string): string[] {
  const pattern =
    /(\d{4})-(\d{2})-(\d{2})|(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,? (\d{4})|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/g
  return [...folded(text).matchAll(pattern)].flatMap(([, isoYear, isoMonth, isoDay, day, month, year, monthFirst, dayAfter, yearAfter]) => {
    if (isoYear) return [`${isoYear}-${isoMonth}-${isoDay}`]
    const number = months.indexOf((month ?? monthFirst ?? '').slice(0, 3)) + 1
    return number > 0 ? [`${year ?? yearAfter}-${two(number)}-${two(Number(day ?? dayAfter))}`] : []
  })
}

function timesIn(text: string): string[] {
  return [...folded(text).matchAll(/(?<![\d:.])([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)\s*([ap]m)?/g)].map(([, hour, minute, half]) => {
    const inDay = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour)
    return `${two(inDay)}:${minute}`
  })
}

/** `day` is used where the words have a time alone. */
function momentIn(text: string, which: 'first' | 'last', day: string | undefined): string | null {
  const at = which === 'first' ? 0 : -1
  const date = datesIn(text).at(at) ?? day
  const time = timesIn(text).at(at)
  return date && time ? `${date}T${time}Z` : null
}

type ReadScalar = (text: string, day: string | undefined) => string | null

/** Fields that hold more than plain words. */
const scalarReaders: Partial<Record<FieldKey, ReadScalar>> = {
  year: text => /\b(19|20)\d\d\b/.exec(text)?.[0] ?? null,
  sessionNumber: text => (/#\s*(\d+)/.exec(text) ?? /\d+/.exec(text))?.at(-1) ?? null,
  durationMinutes: minutesIn,
  startsAt: (text, day) => momentIn(text, 'first', day),
  endsAt: (text, day) => momentIn(text, 'last', day),
  sessionType: typeIn,
}
const plainWords: ReadScalar = text => plain(text) || null

const goalPattern = new RegExp(
  String.raw`\b(?:goal|sdg)\s*(?<goal>\d{1,2})\b(?!\.\w)|(?<![\d.])(?<target>\d{1,2}\.(?:\d{1,2}|[a-z]))(?![\w])|(?<name>${goalNames.map(name => name.replace(/[ -]/g, '[ -]')).join('|')})|(?<![\d.])(?<bare>\d{1,2})(?![\w])`,
  'gi',
)

function goalsIn(text: string): ReadValue[] {
  const found = [...text.matchAll(goalPattern)].map(match => {
    const { goal, target, name, bare } = match.groups ?? {}
    const named = name
      ? String(goalNames.findIndex(each => folded(each).replaceAll('-', ' ') === folded(name).replaceAll('-', ' ')) + 1)
      : ''
    return {
      value: (goal ?? target ?? bare ?? named).toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }
  })
  // “9. Industry, Innovation and Infrastructure” names one goal twice.
  return found.filter(({ value }, index) => value !== found[index - 1]?.value && Number.parseInt(value, 10) <= goalNames.length)
}

function linesIn(text: string): ReadValue[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const words = line.replace(/^\s*(?:[-•*–]|\d+[.)])?\s*/, '').trimEnd()
    const start = index + line.indexOf(words)
    return words ? [{ value: plain(words), start, end: start + words.length }] : []
  })
}

/** What a field would hold of the selected words; none where they say nothing of its kind. `day` serves times without a date. */
export function readValues(key: FieldKey, text: string, day?: string): ReadValue[] {
  if (key === 'sdgs') return goalsIn(text)
  if (key === 'topics') return linesIn(text)
  const value = (scalarReaders[key] ?? plainWords)(text, day)
  return value === null ? [] : [{ value, start: 0, end: text.length }]
}

/** What was typed, as the store wants it; the store says what is wrong with the rest. */
export function typedValue(key: FieldKey, text: string, day?: string): string {
  if (key === 'topics' || key === 'title') return plain(text)
  return readValues(key, text, day)[0]?.value ?? plain(text)
}
