import { randomFillSync } from 'node:crypto'

const random = new Uint8Array(10)

/** A UUID of version 7: rows made later sort later, so that inserts stay at the end of every index. */
export function newId(now = Date.now()): string {
  randomFillSync(random)
  const hex = Buffer.from(random).toString('hex')
  const time = now.toString(16).padStart(12, '0')
  const variant = (0x8 | (random[2]! & 0x3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(5, 8)}-${hex.slice(8, 20)}`
}
