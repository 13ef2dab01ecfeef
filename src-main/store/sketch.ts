/** A text boiled down to the least hash of its five-word runs in each of so many bins: of two texts as many agree as they share. */
export type Sketch = Int32Array

const shingleWords = 5
const bandHashes = 4
const bands = 12
/** Two texts of fewer words than this are alike too easily. */
const fewestWords = 40
/** Whether a UTF-16 unit belongs to a word: halves of a pair do, for most pairs in pages are letters. */
const isOfWord = Uint8Array.from({ length: 0x1_00_00 }, (_, unit) => Number(/[\p{L}\p{N}\p{Cs}]/u.test(String.fromCharCode(unit))))
const bins = bands * bandHashes
const none = 0x7f_ff_ff_ff

/** Null where the text is too short to tell. Its time grows with the text alone. */
export function sketchOf(text: string): Sketch | null {
  const shingles = shinglesOf(text)
  if (shingles === null) return null
  const least = new Int32Array(bins).fill(none)
  for (const shingle of shingles) {
    const bin = (shingle >>> 16) % bins
    if (shingle < least[bin]!) least[bin] = shingle
  }
  // What a short text leaves empty takes after the next bin that it fills, so that no two texts agree in what neither has.
  return least.map((hash, bin) => (hash === none ? nextFilled(least, bin) : hash))
}

function nextFilled(least: Sketch, from: number): number {
  let away = 1
  while (least[(from + away) % bins] === none) away++
  return mixed(least[(from + away) % bins]! + away)
}

/** Texts that share four fifths of their words in a row have one of these in common, but for one pair in five hundred. */
export function bandsOf(sketch: Sketch): number[] {
  return Array.from({ length: bands }, (_, band) =>
    sketch.subarray(band * bandHashes, (band + 1) * bandHashes).reduce((hash, each) => mixed(hash ^ each), band),
  )
}

/** About which part of all they say two texts share, 0 to 1. */
export function likeness(a: Sketch, b: Sketch): number {
  return a.reduce((sum, hash, i) => sum + Number(hash === b[i]), 0) / a.length
}

/** Which part of all they say two texts share, 0 to 1. */
export function exactLikeness(a: string, b: string): number {
  const [inA, inB] = [new Set(shinglesOf(a)), new Set(shinglesOf(b))]
  const shared = [...inA].filter(shingle => inB.has(shingle)).length
  return shared / Math.max(1, inA.size + inB.size - shared)
}

/** One for each five words in a row; the same may come again. */
function shinglesOf(text: string): Int32Array | null {
  const hashes = wordHashes(text.toLowerCase())
  if (hashes.length < fewestWords) return null
  const shingles = new Int32Array(hashes.length - shingleWords + 1)
  for (let i = 0; i < shingles.length; i++) {
    let hash = 0
    for (let k = 0; k < shingleWords; k++) hash = mixed(hash ^ hashes[i + k]!)
    shingles[i] = hash
  }
  return shingles
}

// Unit by unit: a match for every word would take five times as long, and every page of an import comes by here.
function wordHashes(text: string): number[] {
  const hashes: number[] = []
  let start = 0
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && isOfWord[text.charCodeAt(end)]) continue
    if (end > start) hashes.push(hashOf(text, start, end))
    start = end + 1
  }
  return hashes
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x81_1c_9d_c5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01_00_01_93)
  return hash >>> 0
}

/** Spreads every bit over all, one to one. */
function mixed(number: number): number {
  let hash = number + 0x9e_37_79_b9
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}
