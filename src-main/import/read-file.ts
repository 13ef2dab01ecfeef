import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { AppError } from '../app-error.ts'
import { fileError, notAFile } from './file-errors.ts'
import { LIMITS, tooLarge } from './limits.ts'

const CHUNK_BYTES = 16 * 1024

/** The bytes of a file that is not larger than `limit`; never waits for a pipe. */
export async function readFileBytes(path: string, limit: number = LIMITS.bytes): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = await file.stat()
    if (stats.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' })
    if (!stats.isFile()) throw notAFile()
    if (stats.size > limit) throw tooLarge(stats.size, limit)
    return await readAll(file, stats.size, limit)
  } catch (error) {
    throw error instanceof AppError ? error : fileError(error, path)
  } finally {
    await file?.close()
  }
}

/** Reads until the end and not by the size, which may change meanwhile: with it in mind, one read finds all and one the end. */
async function readAll(file: FileHandle, expected: number, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    const room = Buffer.allocUnsafe(Math.max(expected + 1 - size, CHUNK_BYTES))
    const { bytesRead } = await file.read(room, 0, room.length, null)
    if (bytesRead === 0) return Buffer.concat(chunks)
    chunks.push(room.subarray(0, bytesRead))
    size += bytesRead
    if (size > limit) throw tooLarge(size, limit)
  }
}
