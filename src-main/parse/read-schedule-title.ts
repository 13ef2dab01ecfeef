import { spanOf } from './lines.ts'
import { readTitle } from './read-title.ts'
import type { Shape } from './shapes.ts'
import { readFront } from './title-front.ts'
import { readWhole, untitled, value } from './title-reading.ts'
import type { TitleFields, TitleReading } from './title-reading.ts'

/** Where the lines stand that begin a session in a conference schedule: `Monday, December 18 • 09:00 - 10:00`, or `9:00am • WS #4 Tides` in a list of several. */
export function scheduleLines(shapes: readonly Shape[]): number[] {
  const isOne = ({ length, line: { text } }: Shape) =>
    length < 120 &&
    /\u2022/.test(text) &&
    /\d{1,2}:\d{2}/.test(text) &&
    (/day\b/i.test(text) || /^\d{1,2}:\d{2}\s*(?:[ap]m)?\s*\u2022/i.test(text))
  return shapes.slice(0, 200).flatMap((shape, i) => (isOne(shape) ? [i] : []))
}

/** In the page of one session in a conference schedule the title stands after the line with the day and the hours; `schedule` is where such lines are. */
export function readScheduleTitle(text: string, shapes: readonly Shape[], schedule: readonly number[]): TitleReading | undefined {
  const reason = 'the line after the day and the hours'
  const [at = -1, another] = schedule
  if (another !== undefined) return untitled
  const line = at < 0 ? undefined : shapes[at + 1]?.line
  if (!line || line.text.length > 400) return undefined
  const whole = readTitle(text, [shapes[at + 1]!])
  if (whole.fields.year) return { ...whole, lines: at + 2 }
  const fields: TitleFields = {}
  const mark = /\s*\((WS|OF|DC|TH)\s*#?\s*(\d{1,4})\)\s*$/.exec(line.text)
  readWhole(fields, text, [line.start, line.start + (mark?.index ?? line.text.length)], reason)
  if (mark) {
    const start = line.start + mark.index + mark[0].indexOf(mark[1]!)
    const digits = line.start + mark.index + mark[0].indexOf(mark[2]!)
    fields.sessionType = value(readFront(`${mark[1]} #1`).type!, [start, start + mark[1]!.length], 0.9, reason)
    fields.sessionNumber = value(Number(mark[2]), [digits, digits + mark[2]!.length], 0.9, reason)
  }
  return { fields, claims: [spanOf(line)], lines: at + 2 }
}
