import type { ParsedValue } from '../../src-preload/record.ts'
import { offer } from './draft.ts'
import type { Draft } from './draft.ts'
import { scheduleLines } from './read-schedule-title.ts'
import { setTime } from './set-time.ts'
import type { Shape } from './shapes.ts'
import { anyWeekday } from './vocabulary.ts'

const dayAndSpan = new RegExp(
  String.raw`^${anyWeekday}\b.{4,40}?\b\d{1,2}[:.h]\d{2}(?!\d).{0,6}[-\u2013].{0,4}\b\d{1,2}[:.h]\d{2}(?!\d)`,
  'i',
)
const longest = 120

/** Schedules say day, hours and perhaps the room above the title; a letter's date has words before its day. */
export function readSlotAbove(draft: Draft, above: readonly Shape[]): void {
  const [bulleted] = scheduleLines(above)
  const at = bulleted ?? above.findIndex(one => one.isTime && one.length < longest && dayAndSpan.test(one.line.text))
  const [time, next] = [above[at], above[at + 1]]
  if (!time) return
  const { start, end, text } = time.line
  setTime(draft, { words: text, span: [start, end], confidence: 0.95, reason: 'above the title' })
  if (next && isRoomAlone(next)) setRoom(draft, next, 'above the title')
}

const longestRoom = 40
/** `Hall II`, `Saal C`: no family name. */
const endsWithNumber = /\s(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?: ?[+&] ?\d{1,2})?)$/
const isRoomAlone = ({ isRoom, length, isProse, isItem, headings, line: { text } }: Shape) =>
  isRoom && length <= longestRoom && !isProse && !isItem && headings.length === 0 && endsWithNumber.test(text)

/** The room that a schedule's page ends with, alone in its line. */
export function roomBelow(shapes: readonly Shape[]): Shape | undefined {
  const last = shapes.findLast(({ isBanner, isFooter }) => !isBanner && !isFooter)
  return last && isRoomAlone(last) ? last : undefined
}

export function setRoom(draft: Draft, { line: { start, end, text } }: Shape, reason: string): void {
  const room: ParsedValue<string> = { value: text, spans: [[start, end]], confidence: 0.9, reason }
  offer(draft, 'room', { room }, [start, end])
}
