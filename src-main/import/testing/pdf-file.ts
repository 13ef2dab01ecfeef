import { deflateSync } from 'node:zlib'
import { lineOf, type PageBlock } from './page-blocks.ts'
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib'

export interface PdfPageInput {
  lines: string[]
  /** Points between lines; an empty line leaves one out. */
  pitch?: number
}

const SIZE = 10
const MARGIN = 40

/** The bytes of a PDF with one drawn text for each line, on pages as wide as the longest line needs. */
export async function pdfFile(pages: PdfPageInput[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const { lines, pitch = 14 } of pages) {
    const width = Math.max(200, ...lines.map(line => font.widthOfTextAtSize(line, SIZE))) + 2 * MARGIN
    const page = document.addPage([width, lines.length * pitch + 2 * MARGIN])
    drawLines(page, font, lines, pitch)
  }
  return document.save()
}

/** A PDF that someone else draws. */
export async function drawnPdf(draw: (page: PDFPage, font: PDFFont) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  draw(document.addPage([600, 800]), font)
  return document.save()
}

/** A PDF of one page with this content, packed as many times as `layers` says. */
export function packedPdf(content: string | Uint8Array, layers = 1): Uint8Array {
  let packed = Buffer.from(content)
  for (let layer = 0; layer < layers; layer += 1) packed = deflateSync(packed)
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Length ${packed.length}/Filter[${'/FlateDecode'.repeat(layers)}]>>stream
`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF')])
}

/** A minimal PDF that asks for a password before anything can be read. */
export function encryptedPdf(): Uint8Array {
  const key = '0123456789012345678901234567890a'
  return new TextEncoder().encode(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(${key})/U(${key})/P -4>>/ID[(a)(b)]>>
%%EOF`,
  )
}

function drawLines(page: PDFPage, font: PDFFont, lines: string[], pitch: number): void {
  lines.forEach((line, index) => {
    if (line !== '') page.drawText(line, { x: MARGIN, y: page.getHeight() - MARGIN - index * pitch, size: SIZE, font })
  })
}

const A4 = [595, 842] as const

/** A PDF as a word processor prints it: lines wrapped at the margin, headings in bold, as many pages as it takes. */
export async function wrappedPdf(blocks: readonly PageBlock[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const [plain, bold] = [await document.embedFont(StandardFonts.Helvetica), await document.embedFont(StandardFonts.HelveticaBold)]
  let page = document.addPage([...A4])
  let y = A4[1] - MARGIN
  for (const block of blocks) {
    const font = block.kind === 'title' || block.kind === 'label' ? bold : plain
    y -= block.gap > 0 ? SIZE : 0
    for (const line of wrapped(lineOf(block), font, A4[0] - 2 * MARGIN)) {
      if (y < MARGIN) {
        page = document.addPage([...A4])
        y = A4[1] - MARGIN
      }
      page.drawText(line, { x: MARGIN, y, size: SIZE, font })
      y -= 1.3 * SIZE
    }
  }
  return document.save()
}

function wrapped(text: string, font: PDFFont, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && font.widthOfTextAtSize(longer, SIZE) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
