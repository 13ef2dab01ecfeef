import type { ParsedValue, Span } from '../../src-preload/record.ts'
import { trimSpan } from './lines.ts'
import { isDisclaimer } from './page-kind.ts'
import type { Shape } from './shapes.ts'
import { readFront, readTitle } from './read-title.ts'
import type { TitleReading } from './read-title.ts'
import { fold, hasRoomWord } from './vocabulary.ts'

type Fields = { -readonly [K in keyof TitleReading['fields']]: TitleReading['fields'][K] } & { room?: ParsedValue<string> }
export interface OtherTitle {
  readonly fields: Fields
  readonly claims: readonly Span[]
  readonly lines: number
}

const suffix = /\s*[-\u2013\u2014]{0,2}\s*\(?\b(?:RAW|Raw|FINISHED|ROUGH|Rough)\b\)?\s*$/
const longestRoom = 30

const value = <T>(of: T, span: Span, confidence: number, reason: string): ParsedValue<T> => ({
  value: of,
  spans: [span],
  confidence,
  reason,
})

/** Kind, number and title out of one stretch of the page. */
function readRest(text: string, start: number, end: number, fields: Fields, reason: string): void {
  const front = readFront(text.slice(start, Math.min(end, start + 200)))
  if (front.type) fields.sessionType = value(front.type, [start + front.typeSpan![0], start + front.typeSpan![1]], 0.95, reason)
  if (front.number !== undefined)
    fields.sessionNumber = value(front.number, [start + front.numberSpan![0], start + front.numberSpan![1]], 0.95, reason)
  const after = /^[\s:.,\u2013-]*/.exec(text.slice(start + front.length, end))![0].length
  const span = trimSpan(text, start + front.length + after, end)
  if (span[1] > span[0] && span[1] - span[0] <= 500) fields.title = value(text.slice(...span).replace(/\s+/g, ' '), span, 0.9, reason)
}

/** `… taken during the Tenth Annual Meeting of the Internet Governance Forum (IGF) in João Pessoa`. */
function forumIn(shapes: readonly Shape[]): Span | undefined {
  for (const { line } of shapes) {
    const match = /\binternet governance forum(?: \((IGF)\))?|\bIGF(?= \d{4}\b)/i.exec(line.text)
    if (match)
      return [
        line.start + match.index + (match[1] ? match[0].length - 4 : 0),
        line.start + match.index + match[0].length - (match[1] ? 1 : 0),
      ]
  }
  return undefined
}

const dayInFront = /^(?:(?:FINISHED|RAW|ROUGH)\s*-\s*)?(\d{4}) \d{2} \d{2}\s+(?:-\s+)?/i

/** `IGF 2021 – Day 3 – Plenary – WS #482 Title – RAW`, or `2015 11 11 WS 42 Title Workshop Room 7 FINISHED`. */
export function readTranscriptTitle(text: string, shapes: readonly Shape[]): OtherTitle | undefined {
  const reason = 'in the first line of the transcript'
  const index = shapes
    .slice(0, 8)
    .findIndex(shape => shape.length < 400 && (/^IGF[\s-]+\d{4}\b/i.test(shape.line.text) || dayInFront.test(shape.line.text)))
  const line = shapes[index]?.line
  if (!line) return readTranscriptHead(text, shapes)
  const fields: Fields = {}
  const end = line.start + line.text.replace(suffix, '').length
  const claims: Span[] = [[line.start, line.end]]
  const old = dayInFront.exec(line.text)
  if (old) {
    fields.year = value(Number(old[1]), [line.start + old[0].indexOf(old[1]!), line.start + old[0].indexOf(old[1]!) + 4], 0.9, reason)
    const room = /\s+(?:-\s+)?((?:Workshop|Conference|Plenary|Main)\s+(?:Room|Hall)(?:\s+[\dA-Z]{1,3})?|Room\s+\d{1,3})\s*$/i.exec(
      text.slice(line.start, end),
    )
    const titleEnd = room ? line.start + room.index : end
    if (room) fields.room = value(room[1]!, [titleEnd + room[0].indexOf(room[1]!), titleEnd + room[0].trimEnd().length], 0.9, reason)
    readRest(text, line.start + old[0].length, titleEnd, fields, reason)
    const forum = forumIn(shapes.slice(index + 1, index + 6))
    if (forum) fields.forum = value('IGF', forum, 0.9, 'in the words before the transcript')
    return { fields, claims, lines: index + 1 }
  }
  const front = /^IGF[\s-]+(\d{4})\s*[-\u2013\u2014]?\s*/i.exec(line.text)!
  fields.forum = value('IGF', [line.start, line.start + 3], 0.99, reason)
  const digits = line.start + front[0].indexOf(front[1]!)
  fields.year = value(Number(front[1]), [digits, digits + 4], 0.99, reason)
  readParts(text, line.start + front[0].length, end, fields, reason)
  return { fields, claims, lines: index + 1 }
}

