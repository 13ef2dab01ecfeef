import { finishText, type SourceNote } from './source-text.ts'
import { noteGuess, type Decoded } from './decode.ts'

const SAMPLE = 64 * 1024
const SMALL = 512
const MOSTLY = 0.3
// Of random bytes one in ten is a control character.
const TOO_MANY = 0.08

/** Plain text and Markdown are kept as they are, but for what every source's text has normalised. */
export function readPlainText(decoded: Decoded): { text: string; notes: SourceNote[] } {
  const { text, notes } = finishText(decoded.text, decoded.wasUndecodable ? 'undecodable' : 'inFile')
  return { text, notes: [...noteGuess(decoded, text), ...notes] }
}

/** Whether so much of it is control characters that it cannot be text. A few stray ones, or many NULs, are kept. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const withoutNuls = sample.replaceAll('\0', '')
  const controls = sample.length - sample.replace(/[^\P{Cc}\t\n\v\f\r]/gu, '').length
  const others = controls - (sample.length - withoutNuls.length)
  return controls > MOSTLY * sample.length || (sample.length >= SMALL && others > TOO_MANY * sample.length)
}
