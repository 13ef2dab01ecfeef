import { AppError } from '../app-error.ts'
import type { MediaType } from './source-text.ts'

export const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const ODT: MediaType = 'application/vnd.oasis.opendocument.text'

const EXTENSIONS: Record<string, MediaType> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.docx': DOCX,
  '.odt': ODT,
  '.rtf': 'application/rtf',
  '.pdf': 'application/pdf',
  '.eml': 'message/rfc822',
  '.mht': 'multipart/related',
  '.mhtml': 'multipart/related',
}

/** Endings of files that can be read, without the dot. */
export const readableEndings: readonly string[] = Object.keys(EXTENSIONS).map(ending => ending.slice(1))

const KIND_NAMES: Record<MediaType, string> = {
  'text/plain': 'plain text',
  'text/markdown': 'Markdown',
  'text/html': 'a web page',
  [DOCX]: 'a Word document',
  [ODT]: 'an OpenDocument text',
  'application/rtf': 'a Rich Text file',
  'application/pdf': 'a PDF',
  'message/rfc822': 'a mail',
  'multipart/related': 'a page saved as one file (MHTML)',
}

/** For messages. */
export const readableKinds = 'Text, Markdown, HTML, DOCX, ODT, RTF, PDF, EML and MHTML files'
const READABLE = `${readableKinds} can be read.`

const FOREIGN: { starts: (string | RegExp)[]; message: string }[] = [
  {
    starts: ['\xD0\xCF\x11\xE0'],
    message:
      'This is an old Word file, or a Word file with a password. Open it in Word, save it as .docx without a password, and import that.',
  },
  { starts: ['bplist00'], message: 'This is a Safari web archive. Save the page as “Page Source” and import that.' },
  {
    starts: ['\x1F\x8B', '7z\xBC\xAF', 'Rar!', 'BZh', '\xFD7zXZ'],
    message: 'This is a packed archive. Unpack it and import the files in it.',
  },
  { starts: ['\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'II*\0', 'MM\0*', /^RIFF[^]{4}WEBP/], message: `This is a picture. ${READABLE}` },
  { starts: ['SQLite format 3\0'], message: `This is a database. ${READABLE}` },
]

// After the fixed part of a ZIP archive's first header.
const ZIP_NAME_AT = 30
const MAIL_NAMES = new Set<MediaType | null>(['message/rfc822', 'multipart/related'])

// The longest that systems allow.
const NAME_LENGTH = 255

export function extensionOf(name: string): string {
  return /[^/\\.][^/\\]*?(\.[^./\\]+)$/.exec(name.slice(-NAME_LENGTH))?.[1]?.toLowerCase() ?? ''
}

/** The kind that the name promises; null when the extension says nothing. */
export function kindByName(name: string): MediaType | null {
  return EXTENSIONS[extensionOf(name)] ?? null
}

/** A kind that its first bytes tell; one that is certainly none of ours is refused; null is text or a page, if anything. */
export function kindByContent(bytes: Uint8Array, named: MediaType | null): MediaType | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (/^(?:\xEF\xBB\xBF)?\s*%PDF-/.test(head) || (named === 'application/pdf' && head.slice(0, 1024).includes('%PDF-')))
    return 'application/pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes, head, named)
  if (/^(?:\xEF\xBB\xBF)?\s*\{\\rtf/.test(head)) return 'application/rtf'
  if (isMail(head, named)) return 'message/rfc822'
  const foreign = FOREIGN.find(({ starts }) =>
    starts.some(start => (typeof start === 'string' ? head.startsWith(start) : start.test(head))),
  )
  if (foreign) throw new AppError('unsupported-type', foreign.message)
  return null
}

/** An OpenDocument text begins with its type; where one was packed anew, its name decides. */
function zipKind(bytes: Uint8Array, head: string, named: MediaType | null): MediaType {
  if (head.startsWith(`mimetype${ODT}`, ZIP_NAME_AT)) return ODT
  return named === ODT && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml') ? ODT : DOCX
}

/** Headers alone are no mail, since a page may begin with Date and Subject; unless the name says so or there are some that only programs write. */
function isMail(head: string, named: MediaType | null): boolean {
  if (MAIL_NAMES.has(named)) return /^(?:From |[!-9;-~]+:)/.test(head)
  const headers = /^(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(head)?.[0]
  return headers !== undefined && /^(?:MIME-Version|Received|Message-ID|Return-Path|Snapshot-Content-Location):/im.test(headers)
}

export function noteMisnamed(name: string, kind: MediaType): { code: string; message: string; spans: [] } {
  const extension = extensionOf(name)
  return {
    code: 'misnamed',
    message: `The name ends in ${extension}, but the file holds ${KIND_NAMES[kind]} and was read as that.`,
    spans: [],
  }
}

/** What to say of a file that is not text although it is none of the kinds known by their first bytes. */
export function notText(named: MediaType | null): AppError {
  if (named === 'application/pdf')
    return new AppError('broken-pdf', 'The file is damaged: it does not begin like a PDF. Download or save it again.')
  if (named === DOCX)
    return new AppError('broken-docx', 'The file is damaged: it does not begin like a Word document. Download or save it again.')
  if (named === ODT)
    return new AppError('broken-odt', 'The file is damaged: it does not begin like an OpenDocument text. Download or save it again.')
  return new AppError('unsupported-type', `The file is not text. ${READABLE}`)
}