const endsHead = /^(?:>>|&gt;|\*{3}|_{3}|-{3}|note:)|^[\p{Lu} .'-]{3,40}:\s/u
const ofMeeting =
  /\b(?:meeting|\d{4}|finished|rough|raw|file|copy|draft|building bridges)\b|\d{1,2}[:.h]\d{2}|^(?:\p{L}+\s?){1,2},\s\p{L}+(?: \p{L}+)?$/iu
const longestHead = 16

/** Older transcripts begin with the meeting, its place and day, each on a line, and the session last. */
function readTranscriptHead(text: string, shapes: readonly Shape[]): OtherTitle {
  const reason = 'in the lines before the transcript'
  const last = shapes.slice(0, longestHead).findIndex(({ line }) => endsHead.test(line.text) || isDisclaimer(line.text))
  const all = shapes.slice(0, Math.max(0, last))
  const head = all.filter(({ isBanner }) => !isBanner)
  const fields: Fields = {}
  const forum = forumIn(all)
  if (forum) fields.forum = value('IGF', forum, 0.9, reason)
  const dated = head.find(({ line }) => dateYear.test(line.text))?.line
  const digits = dated ? dated.start + dated.text.search(dateYear) : 0
  if (dated) fields.year = value(Number(text.slice(digits, digits + 4)), [digits, digits + 4], 0.9, reason)
  const kind = head.findIndex(({ line }) => readFront(line.text).number !== undefined)
  const own = kind >= 0 ? head[kind] : head.findLast(shape => !shape.isTime && !ofMeeting.test(shape.line.text) && !forumIn([shape]))
  if (own) readRest(text, own.line.start, own.line.end, fields, reason)
  const next = kind >= 0 && !fields.title ? head[kind + 1] : undefined
  if (next && !next.isTime) readRest(text, next.line.start, next.line.end, fields, reason)
  if (fields.title) fields.title = { ...fields.title, confidence: unsureTitle }
  return { fields, claims: Object.values(fields).flatMap(({ spans }) => spans), lines: all.length }
}
const dateYear = /\b20[0-2]\d\b/
const unsureTitle = 0.75

/** Where the session's own title begins behind its room: after any room where a kind has its number, else after what is a room or before what is a kind. */
function afterRoom(rest: string): { readonly room: string; readonly next: number } | undefined {
  const cuts = [...rest.matchAll(/\s*[-\u2013\u2014]\s*/g)].map(({ 0: dash, index }) => ({
    room: rest.slice(0, index),
    next: index + dash.length,
    isSpaced: spaced.test(dash),
  }))
  const near = cuts.filter(({ room }) => room.length < longestRoom)
  const frontAt = ({ next }: { next: number }) => readFront(rest.slice(next, next + 60))
  const numbered = near.find(cut => /^[\p{L}\d ]{2,30}#/u.test(rest.slice(cut.next, cut.next + 32)) && frontAt(cut).number !== undefined)
  if (numbered || readFront(rest).type) return numbered
  return cuts.find(cut => cut.isSpaced && (frontAt(cut).type ?? (cut.room.length < longestRoom && hasRoomWord(fold(cut.room)))))
}
const spaced = /^\s+[-\u2013\u2014]\s+$|[\u2013\u2014]/

/** `Day 3 – Plenary – WS #482 Title`: the day, perhaps a room, and the rest. */
function readParts(text: string, start: number, end: number, fields: Fields, reason: string): void {
  const day = /^Day\s*\d+\s*(?:[-\u2013\u2014]\s*|\s+|$)/i.exec(text.slice(start, end))
  const from = start + (day?.[0].length ?? 0)
  const cut = afterRoom(text.slice(from, end))
  if (cut) fields.room = value(cut.room.trim(), trimSpan(text, from, from + cut.room.length), 0.85, reason)
  readRest(text, from + (cut?.next ?? 0), end, fields, reason)
}

/** `Title | IGF 2023 WS #318`, as digests write it. */
export function readDigestTitle(text: string, shapes: readonly Shape[]): OtherTitle | undefined {
  const reason = "in the digest's title"
  const index = shapes.slice(0, 12).findIndex(shape => /\|\s*IGF\s+\d{4}\b/i.test(shape.line.text) && shape.length < 400)
  const line = shapes[index]?.line
  if (!line) return undefined
  const bar = line.start + line.text.lastIndexOf('|')
  const back = /\|\s*IGF\s+(\d{4})\s*/i.exec(text.slice(bar, line.end))!
  const forum = bar + back[0].search(/IGF/i)
  const digits = bar + back[0].indexOf(back[1]!)
  const fields: Fields = {}
  fields.forum = value('IGF', [forum, forum + 3], 0.99, reason)
  fields.year = value(Number(back[1]), [digits, digits + 4], 0.99, reason)
  readRest(text, bar + back[0].length, line.end, fields, reason)
  const span = trimSpan(text, line.start, bar)
  fields.title = value(text.slice(...span).replace(/\s+/g, ' '), span, 0.95, reason)
  return { fields, claims: [[line.start, line.end]], lines: index + 1 }
}

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
export function readScheduleTitle(text: string, shapes: readonly Shape[], schedule: readonly number[]): OtherTitle | undefined {
  const reason = 'the line after the day and the hours'
  const [at = -1, another] = schedule
  if (another !== undefined) return { fields: {}, claims: [], lines: 0 }
  const line = at < 0 ? undefined : shapes[at + 1]?.line
  if (!line || line.text.length > 400) return undefined
  const whole = readTitle(text, [shapes[at + 1]!])
  if (whole.fields.year) return { ...whole, lines: at + 2 }
  const fields: Fields = {}
  const mark = /\s*\((WS|OF|DC|TH)\s*#?\s*(\d{1,4})\)\s*$/.exec(line.text)
  readRest(text, line.start, line.start + (mark?.index ?? line.text.length), fields, reason)
  if (mark) {
    const start = line.start + mark.index + mark[0].indexOf(mark[1]!)
    const digits = line.start + mark.index + mark[0].indexOf(mark[2]!)
    fields.sessionType = value(readFront(`${mark[1]} #1`).type!, [start, start + mark[1]!.length], 0.9, reason)
    fields.sessionNumber = value(Number(mark[2]), [digits, digits + mark[2]!.length], 0.9, reason)
  }
  return { fields, claims: [[line.start, line.end]], lines: at + 2 }
}
