import { AppError } from '../app-error.ts'
import { unpackZip, type UnpackedZip } from './zip.ts'

const OTHER_ZIPS: { entry: RegExp; kind: string }[] = [
  { entry: /^word\/document\.xml$/, kind: 'a Word document. Give it a name that ends in .docx' },
  { entry: /^xl\/workbook/, kind: 'an Excel workbook. Save the sheet as text' },
  { entry: /^ppt\/presentation/, kind: 'a PowerPoint presentation. Save it as PDF' },
  { entry: /^META-INF\/container\.xml$/, kind: 'an EPUB book. Save its text' },
  { entry: /^content\.xml$/, kind: 'an OpenDocument file. If it is a text, give it a name that ends in .odt; else save it as PDF' },
  { entry: /^Index\/Document\.iwa$/, kind: 'a Pages document. Export it as .docx' },
]
const MARGIN_WORDS = 300
// As yauzl says it.
const UNSAFE_NAME = /^(?:invalid relative path|absolute path|invalid characters in fileName)/

/** Unpacks the XML of an office document; damage of the archive is what `broken` makes of it. */
export async function unpackDocument(bytes: Uint8Array, broken: (cause: unknown) => AppError): Promise<UnpackedZip> {
  try {
    return await unpackZip(bytes, name => /(?:\.(?:xml|rels)|^mimetype)$/i.test(name))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw error instanceof Error && UNSAFE_NAME.test(error.message) ? unsafeName(error) : broken(error)
  }
}

function unsafeName(cause: Error): AppError {
  return new AppError(
    'unsafe-name',
    'The document holds a file with a name that leads out of it, which no word processor writes. It was not opened; do not trust it.',
    { cause },
  )
}

/** What to say of a ZIP archive that is not the document it was taken for. */
export function otherZip({ names }: UnpackedZip): AppError {
  const other = OTHER_ZIPS.find(({ entry }) => [...names].some(name => entry.test(name)))
  const kind = other?.kind ?? 'a ZIP archive. Unpack it'
  return new AppError('unsupported-type', `The file is ${kind} and import that.`)
}

/** What is printed above and below the pages is not part of the text. */
export function noteMargins(margins: string[]): { code: string; message: string; spans: [] }[] {
  const words = [...new Set(margins.map(text => text.replace(/\s+/g, ' ').trim()))].filter(text => text !== '').join(' · ')
  if (words === '') return []
  return [{ code: 'margins-left-out', message: `Left out, from above and below the pages: ${words.slice(0, MARGIN_WORDS)}`, spans: [] }]
}
