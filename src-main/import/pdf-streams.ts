import { constants, inflateSync } from 'node:zlib'
import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'
import { timeLimit } from './time-limit.ts'

const DICTIONARY_BYTES = 4096
const FLATE = /\/(?:FlateDecode|Fl)\b/g
const IMAGE = /\/Subtype\s*\/Image\b/

/** Refuses a PDF whose packed streams hold more than a document does: pdf.js unpacks without a limit. Pictures are not unpacked. */
export function refusePackedBomb(bytes: Uint8Array, milliseconds?: number): void {
  const checkTime = timeLimit(milliseconds)
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    checkTime()
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (dictionary.endsWith('end') || IMAGE.test(dictionary)) continue
    const layers = dictionary.match(FLATE)?.length ?? 0
    if (layers > 0) total += unpackedSize(file.subarray(at + (file[at + 6] === 0x0d ? 8 : 7)), layers)
    if (total > LIMITS.pdfUnpackedBytes) throw bomb()
  }
}

function unpackedSize(packed: Buffer, layers: number): number {
  let content = packed
  for (let layer = 0; layer < layers; layer += 1) {
    const unpacked = unpack(content)
    if (unpacked === null) break
    content = unpacked
  }
  return content === packed ? 0 : content.length
}

/** Null where this is not packed data after all: then pdf.js finds nothing in it either. */
function unpack(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: LIMITS.pdfStreamBytes, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ERR_BUFFER_TOO_LARGE') throw bomb()
    if (typeof code === 'string' && code.startsWith('Z_')) return null
    throw error
  }
}

function bomb(): AppError {
  return new AppError('zip-bomb', 'The PDF would unpack to far more than a document holds. It was not opened; do not trust it.')
}
