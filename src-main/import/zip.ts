import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'

export interface UnpackedZip {
  /** Every entry's name, unpacked or not. */
  names: Set<string>
  files: Map<string, Buffer>
}

// Small files pack well without being bombs.
const RATIO_COUNTS_FROM = 4 * 1024 * 1024

/** Unpacks what `isWanted` names, within the limits on number, size and ratio; errors of the archive itself are thrown as they are. */
export async function unpackZip(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<UnpackedZip> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { validateEntrySizes: false })
  const unpacked: UnpackedZip = { names: new Set(), files: new Map() }
  let declared = 0
  let wanted = 0
  for await (const entry of zip.eachEntry()) {
    unpacked.names.add(entry.fileName)
    declared += entry.uncompressedSize
    if (unpacked.names.size > LIMITS.zipEntries || declared > LIMITS.zipBytes || isSuspicious(declared, bytes.length)) throw zipBomb()
    if (!isWanted(entry.fileName)) continue
    wanted += entry.uncompressedSize
    if (wanted > LIMITS.zipTextBytes) throw tooMuchText()
    unpacked.files.set(entry.fileName, await readEntry(zip, entry))
  }
  return unpacked
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk)
    size += chunk.length
    if (size > entry.uncompressedSize) throw zipBomb()
  }
  if (size < entry.uncompressedSize) throw new Error(`${entry.fileName} ends early`)
  return Buffer.concat(chunks)
}

function isSuspicious(unpackedSize: number, packedSize: number): boolean {
  return unpackedSize > RATIO_COUNTS_FROM && unpackedSize > packedSize * LIMITS.zipRatio
}

function zipBomb(): AppError {
  return new AppError('zip-bomb', 'The file would unpack to far more than a document holds. It was not opened; do not trust it.')
}

function tooMuchText(): AppError {
  return new AppError('too-large', 'The document holds more text than can be read. Split it and import the parts.')
}
