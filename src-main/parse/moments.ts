import type { Clock, Zone } from './clocks.ts'
import type { Day } from './days.ts'
import { meetings } from './vocabulary.ts'

/** A time of day that is known, and the day that is said of it. */
export interface Moment {
  readonly clock: Clock
  /** Minutes after midnight UTC of its day; of the day before, where that is less than none. */
  readonly utc: number
  readonly east: number
  readonly day: Day
}

const noon = 720
/** Minutes of the clock, whatever the day. */
const inDay = (minutes: number) => ((minutes % 1440) + 1440) % 1440

/** The one offset that a zone has, or has where that year's meeting was. */
function eastOf({ minutesEast }: Zone, year: number): number | undefined {
  const meeting = meetings[year]?.[1]
  return minutesEast.length === 1 ? minutesEast[0] : minutesEast.find(east => east === meeting)
}

/** What a zone that nobody knows, or several could be, must be where its first time is the known one. */
function eastBeside({ minutesEast }: Zone, first: Clock, known: number): number | undefined {
  const east = inDay(first.minutes - known + noon) - noon
  return (minutesEast.length === 0 ? east % 60 === 0 : minutesEast.includes(east)) ? east : undefined
}

function dayOf(clock: Clock, days: readonly Day[], first: Clock): Day {
  const isInFront = first.start < days[0]!.start
  const day = isInFront ? days.find(({ start }) => start > clock.end) : days.findLast(({ end }) => end <= clock.start)
  return day ?? (isInFront ? days.at(-1)! : days[0]!)
}

/** The times whose place on the clock of UTC can be told. */
export function momentsIn(clocks: readonly Clock[], days: readonly Day[], year: number, assumed: number | undefined): Moment[] {
  const known = clocks.find(({ zone }) => zone && eastOf(zone, year) !== undefined)
  const atKnown = known && known.minutes - eastOf(known.zone!, year)!
  const firsts = new Map(clocks.toReversed().map(clock => [clock.zone, clock]))
  return clocks.flatMap(clock => {
    const own = clock.zone && eastOf(clock.zone, year)
    const beside = clock.zone && atKnown !== undefined ? eastBeside(clock.zone, firsts.get(clock.zone)!, atKnown) : assumed
    const east = own ?? beside
    return east === undefined ? [] : [{ clock, east, utc: clock.minutes - east, day: dayOf(clock, days, clocks[0]!) }]
  })
}

/** Times in one zone that follow one another. */
function groupsOf(moments: readonly Moment[]): Moment[][] {
  const groups: Moment[][] = []
  for (const moment of moments) {
    const last = groups.at(-1)
    if (last && last[0]!.east === moment.east) last.push(moment)
    else groups.push([moment])
  }
  return groups
}

export interface Bounds {
  readonly start: Moment
  readonly end?: Moment | undefined
  readonly agree: boolean
}

/** Where a slot is said in several zones, UTC has the last word; the others must say the same. */
export function boundsOf(moments: readonly Moment[]): Bounds {
  const groups = groupsOf(moments)
  const main = groups.find(([first]) => first!.east === 0) ?? groups[0]!
  const [start, end] = main
  const others = groups.filter(group => group !== main)
  const isSame = (one: Moment, other: Moment) => inDay(one.utc - other.utc) === 0
  if (others.every(group => group.every((one, i) => !main[i] || isSame(one, main[i]))))
    return { start: start!, end: end ?? others.find(group => group[1])?.[1], agree: main.length < 3 }
  const [first, second, third] = groups.flat()
  if (!third && inDay(second!.utc - first!.utc) < noon) return { start: first!, end: second, agree: true }
  return { start: start!, end, agree: false }
}

/** How long after the first time on a day another is: past midnight where that is half a day or less; in another zone perhaps as long before. */
export function minutesAfter(moment: Moment, first: Moment): number {
  const later = moment.utc - first.utc
  if (moment.east === first.east && later >= 0) return later
  return inDay(later) > noon ? inDay(later) - 1440 : inDay(later)
}
