import { readRtfGroups } from './rtf-groups.ts'
import { finishText, type SourceNote } from './source-text.ts'

/** The text of a Rich Text file with its lists, tables, footnotes and comments; pictures, headers and footers are not read. */
export function readRtf(bytes: Uint8Array, milliseconds?: number): { text: string; notes: SourceNote[] } {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const read = readRtfGroups(rtf.slice(rtf.indexOf('{')), milliseconds)
  const { text, notes } = finishText(read.text)
  return { text, notes: [...(read.hasEnd ? [] : [noteNoEnd()]), ...(read.hasGuessed ? [noteGuessed()] : []), ...notes] }
}

function noteNoEnd(): SourceNote {
  return {
    code: 'no-end',
    message: 'The file ends before its last bracket; the last words may be missing. Compare with the original file.',
    spans: [],
  }
}

function noteGuessed(): SourceNote {
  return {
    code: 'encoding-guessed',
    message: 'The file uses a code page that is not known here; read as windows-1252. Check letters with accents.',
    spans: [],
  }
}
