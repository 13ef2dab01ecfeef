import { PDFDocument, StandardFonts } from 'pdf-lib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../app-error.ts'
import { PAGE_BREAK, readPdf } from './pdf.ts'
import { mutationsOf } from './testing/mutations.ts'
import { drawnPdf, encryptedPdf, packedPdf, pdfFile, wrappedPdf } from './testing/pdf-file.ts'

const SENTENCE =
  'The keepers of the northern harbours have asked for a common register of lamps and horns that every small port can read and mend without a licence'

describe('lines', () => {
  test('each printed line is a line, and room between lines is a blank line', async () => {
    const { text } = await readPdf(
      await pdfFile([{ lines: ['IGF 2021 WS #51 A title', '', 'Time', 'Friday', 'Room', 'Ballroom A', '', 'Moderator'] }]),
    )
    expect(text).toBe('IGF 2021 WS #51 A title\n\nTime\nFriday\nRoom\nBallroom A\n\nModerator')
  })

  test('pages are parted by a form feed on its own line', async () => {
    const { text, notes } = await readPdf(await pdfFile([{ lines: ['first', 'page'] }, { lines: ['second'] }]))
    expect(text).toBe(`first\npage${PAGE_BREAK}second`)
    expect(notes).toEqual([])
  })

  test('runs on one line are joined: close ones as words, far ones by a tab', async () => {
    const bytes = await drawnPdf((page, font) => {
      page.drawText('Online', { x: 50, y: 700, size: 10, font })
      page.drawText('Moderator', { x: 50 + font.widthOfTextAtSize('Online', 10) + 3, y: 700, size: 10, font })
      page.drawText('Ana', { x: 300, y: 700, size: 10, font })
      page.drawText('10', { x: 50, y: 680, size: 10, font })
      page.drawText('th', { x: 50 + font.widthOfTextAtSize('10', 10), y: 684, size: 6, font })
    })
    expect((await readPdf(bytes)).text).toBe('Online Moderator\tAna\n10th')
  })

  test('text that was wrapped at the margin is one line again, and labels and items stay apart', async () => {
    const bytes = await drawnPdf((page, font) => {
      const text = `Room\nBallroom A\n${SENTENCE} ${SENTENCE} ${SENTENCE} ${SENTENCE} end\nFormat\nPanel`
      page.drawText(text, { x: 50, y: 700, size: 11, lineHeight: 14, maxWidth: 480, font })
    })
    expect((await readPdf(bytes)).text).toBe(`Room\nBallroom A\n${SENTENCE} ${SENTENCE} ${SENTENCE} ${SENTENCE} end\nFormat\nPanel`)
  })

  test('a title over two lines is one, and the text below it begins a new line', async () => {
    const bytes = await drawnPdf((page, font) => {
      page.drawText('Before the first question of a newcomer: how newcomers', { x: 50, y: 740, size: 18, font })
      page.drawText('find the floor', { x: 50, y: 718, size: 18, font })
      page.drawText(`Room\n${SENTENCE} ${SENTENCE} ${SENTENCE} ${SENTENCE}`, {
        x: 50,
        y: 690,
        size: 11,
        lineHeight: 15,
        maxWidth: 480,
        font,
      })
    })
    expect((await readPdf(bytes)).text.split('\n')).toEqual([
      'Before the first question of a newcomer: how newcomers find the floor',
      '',
      'Room',
      `${SENTENCE} ${SENTENCE} ${SENTENCE} ${SENTENCE}`,
    ])
  })

  test('a paragraph that goes on over the page is cut by the form feed alone', async () => {
    const block = { kind: 'text' as const, label: '', gap: 1, number: 0 }
    const bytes = await wrappedPdf(Array.from({ length: 20 }, () => ({ ...block, text: `${SENTENCE} ${SENTENCE} ${SENTENCE} end.` })))
    const paragraphs = (await readPdf(bytes)).text.split('\n\n')
    expect(paragraphs.filter(text => text !== '\f\n').map(text => text.replace('\f', ' '))).toEqual(
      Array.from({ length: 20 }, () => `${SENTENCE} ${SENTENCE} ${SENTENCE} end.`),
    )
  })

  test('a word that is parted by a hyphen at the line end keeps its hyphen', async () => {
    const bytes = await drawnPdf((page, font) => {
      const line = 'and a line of words that goes on as far as the right margin to self-'
      page.drawText(`${Array.from({ length: 8 }, () => line).join('\n')}\nregulation`, { x: 50, y: 700, size: 14, lineHeight: 18, font })
    })
    expect((await readPdf(bytes)).text).toMatch(/^and a line .* to self-and a line .* to self-regulation$/)
  })

  test('a label in another font begins a line even where its word would not have fitted above', async () => {
    const document = await PDFDocument.create()
    const [plain, bold] = [await document.embedFont(StandardFonts.Helvetica), await document.embedFont(StandardFonts.HelveticaBold)]
    const page = document.addPage([600, 800])
    const size = 11
    page.drawText(`${SENTENCE} ${SENTENCE} ${SENTENCE} ${SENTENCE}`, { x: 50, y: 700, size, lineHeight: 14, maxWidth: 480, font: plain })
    const full = 'Tuesday in December of the year after, until Tuesday in December of the year after, at half past'
    page.drawText(full, { x: 50, y: 500, size, font: plain })
    page.drawText('Coordinators', { x: 50, y: 486, size, font: bold })
    expect((await readPdf(await document.save())).text.split('\n').slice(-2)).toEqual([full, 'Coordinators'])
  })
})

