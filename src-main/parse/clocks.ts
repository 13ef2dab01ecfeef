import { minutesEastOf } from './time-zones.ts'

/** A time zone as a line writes it, with how many minutes east of UTC it can be: nothing where nobody knows. */
export interface Zone {
  readonly words: string
  readonly minutesEast: readonly number[]
  readonly start: number
  readonly end: number
}
export interface Clock {
  readonly minutes: number
  readonly zone?: Zone
  readonly start: number
  readonly end: number
}
type Stretch = Pick<Zone, 'start' | 'end'>

const clock = /(?:\b|(?<=\dT))([01]?\d|2[0-4])(?:[:.h]([0-5]\d)(?!\d)\s*h?\s*(?:([ap])\.?m\b\.?)?|\s?([ap])\.?m\b\.?)/gi
const letters =
  /\b(?:(?:UTC|GMT|Utc|utc|Gmt|gmt)\b(?:\/GMT\b|\/UTC\b)?(?:(\s?)([+\u2212\u2013-])(\s?)(\d{1,2})(?::?([0-5]\d))?(?!\d))?|[A-Z]{3,5}\b)|(?<=\d)Z\b/g
const ofPlace = /\b(?!(?:Start|End|Session|Opening|Closing)\b)(?:local|Local|\p{Lu}\p{Ll}+) [Tt]ime\b/gu

const overlaps = (one: Stretch, others: readonly Stretch[]) => others.some(({ start, end }) => one.start < end && start < one.end)

const longestGap = 180
/** `08:00 UTC-09:30` is until half past nine; `14:00 UTC-03:00` is a zone. */
function isUntil([, before, , after, hours, minutes]: RegExpExecArray, clocks: readonly Clock[]): boolean {
  if (minutes === undefined) return false
  const last = clocks.at(-1)
  const gap = Number(hours) * 60 + Number(minutes) - (last?.minutes ?? Infinity)
  return (
    (before !== '' && after !== '') ||
    Number(minutes) % 15 > 0 ||
    Number(hours) > 12 ||
    (clocks.length === 1 && gap > 0 && gap <= longestGap)
  )
}

const leastLower = /\p{Ll}{3}/u
function zonesIn(text: string, month: number, clocks: readonly Clock[], days: readonly Stretch[]): Zone[] {
  const found = [...text.matchAll(letters)].flatMap((match): Zone[] => {
    const [words, , sign, , hours, minutes] = match
    const [start, isUtc] = [match.index, /^(?:utc|gmt|z)/i.test(words)]
    const before = clocks.filter(({ end }) => end <= start)
    const isFar = sign === undefined || (sign !== '+' && isUntil(match, before))
    if (isUtc && isFar) return [{ words: words.slice(0, 3), minutesEast: [0], start, end: start + (words === 'Z' ? 1 : 3) }]
    const east = (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '+' ? 1 : -1)
    if (isUtc) return [{ words, minutesEast: [east], start, end: start + words.length }]
    const minutesEast = minutesEastOf(words, month)
    const follows = before.length > 0 && /^[\s(,]*$/.test(text.slice(before.at(-1)!.end, start)) && leastLower.test(text)
    return minutesEast.length > 0 || follows ? [{ words, minutesEast, start, end: start + words.length }] : []
  })
  const places = [...text.matchAll(ofPlace)].map(({ 0: words, index }) => ({
    words,
    minutesEast: [],
    start: index,
    end: index + words.length,
  }))
  return [...found, ...places].filter(zone => !overlaps(zone, days)).toSorted((a, b) => a.start - b.start)
}

/** `AST (UTC+3)`: of zones that follow one another without a clock, the one that is known best. */
function withoutAliases(text: string, zones: readonly Zone[], clocks: readonly Clock[]): Zone[] {
  const kept: Zone[] = []
  for (const zone of zones) {
    const last = kept.at(-1)
    const isAlias =
      last && !clocks.some(({ start }) => start >= last.end && start < zone.start) && !/[;|]|\/\s/.test(text.slice(last.end, zone.start))
    if (!isAlias) kept.push(zone)
    else if (last.minutesEast.length !== 1 && zone.minutesEast.length === 1) kept[kept.length - 1] = zone
  }
  return kept
}

/** `2:30 - 4:00 pm`: what is said of the end holds for the start, too. */
function withHalves(clocks: readonly (Clock & { readonly half: string | undefined })[]): Clock[] {
  return clocks.map(({ half, ...one }, i) => {
    const next = clocks[i + 1]
    const isBeforeNoon = half !== undefined || next?.half !== 'p' || one.minutes >= 720
    return isBeforeNoon || one.minutes + 720 > next.minutes ? one : { ...one, minutes: one.minutes + 720 }
  })
}

function clocksOf(text: string, days: readonly Stretch[]): Clock[] {
  const found = [...text.matchAll(clock)].map(({ 0: words, 1: hours, 2: minutes, 3: half, 4: alone, index }) => {
    const of = (half ?? alone)?.toLowerCase()
    const hour = of ? (Number(hours) % 12) + (of === 'p' ? 12 : 0) : Number(hours)
    return { minutes: hour * 60 + Number(minutes ?? 0), half: of, start: index, end: index + words.trimEnd().length }
  })
  return withHalves(found.filter(one => !overlaps(one, days)))
}

/** The times of day in a line, each with the zone that is said of it; `days` are no times, whatever their marks. */
export function clocksIn(text: string, month: number, days: readonly Stretch[]): Clock[] {
  const all = clocksOf(text, days)
  const found = zonesIn(text, month, all, days)
  const clocks = all.filter(one => !overlaps(one, found))
  const zones = withoutAliases(text, found, clocks)
  const [first, last] = [clocks[0], clocks.at(-1)]
  if (!first || !last) return []
  const isInFront = zones.length > 0 && zones[0]!.end <= first.start && zones.at(-1)!.end <= last.start
  return clocks.map(one => {
    const before = zones.findLast(({ end }) => end <= one.start)
    const zone = isInFront ? before : (zones.find(({ start }) => start >= one.end) ?? before)
    return zone ? { ...one, zone } : one
  })
}
