import { finishText, type SourceNote } from './source-text.ts'
import { noteGuess, type Decoded } from './decode.ts'

const SMALL = 512

/** Plain text and Markdown are kept as they are, but for what every source's text has normalised. */
export function readPlainText(decoded: Decoded): { text: string; notes: SourceNote[] } {
  const { text, notes } = finishText(decoded.text, decoded.wasUndecodable ? 'undecodable' : 'inFile')
  return { text, notes: [...noteGuess(decoded, text), ...notes] }
}

/** Whether so much of it is control characters that it cannot be text. A few stray ones are kept. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 64 * 1024)
  const controls = sample.length - sample.replace(/[^\P{Cc}\t\n\v\f\r]/gu, '').length
  return controls > sample.length * (sample.length < SMALL ? 0.3 : 0.08)
}
