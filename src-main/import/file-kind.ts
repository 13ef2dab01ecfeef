import { AppError } from '../app-error.ts'
import type { MediaType } from './source-text.ts'

export const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const EXTENSIONS: Record<string, MediaType> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.docx': DOCX,
  '.pdf': 'application/pdf',
}

/** Endings of files that can be read, without the dot. */
export const readableEndings: readonly string[] = Object.keys(EXTENSIONS).map(ending => ending.slice(1))

const KIND_NAMES: Record<MediaType, string> = {
  'text/plain': 'plain text',
  'text/markdown': 'Markdown',
  'text/html': 'a web page',
  [DOCX]: 'a Word document',
  'application/pdf': 'a PDF',
}

const READABLE = 'Text, Markdown, HTML, DOCX and PDF files can be read.'

const FOREIGN: { starts: (string | RegExp)[]; message: string }[] = [
  {
    starts: ['\xD0\xCF\x11\xE0'],
    message:
      'This is an old Word file, or a Word file with a password. Open it in Word, save it as .docx without a password, and import that.',
  },
  { starts: ['{\\rtf'], message: 'This is an RTF file. Open it in a word processor, save it as .docx, and import that.' },
  {
    starts: [
      /^(?:From:? |MIME-Version: |Content-Type: multipart\/|Date: |Subject: |Snapshot-Content-Location: ).*\r?\n(?:.*\r?\n){0,40}?.*boundary=/i,
    ],
    message: 'This is a page saved as one MHTML file or a mail. Save the page as “HTML only” and import that.',
  },
  { starts: ['bplist00'], message: 'This is a Safari web archive. Save the page as “Page Source” and import that.' },
  {
    starts: ['\x1F\x8B', '7z\xBC\xAF', 'Rar!', 'BZh', '\xFD7zXZ'],
    message: 'This is a packed archive. Unpack it and import the files in it.',
  },
  { starts: ['\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'II*\0', 'MM\0*', /^RIFF[^]{4}WEBP/], message: `This is a picture. ${READABLE}` },
  { starts: ['SQLite format 3\0'], message: `This is a database. ${READABLE}` },
]

export function extensionOf(name: string): string {
  return /[^/\\.][^/\\]*?(\.[^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The kind that the name promises; null when the extension says nothing. */
export function kindByName(name: string): MediaType | null {
  return EXTENSIONS[extensionOf(name)] ?? null
}

/** PDF or DOCX by their first bytes; a kind that is certainly none of ours is refused; null is text, if anything. */
export function kindByContent(bytes: Uint8Array, named: MediaType | null): MediaType | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (/^(?:\xEF\xBB\xBF)?\s*%PDF-/.test(head) || (named === 'application/pdf' && head.slice(0, 1024).includes('%PDF-')))
    return 'application/pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return DOCX
  const foreign = FOREIGN.find(({ starts }) =>
    starts.some(start => (typeof start === 'string' ? head.startsWith(start) : start.test(head))),
  )
  if (foreign) throw new AppError('unsupported-type', foreign.message)
  return null
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
  return new AppError('unsupported-type', `The file is not text. ${READABLE}`)
}
