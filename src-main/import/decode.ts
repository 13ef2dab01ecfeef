import { analyse } from 'chardet'
import { AppError } from '../app-error.ts'
import { findRuns, type SourceNote } from './source-text.ts'

export interface Decoded {
  /** As decoded: a byte order mark and the line ends are still there. */
  text: string
  encoding: string
  /** Some bytes have no meaning in this encoding; U+FFFD stands for them. */
  wasUndecodable: boolean
  /** No mark and no declaration named the encoding, and it is not UTF-8. */
  wasGuessed: boolean
}

const MARKS: { bytes: number[]; encoding: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]
const DECLARATIONS = [
  /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']?([\w:.-]+)/i,
  /<meta[^>]{0,500}?\scharset\s*=\s*["']?\s*([\w:.-]+)/i,
  /<meta[^>]{0,500}?charset=([\w:.-]+)/i,
]
const GUESSABLE = /^(windows-125\d|iso-8859-\d+|koi8-r|shift_jis|euc-jp|euc-kr|big5|gb18030)$/
const WESTERN = 'windows-1252'
const DECLARATION_BYTES = 4096
const SAMPLE_BYTES = 64 * 1024
// Below this, chardet's ranking of single-byte encodings is noise.
const SURE_LEAD = 10

/** The text of the bytes, by byte order mark, then declaration (markup only), UTF-8, UTF-16 and last a guess. */
export function decode(bytes: Uint8Array, isMarkup: boolean): Decoded {
  const mark = MARKS.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte))
  if (mark?.encoding === 'utf-32') {
    throw new AppError('unsupported-encoding', 'The file is in UTF-32, which cannot be read. Save it as UTF-8 and import that.')
  }
  if (mark) return decodeAs(bytes, mark.encoding)
  const utf16 = utf16WithoutMark(bytes)
  if (utf16) return decodeAs(bytes, utf16)
  const utf8 = tryDecode(bytes, 'utf-8', true)
  const declared = isMarkup ? declaredEncoding(bytes) : null
  if (declared && declared !== 'utf-8' && (utf8 === null || isAscii(bytes))) return decodeAs(bytes, declared)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', wasUndecodable: false, wasGuessed: false }
  return decodeDamagedUtf8(bytes) ?? { ...decodeAs(bytes, guessEncoding(bytes)), wasGuessed: true }
}

/** The text of bytes whose encoding is named outside of them, as in the headers of a mail; a name that says nothing is passed over. */
export function decodeLabelled(bytes: Uint8Array, label: string, isMarkup: boolean): Decoded {
  const encoding = /^(?:us-)?ascii$/i.test(label) ? null : knownEncoding(label)
  return encoding === null ? decode(bytes, isMarkup) : decodeAs(bytes, encoding)
}

/** Says which encoding was guessed, and marks what would read otherwise in another one. */
export function noteGuess(decoded: Decoded, text: string): SourceNote[] {
  if (!decoded.wasGuessed) return []
  const { spans } = findRuns(text, /[^\0-\x7F]+/g)
  return [
    {
      code: 'encoding-guessed',
      message: `The file does not say its encoding; read as ${decoded.encoding}. Check the marked letters.`,
      spans,
    },
  ]
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const exact = tryDecode(bytes, encoding, true)
  if (exact !== null) return { text: exact, encoding, wasUndecodable: false, wasGuessed: false }
  return { text: tryDecode(bytes, encoding, false) ?? '', encoding, wasUndecodable: true, wasGuessed: false }
}

function tryDecode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true })
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  const label = DECLARATIONS.map(pattern => pattern.exec(head)?.[1]).find(found => found !== undefined)
  const encoding = label === undefined ? null : knownEncoding(label)
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 0x80)
}

/** In UTF-16 every blank and every Latin letter has a zero byte, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  if (!sample.includes(0)) return null
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1
  })
  const [even = 0, odd = 0] = zeros
  const pairs = sample.length / 2
  // Letters beyond Latin have no zero byte, but then the bytes make no sense as anything else.
  const enough = isPlausibleText(sample) ? 0.6 : 0.05
  if (Math.max(even, odd) < pairs * enough || Math.min(even, odd) > pairs * 0.01) return null
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const text = tryDecode(sample.subarray(0, sample.length & ~1), encoding, false)
  return text !== null && !/[^\P{Cc}\t\n\v\f\r]|[\uFFFE\uFFFF]/u.test(text) ? encoding : null
}

/** UTF-8 with no control characters but NUL. */
function isPlausibleText(sample: Uint8Array): boolean {
  const text = tryDecode(sample, 'utf-8', false) ?? ''
  // The sample may end in the middle of a character.
  return !/[^\P{Cc}\0\t\n\v\f\r]|\uFFFD./su.test(text)
}

/** UTF-8 with a few bad bytes stays UTF-8: most of what is not ASCII in it decodes. */
function decodeDamagedUtf8(bytes: Uint8Array): Decoded | null {
  const text = tryDecode(bytes, 'utf-8', false) ?? ''
  const good = findRuns(text, /[^\0-\x7F\uFFFD]/gu).count
  const bad = findRuns(text, /\uFFFD/g).count
  return good > bad ? { text, encoding: 'utf-8', wasUndecodable: true, wasGuessed: false } : null
}

function guessEncoding(bytes: Uint8Array): string {
  const matches = analyse(sampleAround(bytes))
    .map(({ name, confidence }) => ({ encoding: knownEncoding(name) ?? '', confidence }))
    .filter(({ encoding }) => GUESSABLE.test(encoding))
  const best = matches.find(({ encoding }) => tryDecode(bytes, encoding, true) !== null)
  const western = matches.find(({ encoding }) => encoding === WESTERN)
  if (!best || (western && best.confidence - western.confidence < SURE_LEAD && readsAsWestern(bytes))) return WESTERN
  return best.encoding
}

/** No word has a sign such as ¹ or ± among its letters, as words of other languages do when read in this encoding. */
function readsAsWestern(bytes: Uint8Array): boolean {
  return !/\p{L}(?![\0-\x7F])[\p{S}\p{No}]\p{Ll}/u.test(tryDecode(bytes, WESTERN, false) ?? '')
}

function sampleAround(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex(byte => byte >= 0x80)
  const start = Math.max(0, first - SAMPLE_BYTES / 2)
  return bytes.subarray(start, start + SAMPLE_BYTES)
}
