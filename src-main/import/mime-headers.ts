import { decodeLabelled } from './decode.ts'

/** A header's value and its parameters: `multipart/related; boundary="x"`. */
export interface HeaderValue {
  value: string
  parameters: Map<string, string>
}

// Longer ones are no header that says what a part is.
const VALUE_LENGTH = 10_000
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g
const ENCODED_WORD = /=\?([^\s?=]+)\?([bq])\?([^\s?]*)\?=/gi

/** Headers by their lower-case names, unfolded; where one is repeated the first counts. */
export function readHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of block.replace(/\r?\n[ \t]/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trimEnd().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1, colon + 1 + VALUE_LENGTH).trim())
  }
  return headers
}

export function headerValue(header: string | undefined): HeaderValue {
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of header?.matchAll(PARAMETER) ?? []) {
    parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare)
  }
  return { value: header?.split(';', 1)[0]!.trim().toLowerCase() ?? '', parameters }
}

/** A parameter that may be cut in numbered pieces or percent-encoded, as long names of files are. */
export function longParameter({ parameters }: HeaderValue, name: string): string | null {
  const whole = parameters.get(name)
  if (whole !== undefined) return decodeWords(whole)
  const pieces: string[] = []
  for (let number = 0; ; number += 1) {
    const keys = [`${name}*${number}`, `${name}*${number}*`, ...(number === 0 ? [`${name}*`] : [])]
    const piece = keys.map(key => parameters.get(key)).find(value => value !== undefined)
    if (piece === undefined) break
    pieces.push(piece)
  }
  return pieces.length === 0 ? null : decodePercents(pieces.join(''))
}

function decodePercents(text: string): string {
  const [, charset, encoded] = /^([\w-]*)'[^']*'(.*)$/s.exec(text) ?? []
  if (encoded === undefined) return text
  const bytes = encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decodeLabelled(Buffer.from(bytes, 'latin1'), charset ?? '', false).text
}

/** `=?utf-8?Q?Caf=C3=A9?=` as the words that it stands for. */
export function decodeWords(header: string): string {
  const bytes = Buffer.from(header, 'latin1')
  const text = decodeLabelled(bytes, 'utf-8', false).text
  return text
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(
      ENCODED_WORD,
      (_, charset: string, encoding: string, word: string) =>
        decodeLabelled(encoding.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedWord(word), charset, false).text,
    )
    .replace(/\s+/g, ' ')
    .trim()
}

function quotedWord(word: string): Buffer {
  return quotedPrintable(word.replaceAll('_', ' '))
}

/** The bytes that quoted-printable text stands for; blanks at line ends came on the way. */
export function quotedPrintable(text: string): Buffer {
  const joined = text.replace(/(?<![ \t])[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
