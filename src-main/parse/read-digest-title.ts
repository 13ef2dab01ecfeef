import { spanOf, trimSpan } from './lines.ts'
import type { Shape } from './shapes.ts'
import { readWhole, value, yearAt } from './title-reading.ts'
import type { TitleFields, TitleReading } from './title-reading.ts'

/** `Title | IGF 2023 WS #318`, as digests write it. */
export function readDigestTitle(text: string, shapes: readonly Shape[]): TitleReading | undefined {
  const reason = "in the digest's title"
  const index = shapes.slice(0, 12).findIndex(shape => /\|\s*IGF\s+\d{4}\b/i.test(shape.line.text) && shape.length < 400)
  const line = shapes[index]?.line
  if (!line) return undefined
  const bar = line.start + line.text.lastIndexOf('|')
  const back = /\|\s*IGF\s+(\d{4})\s*/i.exec(text.slice(bar, line.end))!
  const forum = bar + back[0].search(/IGF/i)
  const fields: TitleFields = {
    forum: value('IGF', [forum, forum + 3], 0.99, reason),
    year: yearAt(text, bar + back[0].indexOf(back[1]!), 0.99, reason),
  }
  readWhole(fields, text, [bar + back[0].length, line.end], reason)
  const span = trimSpan(text, line.start, bar)
  fields.title = value(text.slice(...span).replace(/\s+/g, ' '), span, 0.95, reason)
  return { fields, claims: [spanOf(line)], lines: index + 1 }
}
