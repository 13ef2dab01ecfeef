import { randomFillSync } from 'node:crypto'

let last = 0
let counter = 0
/** Random bytes are drawn for many ids at once. */
const pool = Buffer.alloc(8 * 512)
let used = pool.length

/** A UUID of version 7, each greater than the one before it: rows made later sort later, and inserts stay at the end of every index. */
export function newId(): string {
  const now = Math.max(Date.now(), last)
  counter = now === last ? counter + 1 : 0
  // The counter has 12 bits; a millisecond that needs more borrows from the next.
  last = counter > 0xfff ? now + 1 : now
  counter &= 0xfff
  const time = last.toString(16).padStart(12, '0')
  const rest = randomRest()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${rest.slice(0, 4)}-${rest.slice(4)}`
}

/** The variant's bits and 62 random ones. */
function randomRest(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  pool[used] = (pool[used]! & 0x3f) | 0x80
  used += 8
  return pool.toString('hex', used - 8, used)
}
