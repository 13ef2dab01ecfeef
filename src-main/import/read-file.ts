import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { AppError } from '../app-error.ts'
import { fileError, notAFile } from './file-errors.ts'
import { LIMITS, tooLarge } from './limits.ts'

const CHUNK_BYTES = 1024 * 1024

/** The bytes of a file that is not larger than `limit`; never waits for a pipe. */
export async function readFileBytes(path: string, limit: number = LIMITS.bytes): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = await file.stat()
    if (stats.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' })
    if (!stats.isFile()) throw notAFile()
    if (stats.size > limit) throw tooLarge(stats.size, limit)
    return await readAll(file, limit)
  } catch (error) {
    throw error instanceof AppError ? error : fileError(error, path)
  } finally {
    await file?.close()
  }
}

/** Reads until the end and not by the size, which may change meanwhile. */
async function readAll(file: FileHandle, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, null)
    if (bytesRead === 0) return Buffer.concat(chunks)
    chunks.push(buffer.subarray(0, bytesRead))
    size += bytesRead
    if (size > limit) throw tooLarge(size, limit)
  }
}
