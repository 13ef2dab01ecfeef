import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { AppError } from '../app-error.ts'
import { fileError, notAFile } from './file-errors.ts'
import { LIMITS, tooLarge } from './limits.ts'

const CHUNK_BYTES = 16 * 1024

/** The bytes of a file that is not larger than `limit`; never waits for a pipe. At once, for whoever reads many does so in a thread. */
export function readFileBytes(path: string, limit: number = LIMITS.bytes): Uint8Array {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      return readOpen(file, path, limit)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw error instanceof AppError ? error : fileError(error, path)
  }
}

function readOpen(file: number, path: string, limit: number): Uint8Array {
  const stats = fstatSync(file)
  if (stats.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' })
  if (!stats.isFile()) throw notAFile()
  if (stats.size > limit) throw tooLarge(stats.size, limit)
  return readAll(file, stats.size, limit)
}

/** Reads until the end and not by the size, which may change meanwhile: with it in mind, one read finds all and one the end. */
function readAll(file: number, expected: number, limit: number): Uint8Array {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    const room = Buffer.allocUnsafe(Math.max(expected + 1 - size, CHUNK_BYTES))
    const bytesRead = readSync(file, room)
    if (bytesRead === 0) return Buffer.concat(chunks)
    chunks.push(room.subarray(0, bytesRead))
    size += bytesRead
    if (size > limit) throw tooLarge(size, limit)
  }
}
