const MEGABYTE = 1024 * 1024

/** What one file may cost to read; beyond it the file is refused with a message, never cut. */
export const LIMITS = {
  bytes: 64 * MEGABYTE,
  characters: 30_000_000,
  noteSpans: 1000,
  htmlElements: 2_000_000,
  htmlDepth: 200_000,
  zipEntries: 10_000,
  zipBytes: 1024 * MEGABYTE,
  zipTextBytes: 96 * MEGABYTE,
  zipRatio: 300,
  xmlDepth: 1000,
  pdfPages: 5000,
  milliseconds: 30_000,
} as const

export function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`
}
