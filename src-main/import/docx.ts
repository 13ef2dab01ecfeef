import mammoth from 'mammoth'
import { AppError } from '../app-error.ts'
import { readConverted } from './html.ts'
import { finishText, type SourceNote } from './source-text.ts'
import { unpackZip, type UnpackedZip } from './zip.ts'

const OTHER_ZIPS: { entry: RegExp; kind: string }[] = [
  { entry: /^xl\/workbook/, kind: 'an Excel workbook. Save the sheet as text' },
  { entry: /^ppt\/presentation/, kind: 'a PowerPoint presentation. Save it as PDF' },
  { entry: /^META-INF\/container\.xml$/, kind: 'an EPUB book. Save its text' },
  { entry: /^content\.xml$/, kind: 'an OpenDocument file. Save it as .docx' },
  { entry: /^Index\/Document\.iwa$/, kind: 'a Pages document. Export it as .docx' },
]
const BACK_LINK = / ?<a href="#(?:footnote|endnote|comment)-ref-[^"]*">↑<\/a>/g

const MARGIN_WORDS = 300

const MAMMOTH_OPTIONS = {
  styleMap: ['comment-reference => sup'],
  // A style map inside the document could hide its text.
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
}

/** A Word document's text with its headings, lists, tables, footnotes and comments; pictures are not read. */
export async function readDocx(bytes: Uint8Array): Promise<{ text: string; notes: SourceNote[] }> {
  const zip = await unpack(bytes)
  if (!zip.files.has('[Content_Types].xml') || ![...zip.names].some(name => /^word\//i.test(name))) throw notDocx(zip)
  const markup = await convert(zip)
  const { text, notes } = finishText(readConverted(markup.replace(BACK_LINK, '')))
  return { text, notes: [...noteMargins(zip), ...notes] }
}

/** mammoth reads the text of the pages and not what is printed above and below it. */
function noteMargins({ files }: UnpackedZip): SourceNote[] {
  const margins = [...files].filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).map(([, file]) => wordsOf(file))
  const words = [...new Set(margins)].filter(text => text !== '').join(' · ')
  if (words === '') return []
  return [{ code: 'margins-left-out', message: `Left out, from above and below the pages: ${words.slice(0, MARGIN_WORDS)}`, spans: [] }]
}

function wordsOf(part: Buffer): string {
  const runs = part.toString().matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<|<w:(?:tab|br)\/>|<\/w:p>/g)
  return Array.from(runs, run => run[1] ?? ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

async function unpack(bytes: Uint8Array): Promise<UnpackedZip> {
  try {
    return await unpackZip(bytes, name => /\.(?:xml|rels)$/i.test(name))
  } catch (error) {
    throw error instanceof AppError ? error : brokenDocx(error)
  }
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

function notDocx({ names }: UnpackedZip): AppError {
  const other = OTHER_ZIPS.find(({ entry }) => [...names].some(name => entry.test(name)))
  const kind = other?.kind ?? 'a ZIP archive. Unpack it'
  return new AppError('unsupported-type', `The file is ${kind} and import that.`)
}
