/** Digests of 32 bytes one after another, in their order, in memory that threads share: strings would cost each thread a hundred bytes a page and more. */
export type SharedHashes = Uint8Array

const size = 32

/** Of `count` digests in hex, in their order. */
export function sharedHashes(sorted: Iterable<string>, count: number): SharedHashes {
  const hashes = Buffer.from(new SharedArrayBuffer(count * size))
  let at = 0
  for (const hash of sorted) at += hashes.write(hash, at, 'hex')
  return hashes
}

export const noHashes = sharedHashes([], 0)

export function hasHash(hashes: SharedHashes, hash: string): boolean {
  const wanted = Buffer.from(hash, 'hex')
  let [from, to] = [0, hashes.length / size]
  while (from < to) {
    const middle = (from + to) >> 1
    const order = wanted.compare(hashes, middle * size, (middle + 1) * size)
    if (order === 0) return true
    if (order < 0) to = middle
    else from = middle + 1
  }
  return false
}
