import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'

export type MediaType =
  | 'text/plain'
  | 'text/markdown'
  | 'text/html'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.oasis.opendocument.text'
  | 'application/rtf'
  | 'application/pdf'
  | 'message/rfc822'
  | 'multipart/related'

export type Span = [start: number, end: number]

/** Something about the reading that the user should know; spans are in the normalised text. */
export interface SourceNote {
  code: string
  message: string
  spans: Span[]
}

export interface SourceText {
  mediaType: MediaType
  encoding: string | null
  text: string
  notes: SourceNote[]
}

const REPLACEMENT = '\uFFFD'

const LOSSES = {
  undecodable: {
    code: 'undecodable',
    message: `could not be decoded, and ${REPLACEMENT} stands there. Compare with the original file.`,
  },
  inFile: {
    code: 'replacement-characters',
    message: `in the file itself hold ${REPLACEMENT}, for characters that were lost before this import.`,
  },
  nul: { code: 'nul-bytes', message: `held NUL characters, which are not text; ${REPLACEMENT} stands there now.` },
  surrogate: { code: 'lone-surrogates', message: `held half a character; ${REPLACEMENT} stands there now.` },
}

/** The normalised text (BOM, line ends) with all that is not a character replaced; `cause` is why U+FFFD is in it already. */
export function finishText(raw: string, cause: keyof typeof LOSSES = 'inFile'): { text: string; notes: SourceNote[] } {
  const text = normalise(raw)
  if (text.length > LIMITS.characters) throw tooManyCharacters()
  const notes = [
    ...(text.includes(REPLACEMENT) ? noteLoss(text, /\uFFFD+/g, LOSSES[cause]) : []),
    ...(text.includes('\0') ? noteLoss(text, /\0+/g, LOSSES.nul) : []),
    ...(text.isWellFormed() ? [] : noteLoss(text, /\p{Surrogate}+/gu, LOSSES.surrogate)),
  ]
  return { text: text.replaceAll('\0', REPLACEMENT).toWellFormed(), notes }
}

export function normalise(raw: string): string {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Where the pattern matches: the first runs as spans, and how many there are. */
export function findRuns(text: string, pattern: RegExp): { spans: Span[]; count: number } {
  const spans: Span[] = []
  let count = 0
  for (const match of text.matchAll(pattern)) {
    count += 1
    if (spans.length < LIMITS.noteSpans) spans.push([match.index, match.index + match[0].length])
  }
  return { spans, count }
}

export function tooManyCharacters(): AppError {
  return new AppError(
    'too-large',
    `The text is longer than ${LIMITS.characters / 1_000_000} million characters. Split it and import the parts.`,
  )
}

function noteLoss(text: string, pattern: RegExp, loss: { code: string; message: string }): SourceNote[] {
  const { spans, count } = findRuns(text, pattern)
  if (count === 0) return []
  return [{ code: loss.code, message: `${count === 1 ? 'One place' : `${count} places`} ${loss.message}`, spans }]
}
