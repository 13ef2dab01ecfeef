import { AppError } from '../app-error.ts'
import { decode, noteGuess, type Decoded } from './decode.ts'
import { DOCX, ODT, extensionOf, kindByContent, kindByName, noteMisnamed, notText } from './file-kind.ts'
import { noteSource, readHtml } from './html.ts'
import { LIMITS, tooLarge } from './limits.ts'
import { readMail } from './mail.ts'
import { readOdt } from './odt.ts'
import { pageSource } from './page-source.ts'
import { isBinary, readPlainText } from './plain-text.ts'
import { readRtf } from './rtf.ts'
import { finishText, tooManyCharacters, type MediaType, type SourceText } from './source-text.ts'

export type { MediaType, SourceNote, SourceText, Span } from './source-text.ts'

/** The normalised text of a file, with what is worth knowing about how it was read. Throws only AppError for what a file can be. */
export async function readSource({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<SourceText> {
  if (bytes.length === 0) throw new AppError('empty-file', 'The file is empty. Save the page again.')
  if (bytes.length > LIMITS.bytes) throw tooLarge(bytes.length)
  const named = kindByName(name)
  const source = await readByContent(bytes, named)
  if (!/\S/.test(source.text))
    throw new AppError('no-text', 'There is no text in the file. If it shows some when opened, copy that into a .txt file.')
  if (named !== source.mediaType && extensionOf(name) !== '') source.notes.unshift(noteMisnamed(name, source.mediaType))
  return source
}

async function readByContent(bytes: Uint8Array, named: MediaType | null): Promise<SourceText> {
  const mediaType = kindByContent(bytes, named)
  // The libraries for these are large: they are loaded where there is such a file.
  if (mediaType === 'application/pdf') {
    const { readPdf } = await import('./pdf.ts')
    return { mediaType, encoding: null, ...(await readPdf(bytes)) }
  }
  if (mediaType === DOCX) {
    const { readDocx } = await import('./docx.ts')
    return { mediaType, encoding: null, ...(await readDocx(bytes)) }
  }
  if (mediaType === ODT) return { mediaType, encoding: null, ...(await readOdt(bytes)) }
  if (mediaType === 'application/rtf') return { mediaType, encoding: null, ...readRtf(bytes) }
  if (mediaType === 'message/rfc822') return readMail(bytes)
  return readTextual(bytes, named)
}

function readTextual(bytes: Uint8Array, named: MediaType | null): SourceText {
  const decoded = decode(bytes, named === 'text/html' || startsWithTag(bytes))
  if (decoded.text.length > LIMITS.characters) throw tooManyCharacters()
  if (isBinary(decoded.text)) throw notText(named)
  const shown = named === 'text/html' ? null : pageSource(decoded.text, named !== 'text/markdown')
  if (shown !== null) return readPage({ ...decoded, text: shown }, shown !== decoded.text)
  if (named === 'text/html' && /<[a-z!?/]/i.test(decoded.text)) return readPage(decoded, false)
  const mediaType = named === 'text/markdown' ? named : 'text/plain'
  return { mediaType, encoding: decoded.encoding, ...readPlainText(decoded) }
}

function readPage(decoded: Decoded, isShownSource: boolean): SourceText {
  const page = readHtml(decoded.text)
  const cause = decoded.wasUndecodable ? 'undecodable' : decoded.text.includes('\0') ? 'nul' : 'inFile'
  const { text, notes } = finishText(page.text, cause)
  const sourceNotes = isShownSource ? [noteSource()] : []
  return {
    mediaType: 'text/html',
    encoding: decoded.encoding,
    text,
    notes: [...sourceNotes, ...page.notes, ...noteGuess(decoded, text), ...notes],
  }
}

function startsWithTag(bytes: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))
}
