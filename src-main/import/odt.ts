import { AppError } from '../app-error.ts'
import { decode } from './decode.ts'
import { readConverted } from './html.ts'
import { addListStyles, type ListStyles } from './odt-lists.ts'
import { odtMarkup } from './odt-markup.ts'
import { finishText, type SourceNote } from './source-text.ts'
import { readXml } from './xml.ts'
import { noteMargins, otherZip, unpackDocument } from './zip-kinds.ts'
import type { UnpackedZip } from './zip.ts'

const TEXT_TYPE = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?\s*$/
const MARGINS = /^style:(?:header|footer)(?:-left|-right|-first)?$/

/** An OpenDocument text with its headings, lists, tables, notes and comments; pictures are not read. */
export async function readOdt(bytes: Uint8Array): Promise<{ text: string; notes: SourceNote[] }> {
  const zip = await unpackDocument(bytes, brokenOdt)
  if (!isOdt(zip)) throw otherZip(zip)
  if (isEncrypted(zip))
    throw new AppError('encrypted-odt', 'The document is protected with a password. Save a copy without it and import that.')
  try {
    return readParts(partOf(zip, 'content.xml'), partOf(zip, 'styles.xml'))
  } catch (error) {
    throw error instanceof AppError ? error : brokenOdt(error)
  }
}

function readParts(content: string, styling: string): { text: string; notes: SourceNote[] } {
  const styles: ListStyles = new Map()
  if (styling !== '') addListStyles(styling, styles)
  addListStyles(content, styles)
  const { text, notes } = finishText(readConverted(odtMarkup(content, styles)))
  return { text, notes: [...noteMargins(styling === '' ? [] : marginTexts(styling)), ...notes] }
}

function isOdt({ files }: UnpackedZip): boolean {
  const type = files.get('mimetype')?.toString('latin1', 0, 100)
  return files.has('content.xml') && (type === undefined || TEXT_TYPE.test(type))
}

function isEncrypted({ files }: UnpackedZip): boolean {
  return files.get('META-INF/manifest.xml')?.includes('encryption-data') ?? false
}

function partOf({ files }: UnpackedZip, name: string): string {
  const file = files.get(name)
  return file === undefined ? '' : decode(file, true).text.replace(/^\uFEFF/, '')
}

function marginTexts(styling: string): string[] {
  const texts: string[] = []
  let open = 0
  readXml(styling, {
    enter(name) {
      if (MARGINS.test(name)) open = texts.push('')
      else if (open > 0 && name === 'text:p') texts[open - 1] += ' '
      return true
    },
    text: value => void (open > 0 && (texts[open - 1] += value)),
    leave: name => void (MARGINS.test(name) && (open = 0)),
  })
  return texts
}

function brokenOdt(cause: unknown): AppError {
  return new AppError(
    'broken-odt',
    'The OpenDocument text is damaged and cannot be read. Open it in a word processor, save it again, and import that.',
    { cause },
  )
}
