import type { ParsedValue, Span } from '../../src-preload/record.ts'
import { durationIn } from './duration.ts'
import { fold, formatKinds, seatings } from './vocabulary.ts'

export interface FormatReading {
  readonly formatKind?: ParsedValue<string>
  readonly seating?: ParsedValue<string>
  readonly durationMinutes?: ParsedValue<number>
}

const dash = /\s+[-\u2010-\u2015]\s+|\s*[\u2013\u2014]\s*/

/** Reads `Kind - Seating - NN Min`, any part of which may be missing; `offset` is where `text` begins in the page. */
export function readFormat(text: string, offset: number, year: number | undefined, confidence: number, reason: string): FormatReading {
  const time = durationIn(text)
  const make = <T>(value: T, start: number, end: number): ParsedValue<T> => ({
    value,
    spans: [[offset + start, offset + end] as Span],
    confidence,
    reason,
  })
  const found: { -readonly [K in keyof FormatReading]: FormatReading[K] } = {}
  if (time) found.durationMinutes = make(time.minutes, time.start, time.end)
  const parts = partsOf(time ? text.slice(0, time.start) : text)
  const [kind, seat] = parts
  if (!kind || kind.text.length > 60) return found
  const words = kind.text.replace(/\s+/g, ' ')
  if (!seat && !time && isSeating(words, year)) found.seating = make(words, kind.start, kind.start + kind.text.length)
  else found.formatKind = make(words, kind.start, kind.start + kind.text.length)
  if (seat && seat.text.length < 60) found.seating = make(seat.text.replace(/\s+/g, ' '), seat.start, seat.start + seat.text.length)
  return found
}

/** From 2024 on the format line holds the seating alone. */
function isSeating(words: string, year: number | undefined): boolean {
  const folded = fold(words)
  return seatings.has(folded) && ((year ?? 2024) >= 2023 || !formatKinds.has(folded))
}

function partsOf(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = []
  let at = 0
  for (const part of text.split(dash)) {
    const start = text.indexOf(part, at)
    at = start + part.length
    const trimmed = part.replace(/^[\s:]+/, '')
    const word = trimmed.replace(/[\s,;.\u2010-\u2015-]+$/, '')
    if (/\p{L}/u.test(word)) parts.push({ text: word, start: start + part.length - trimmed.length })
  }
  return parts
}
