import { createHash } from 'node:crypto'

/** Hex digest of the original bytes: what tells that two files are the same. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
