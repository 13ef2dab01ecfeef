import type { ParsedFields, ParsedValue, Span } from '../../src-preload/record.ts'
import { trimSpan } from './lines.ts'
import { readFront } from './title-front.ts'

/** What the title of a page, and what stands with it, says of the session. */
export interface TitleReading {
  readonly fields: Pick<ParsedFields, 'forum' | 'year' | 'sessionType' | 'sessionNumber' | 'title' | 'room'>
  readonly claims: readonly Span[]
  /** How many lines belong to the title or stand before it. */
  readonly lines: number
}
export type TitleFields = { -readonly [K in keyof TitleReading['fields']]: TitleReading['fields'][K] }
export const untitled: TitleReading = { fields: {}, claims: [], lines: 0 }

export const value = <T>(of: T, span: Span, confidence: number, reason: string): ParsedValue<T> => ({
  value: of,
  spans: [span],
  confidence,
  reason,
})
/** A year's four digits. */
export const yearAt = (text: string, at: number, confidence: number, reason: string): ParsedValue<number> =>
  value(Number(text.slice(at, at + 4)), [at, at + 4], confidence, reason)

export const longestTitle = 500

/** Reads kind, number and title out of one stretch of the page. */
export function readWhole(fields: TitleFields, text: string, [start, end]: Span, reason: string): void {
  const { type, typeSpan, number, numberSpan, length } = readFront(text.slice(start, Math.min(end, start + 200)))
  const within = ([from, to]: Span): Span => [start + from, start + to]
  if (type) fields.sessionType = value(type, within(typeSpan!), 0.95, reason)
  if (number !== undefined) fields.sessionNumber = value(number, within(numberSpan!), 0.95, reason)
  const after = /^[\s:.,\u2013-]*/.exec(text.slice(start + length, end))![0].length
  const span = trimSpan(text, start + length + after, end)
  if (span[1] > span[0] && span[1] - span[0] <= longestTitle)
    fields.title = value(text.slice(...span).replace(/\s+/g, ' '), span, 0.9, reason)
}
