import { AppError } from '../app-error.ts'

const MEGABYTE = 1024 * 1024

/** What one file may cost to read; beyond it the file is refused with a message, never cut. */
export const LIMITS = {
  bytes: 64 * MEGABYTE,
  characters: 30_000_000,
  noteSpans: 1000,
  htmlElements: 500_000,
  htmlDepth: 200_000,
  docxElements: 400_000,
  xmlElements: 1_000_000,
  xmlDepth: 10_000,
  rtfDepth: 10_000,
  mimeHeaderBytes: MEGABYTE / 4,
  mimeParts: 10_000,
  mimeDepth: 50,
  zipEntries: 10_000,
  zipBytes: 1024 * MEGABYTE,
  zipTextBytes: 24 * MEGABYTE,
  zipRatio: 300,
  pdfPages: 5000,
  pdfStreamBytes: 48 * MEGABYTE,
  pdfUnpackedBytes: 512 * MEGABYTE,
  milliseconds: 30_000,
} as const

export function tooLarge(size: number, limit: number = LIMITS.bytes): AppError {
  return new AppError(
    'too-large',
    `The file has ${inMegabytes(size)}; up to ${inMegabytes(limit)} can be read. Split it and import the parts.`,
  )
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`
}
