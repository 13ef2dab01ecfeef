import * as fc from 'fast-check'

/** A valid file with some bytes changed, a part cut out, or its end missing. */
export function mutationsOf(valid: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(valid.length - 1)
  const changed = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 20 }).map(changes => {
    const bytes = Uint8Array.from(valid)
    for (const [at, byte] of changes) bytes[at] = byte
    return bytes
  })
  const cut = fc.tuple(place, place).map(([a, b]) => Buffer.concat([valid.subarray(0, Math.min(a, b)), valid.subarray(Math.max(a, b))]))
  const ended = place.map(end => valid.slice(0, end + 1))
  return fc.oneof(changed, cut, ended)
}
