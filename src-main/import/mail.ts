import { AppError } from '../app-error.ts'
import { decodeLabelled, noteGuess, type Decoded } from './decode.ts'
import { mailBodies, unflowed, type MailBodies } from './eml.ts'
import { readHtml } from './html.ts'
import { savedPage } from './mhtml.ts'
import { decodeWords } from './mime-headers.ts'
import { partBytes, readMime, type MimePart } from './mime.ts'
import { finishText, type SourceNote, type SourceText } from './source-text.ts'

const NAMED_ATTACHMENTS = 20
const TOLD_HEADERS = ['subject', 'from', 'date']

/** The text of a mail, or of a page that a browser saved as one file. Nothing is fetched, and attachments are only named. */
export function readMail(bytes: Uint8Array): SourceText {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const root = readMime(message)
  const page = savedPage(root)
  if (page) return { mediaType: 'multipart/related', ...readBodies(message, [page]) }
  if (isEncrypted(root)) throw new AppError('encrypted-mail', 'The mail is encrypted. Open it in your mail program, and save its text.')
  const bodies = mailBodies(root)
  if (bodies.shown.length === 0) throw noText(bodies.attachments)
  const { encoding, text, notes } = readBodies(message, bodies.shown)
  return { mediaType: 'message/rfc822', encoding, text, notes: [...noteAttachments(bodies), ...noteHeaders(root), ...notes] }
}

function readBodies(message: string, parts: MimePart[]): { encoding: string | null; text: string; notes: SourceNote[] } {
  const bodies = parts.map(part => readBody(message, part))
  const joined = bodies.map(({ text }) => text).filter(text => /\S/.test(text))
  const { text, notes } = finishText(joined.join('\n\n'), bodies.some(({ decoded }) => decoded.wasUndecodable) ? 'undecodable' : 'inFile')
  const guessed = bodies.find(({ decoded }) => decoded.wasGuessed)
  return {
    encoding: bodies[0]?.decoded.encoding ?? null,
    text,
    notes: [...bodies.flatMap(body => body.notes), ...(guessed ? noteGuess(guessed.decoded, text) : []), ...notes],
  }
}

function readBody(message: string, part: MimePart): { decoded: Decoded; text: string; notes: SourceNote[] } {
  const { value, parameters } = part.type
  const isMarkup = value !== 'text/plain'
  const decoded = decodeLabelled(partBytes(message, part), parameters.get('charset') ?? '', isMarkup)
  if (isMarkup) return { decoded, ...readHtml(decoded.text) }
  const isFlowed = parameters.get('format')?.toLowerCase() === 'flowed'
  const text = isFlowed ? unflowed(decoded.text, parameters.get('delsp')?.toLowerCase() === 'yes') : decoded.text
  return { decoded, text, notes: [] }
}

function isEncrypted({ type }: MimePart): boolean {
  if (type.value === 'multipart/encrypted') return true
  return /^application\/(?:x-)?pkcs7-mime$/.test(type.value) && type.parameters.get('smime-type') !== 'signed-data'
}

function noteAttachments({ attachments }: MailBodies): SourceNote[] {
  if (attachments.length === 0) return []
  return [{ code: 'attachments', message: `This mail has attachments that were not read: ${list(attachments)}.`, spans: [] }]
}

function noteHeaders({ headers }: MimePart): SourceNote[] {
  const told = TOLD_HEADERS.map(name => decodeWords(headers.get(name) ?? '')).filter(value => value !== '')
  return told.length === 0 ? [] : [{ code: 'mail-headers', message: `From the head of the mail: ${told.join(' · ')}`, spans: [] }]
}

function noText(attachments: string[]): AppError {
  return attachments.length === 0
    ? new AppError('no-text', 'There is no text in the mail. If your mail program shows some, copy that into a .txt file.')
    : new AppError('no-text', `There is no text in the mail. Save its attachments and import those: ${list(attachments)}.`)
}

function list(names: string[]): string {
  const more = names.length > NAMED_ATTACHMENTS ? ` and ${names.length - NAMED_ATTACHMENTS} more` : ''
  return names.slice(0, NAMED_ATTACHMENTS).join(', ') + more
}
