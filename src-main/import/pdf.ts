import { getResolvedPDFJS } from 'unpdf'
import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'
import { printedLines, type TextItem } from './pdf-lines.ts'
import { refusePackedBomb } from './pdf-streams.ts'
import { pageTexts, type PageText, type PrintedPage } from './pdf-paragraphs.ts'
import { finishText, tooManyCharacters, type SourceNote, type Span } from './source-text.ts'
import { tooSlow } from './time-limit.ts'

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>
type LoadingTask = ReturnType<PdfJs['getDocument']>
type PdfDocument = Awaited<LoadingTask['promise']>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>
type TextContent = Awaited<ReturnType<PdfPage['getTextContent']>>

/** Between pages: a blank line, then a line that holds a form feed alone; inside a paragraph only the form feed. */
export const PAGE_BREAK = '\n\n\f\n'
const PARAGRAPH_GOES_ON = '\f'

const NAMED_PAGES = 20

interface Budget {
  endsAt: number
  characters: number
}

/** The text of a PDF, line by line as printed; pictures are not read and scripts are not run. */
export async function readPdf(
  bytes: Uint8Array,
  milliseconds: number = LIMITS.milliseconds,
): Promise<{ text: string; notes: SourceNote[] }> {
  refusePackedBomb(bytes, milliseconds)
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS()
  const task = getDocument({
    // pdf.js takes the buffer for itself.
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pages = await inTime(readPages(task, { endsAt: Date.now() + milliseconds, characters: 0 }), milliseconds)
    return joinPages(pageTexts(pages))
  } catch (error) {
    throw error instanceof AppError ? error : pdfError(error)
  } finally {
    await task.destroy()
  }
}

async function readPages(task: LoadingTask, budget: Budget): Promise<PrintedPage[]> {
  const document = await task.promise
  if (document.numPages > LIMITS.pdfPages) {
    throw new AppError(
      'too-large',
      `The PDF has ${document.numPages} pages; up to ${LIMITS.pdfPages} can be read. Split it and import the parts.`,
    )
  }
  const pages: PrintedPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [left = 0, , right = 0] = page.view
    pages.push({ lines: printedLines(await readItems(page, budget)), width: right - left })
    page.cleanup()
  }
  return pages
}

async function readItems(page: PdfPage, budget: Budget): Promise<TextItem[]> {
  const items: TextItem[] = []
  const stream: ReadableStream<TextContent> = page.streamTextContent()
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) {
      if (!('str' in item)) continue
      items.push(item)
      budget.characters += item.str.length
    }
    if (budget.characters > LIMITS.characters) throw tooManyCharacters()
    if (Date.now() > budget.endsAt) throw tooSlow()
  }
  return items
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function joinPages(pages: PageText[]): { text: string; notes: SourceNote[] } {
  if (pages.every(page => page.text.trim() === '')) {
    throw new AppError(
      'no-text',
      'There is no text in the PDF: its pages are pictures, as from a scanner. Run text recognition (OCR) on it and import the result.',
    )
  }
  const { text, notes } = finishText(pages.map((page, index) => page.text + breakAfter(page, index === pages.length - 1)).join(''))
  const empty = pages.flatMap((page, index) => (page.text.trim() === '' ? [index] : []))
  return { text, notes: empty.length > 0 ? [notePictures(text, empty), ...notes] : notes }
}

function breakAfter({ goesOn }: PageText, isLast: boolean): string {
  if (isLast) return ''
  return goesOn ? PARAGRAPH_GOES_ON : PAGE_BREAK
}

/** Marks the form feed before each page without text; the first page has only the one after it. */
function notePictures(text: string, empty: number[]): SourceNote {
  const breaks = Array.from(text.matchAll(/\f/g), ({ index }): Span => [index, index + 1])
  const places = new Set(empty.map(index => Math.max(0, index - 1)))
  const numbers = empty.slice(0, NAMED_PAGES).map(index => index + 1)
  const more = empty.length > NAMED_PAGES ? ` and ${empty.length - NAMED_PAGES} more` : ''
  return {
    code: 'page-without-text',
    message: `Without text, perhaps pictures: page ${numbers.join(', ')}${more}. Check the PDF for what is on them.`,
    spans: [...places].slice(0, LIMITS.noteSpans).flatMap(place => breaks.slice(place, place + 1)),
  }
}

function pdfError(cause: unknown): AppError {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return new AppError('encrypted-pdf', 'The PDF is protected with a password. Save a copy without it and import that.', { cause })
  }
  return new AppError('broken-pdf', 'The PDF is damaged and cannot be read. Download it again, or print it to a new PDF.', { cause })
}
