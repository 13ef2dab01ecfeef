import type { Span } from '../../src-preload/record.ts'
import { spanOf, trimSpan } from './lines.ts'
import type { Line } from './lines.ts'
import { isDisclaimer } from './page-kind.ts'
import type { Shape } from './shapes.ts'
import { readFront } from './title-front.ts'
import { readWhole, value, yearAt } from './title-reading.ts'
import type { TitleFields, TitleReading } from './title-reading.ts'
import { hasRoomWord } from './rooms.ts'
import { fold } from './vocabulary.ts'

const suffix = /\s*[-\u2013\u2014]{0,2}\s*\(?\b(?:RAW|Raw|FINISHED|ROUGH|Rough)\b\)?\s*$/
const longestRoom = 30

/** `… taken during the Tenth Annual Meeting of the Internet Governance Forum (IGF) in João Pessoa`. */
function forumIn(shapes: readonly Shape[]): Span | undefined {
  for (const { line } of shapes) {
    const match = /\binternet governance forum(?: \((IGF)\))?|\bIGF(?= \d{4}\b)/i.exec(line.text)
    if (!match) continue
    const [start, end] = [line.start + match.index, line.start + match.index + match[0].length]
    return match[1] ? [end - 4, end - 1] : [start, end]
  }
  return undefined
}

const dayInFront = /^(?:(?:FINISHED|RAW|ROUGH)\s*-\s*)?(\d{4}) \d{2} \d{2}\s+(?:-\s+)?/i
const forumInFront = /^IGF[\s-]+(\d{4})\b\s*[-\u2013\u2014]?\s*/i
const inFirstLine = 'in the first line of the transcript'

/** `IGF 2021 – Day 3 – Plenary – WS #482 Title – RAW`, or `2015 11 11 WS 42 Title Workshop Room 7 FINISHED`. */
export function readTranscriptTitle(text: string, shapes: readonly Shape[]): TitleReading {
  for (const [i, { length, line }] of shapes.slice(0, 8).entries()) {
    if (length >= 400) continue
    const end = line.start + line.text.replace(suffix, '').length
    const [forum, day] = [forumInFront.exec(line.text), dayInFront.exec(line.text)]
    if (!forum && !day) continue
    const fields = forum ? afterForum(text, line, end, forum) : afterDay(text, line, end, day!, shapes.slice(i + 1, i + 6))
    return { fields, claims: [spanOf(line)], lines: i + 1 }
  }
  return readTranscriptHead(text, shapes)
}

function afterForum(text: string, { start }: Line, end: number, [front, year]: RegExpExecArray): TitleFields {
  const fields: TitleFields = {
    forum: value('IGF', [start, start + 3], 0.99, inFirstLine),
    year: yearAt(text, start + front.indexOf(year!), 0.99, inFirstLine),
  }
  readParts(fields, text, [start + front.length, end], inFirstLine)
  return fields
}

const roomBehind = /\s+(?:-\s+)?((?:Workshop|Conference|Plenary|Main)\s+(?:Room|Hall)(?:\s+[\dA-Z]{1,3})?|Room\s+\d{1,3})\s*$/i
function afterDay(text: string, { start }: Line, end: number, [front, year]: RegExpExecArray, below: readonly Shape[]): TitleFields {
  const fields: TitleFields = { year: yearAt(text, start + front.indexOf(year!), 0.9, inFirstLine) }
  const room = roomBehind.exec(text.slice(start, end))
  const titleEnd = room ? start + room.index : end
  if (room) fields.room = value(room[1]!, [titleEnd + room[0].indexOf(room[1]!), titleEnd + room[0].trimEnd().length], 0.9, inFirstLine)
  readWhole(fields, text, [start + front.length, titleEnd], inFirstLine)
  const forum = forumIn(below)
  if (forum) fields.forum = value('IGF', forum, 0.9, 'in the words before the transcript')
  return fields
}

const endsHead = /^(?:>>|&gt;|\*{3}|_{3}|-{3}|note:)|^[\p{Lu} .'-]{3,40}:\s/u
const ofMeeting =
  /\b(?:meeting|\d{4}|finished|rough|raw|file|copy|draft|building bridges)\b|\d{1,2}[:.h]\d{2}|^(?:\p{L}+\s?){1,2},\s\p{L}+(?: \p{L}+)?$/iu
const longestHead = 16

/** Older transcripts begin with the meeting, its place and day, each on a line, and the session last. */
function readTranscriptHead(text: string, shapes: readonly Shape[]): TitleReading {
  const reason = 'in the lines before the transcript'
  const last = shapes.slice(0, longestHead).findIndex(({ line }) => endsHead.test(line.text) || isDisclaimer(line.text))
  const all = shapes.slice(0, Math.max(0, last))
  const head = all.filter(({ isBanner }) => !isBanner)
  const fields: TitleFields = {}
  const forum = forumIn(all)
  if (forum) fields.forum = value('IGF', forum, 0.9, reason)
  const dated = head.find(({ line }) => dateYear.test(line.text))?.line
  if (dated) fields.year = yearAt(text, dated.start + dated.text.search(dateYear), 0.9, reason)
  const kind = head.findIndex(({ line }) => readFront(line.text).number !== undefined)
  const own = kind >= 0 ? head[kind] : head.findLast(shape => !shape.isTime && !ofMeeting.test(shape.line.text) && !forumIn([shape]))
  if (own) readWhole(fields, text, spanOf(own.line), reason)
  const next = kind >= 0 && !fields.title ? head[kind + 1] : undefined
  if (next && !next.isTime) readWhole(fields, text, spanOf(next.line), reason)
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
function readParts(fields: TitleFields, text: string, [start, end]: Span, reason: string): void {
  const day = /^Day\s*\d+\s*(?:[-\u2013\u2014]\s*|\s+|$)/i.exec(text.slice(start, end))
  const from = start + (day?.[0].length ?? 0)
  const cut = afterRoom(text.slice(from, end))
  if (cut) fields.room = value(cut.room.trim(), trimSpan(text, from, from + cut.room.length), 0.85, reason)
  readWhole(fields, text, [from + (cut?.next ?? 0), end], reason)
}