describe('refusals', () => {
  test('a PDF with a password is refused as that', async () => {
    await expect(readPdf(encryptedPdf())).rejects.toMatchObject({ name: 'AppError', code: 'encrypted-pdf' })
  })

  test('a PDF of pictures has no text, and the message says what to do', async () => {
    await expect(readPdf(await pdfFile([{ lines: [] }]))).rejects.toMatchObject({
      code: 'no-text',
      message: expect.stringContaining('OCR'),
    })
  })

  test('a PDF that ends early or is not one is damaged', async () => {
    const whole = await pdfFile([{ lines: ['text'] }])
    for (const bytes of [whole.slice(0, 100), new TextEncoder().encode('%PDF-1.7\nnothing else')]) {
      await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'AppError', code: 'broken-pdf' })
    }
  })

  test.each([1, 2, 3])('content that was packed %i times is unpacked, and refused when it is too large', async layers => {
    expect((await readPdf(packedPdf('BT /F1 12 Tf 50 700 Td (Hello) Tj ET', layers))).text).toBe('Hello')
    await expect(readPdf(packedPdf(Buffer.alloc(60_000_000, 32), layers))).rejects.toMatchObject({ code: 'zip-bomb' })
  })

  test('more pages than can be read are refused', async () => {
    const document = await PDFDocument.create()
    for (let page = 0; page < 5001; page += 1) document.addPage([10, 10])
    await expect(readPdf(await document.save())).rejects.toMatchObject({ code: 'too-large' })
  })

  test('reading that takes longer than it may is stopped', async () => {
    await expect(readPdf(await pdfFile([{ lines: ['text'] }]), 0)).rejects.toMatchObject({ code: 'too-slow' })
  })

  test('a damaged PDF is read or refused, and nothing else happens', async () => {
    const valid = await pdfFile([{ lines: ['first', 'page'] }, { lines: ['second', '', 'page'] }])
    await fc.assert(
      fc.asyncProperty(mutationsOf(valid), async bytes => {
        const outcome = await readPdf(bytes).catch((error: unknown) => error)
        expect(outcome instanceof AppError || (outcome !== null && typeof outcome === 'object' && 'text' in outcome)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

test('pages without text are marked where they would be', async () => {
  const { text, notes } = await readPdf(await pdfFile([{ lines: [] }, { lines: ['second'] }, { lines: [] }]))
  expect(text).toBe(`${PAGE_BREAK}second${PAGE_BREAK}`)
  expect(notes).toEqual([
    {
      code: 'page-without-text',
      message: expect.stringContaining('page 1, 3'),
      spans: [
        [2, 3],
        [12, 13],
      ],
    },
  ])
  for (const [start, end] of notes[0]?.spans ?? []) expect(text.slice(start, end)).toBe('\f')
})

test('the bytes that were given stay as they were', async () => {
  const bytes = await pdfFile([{ lines: ['text'] }])
  const copy = Uint8Array.from(bytes)
  await readPdf(bytes)
  expect(bytes).toEqual(copy)
})
