import mammoth from 'mammoth'
import { AppError } from '../app-error.ts'
import { readConverted } from './html.ts'
import { LIMITS } from './limits.ts'
import { findRuns, finishText, type SourceNote } from './source-text.ts'
import { documentType, tooManyElements } from './xml.ts'
import { noteMargins, otherZip, unpackDocument } from './zip-kinds.ts'
import type { UnpackedZip } from './zip.ts'

const BACK_LINK = / ?<a href="#(?:footnote|endnote|comment)-ref-[^"]*">↑<\/a>/g

const MAMMOTH_OPTIONS = {
  styleMap: ['comment-reference => sup'],
  // A style map inside the document could hide its text.
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
}

/** A Word document's text with its headings, lists, tables, footnotes and comments; pictures are not read. */
export async function readDocx(bytes: Uint8Array): Promise<{ text: string; notes: SourceNote[] }> {
  const zip = await unpackDocument(bytes, brokenDocx)
  if (!zip.files.has('[Content_Types].xml') || ![...zip.names].some(name => /^word\//i.test(name))) throw otherZip(zip)
  for (const file of zip.files.values()) refuseHostileXml(file)
  const markup = await convert(zip)
  const { text, notes } = finishText(readConverted(markup.replace(BACK_LINK, '')))
  return { text, notes: [...noteMargins(marginTexts(zip)), ...notes] }
}

/** mammoth cannot be stopped, and takes some kilobytes for each element. */
function refuseHostileXml(part: Buffer): void {
  const xml = part.toString('latin1')
  if (xml.includes('<!DOCTYPE')) throw documentType()
  if (findRuns(xml, /<[A-Za-z_]/g).count > LIMITS.docxElements) throw tooManyElements()
}

/** mammoth reads the text of the pages and not what is printed above and below it. */
function marginTexts({ files }: UnpackedZip): string[] {
  return [...files].filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).map(([, file]) => wordsOf(file))
}

function wordsOf(part: Buffer): string {
  const runs = part.toString().matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)<|<w:(?:tab|br)\/>|<\/w:p>/g)
  return Array.from(runs, run => run[1] ?? ' ').join('')
}

async function convert(zip: UnpackedZip): Promise<string> {
  try {
    // Without a path mammoth takes an opened archive: it sees what was checked and nothing else.
    const input = { path: '', file: archiveOf(zip) }
    const { value } = await mammoth.convertToHtml(input, MAMMOTH_OPTIONS)
    return value
  } catch (error) {
    if (error instanceof RangeError)
      throw new AppError('too-deep', 'The document is nested too deeply to be read. Copy its text into a .txt file.', { cause: error })
    throw brokenDocx(error)
  }
}

function archiveOf(zip: UnpackedZip) {
  return {
    exists: (name: string) => zip.files.has(name),
    async read(name: string, encoding?: BufferEncoding): Promise<string | Buffer> {
      const file = zip.files.get(name)
      if (!file) throw new Error(`no ${name} in the document`)
      return encoding ? file.toString(encoding) : file
    },
  }
}

function brokenDocx(cause: unknown): AppError {
  return new AppError('broken-docx', 'The Word document is damaged and cannot be read. Open it in Word, save it again, and import that.', {
    cause,
  })
}
