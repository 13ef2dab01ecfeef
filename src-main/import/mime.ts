import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'
import { headerValue, longParameter, quotedPrintable, readHeaders, type HeaderValue } from './mime-headers.ts'

// Blanks after a delimiter, which it may have gathered on its way.
const LINE_ROOM = 80

/** A message, or one part of it. */
export interface MimePart {
  headers: Map<string, string>
  type: HeaderValue
  /** Where its body stands in the message, for a part without parts. */
  start: number
  end: number
  parts: MimePart[]
}

interface OpenPart {
  part: MimePart
  delimiter: string
}

/** The parts of a mail or a page saved as one, of whose bytes `message` is the Latin-1 text. Every line is looked at once. */
export function readMime(message: string): MimePart {
  const root = partAt(message, 0, null)
  const open: OpenPart[] = []
  let count = 0
  let last = enter(root)

  /** A part that holds parts waits for their delimiters. */
  function enter(part: MimePart): MimePart {
    count += 1
    if (count > LIMITS.mimeParts) throw tooManyParts()
    const boundary = part.type.parameters.get('boundary')
    if (!part.type.value.startsWith('multipart/') || !boundary) return part
    if (open.push({ part, delimiter: `--${boundary}` }) > LIMITS.mimeDepth) throw tooDeep()
    return part
  }

  for (let at = nextLine(message, root.start); at !== -1; at = nextLine(message, at + 2)) {
    const level = open.findLastIndex(({ delimiter }) => message.startsWith(delimiter, at) && isLineOf(message, at + delimiter.length))
    const around = open[level]
    if (!around) continue
    last.end = Math.min(last.end, beforeLineEnd(message, at))
    const isEnd = message.startsWith('--', at + around.delimiter.length)
    open.splice(isEnd ? level : level + 1)
    if (isEnd) continue
    last = partAt(message, lineAfter(message, at), around.part)
    around.part.parts.push(last)
    enter(last)
  }
  return root
}

function partAt(message: string, at: number, parent: MimePart | null): MimePart {
  const { headers, start } = headersAt(message, at)
  const type = headerValue(headers.get('content-type'))
  if (type.value === '') type.value = parent?.type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  return { headers, type, start, end: message.length, parts: [] }
}

/** The headers that begin here, and where the body begins: after an empty line, or at the next delimiter. */
function headersAt(message: string, at: number): { headers: Map<string, string>; start: number } {
  const window = message.slice(at, at + LIMITS.mimeHeaderBytes)
  const end = /^(?:\r?\n|(?=--))|\r?\n(?:\r?\n|(?=--))/.exec(window)
  if (!end && at + window.length < message.length) throw headersTooLong()
  const headers = readHeaders(window.slice(0, end?.index ?? window.length))
  return { headers, start: at + (end ? end.index + end[0].length : window.length) }
}

/** Where the next line begins that starts like a delimiter. */
function nextLine(message: string, from: number): number {
  if (message.startsWith('--', from) && (from === 0 || message[from - 1] === '\n')) return from
  const at = message.indexOf('\n--', from)
  return at === -1 ? -1 : at + 1
}

function isLineOf(message: string, end: number): boolean {
  return /^(?:--)?[ \t]*(?:[\r\n]|$)/.test(message.slice(end, end + LINE_ROOM))
}

function beforeLineEnd(message: string, at: number): number {
  const end = message[at - 1] === '\n' ? at - 1 : at
  return message[end - 1] === '\r' ? end - 1 : end
}

function lineAfter(message: string, at: number): number {
  const end = message.indexOf('\n', at)
  return end === -1 ? message.length : end + 1
}

/** The bytes of a part as they were before they were made fit for mail. */
export function partBytes(message: string, { headers, start, end }: MimePart): Buffer {
  const body = message.slice(start, Math.max(start, end))
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding === 'quoted-printable') return quotedPrintable(body)
  return Buffer.from(body, 'latin1')
}

/** The name that an attachment has, or null for a part that is shown. */
export function attachmentName({ headers, type }: MimePart): string | null {
  const disposition = headerValue(headers.get('content-disposition'))
  const name = longParameter(disposition, 'filename') ?? longParameter(type, 'name')
  if (disposition.value !== 'attachment' && (type.value === 'text/plain' || type.value === 'text/html')) return null
  return name ?? `one without a name (${type.value})`
}

function tooManyParts(): AppError {
  return new AppError('too-large', 'The mail has more parts than can be read. Save its text as a .txt file.')
}

function tooDeep(): AppError {
  return new AppError('too-deep', 'The mail is nested too deeply to be read. Copy its text into a .txt file.')
}

function headersTooLong(): AppError {
  return new AppError('too-large', 'The mail has longer headers than can be read. It was not opened; do not trust it.')
}
