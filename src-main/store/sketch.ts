/** A text boiled down to the least hash of its five-word runs in each of so many bins: of two texts as many agree as they share. */
export type Sketch = Int32Array

const shingleWords = 5
const bandHashes = 4
const bands = 12
/** Two texts of fewer words than this are alike too easily. */
const fewestWords = 40
/** Each UTF-16 unit in lower case where it belongs to a word, else 0. Halves of a pair do, for most pairs in pages are letters. */
const letters = Uint16Array.from({ length: 0x1_00_00 }, (_, unit) => letterOf(String.fromCharCode(unit)))
const bins = bands * bandHashes
const none = 0x7f_ff_ff_ff
/** What the hash of a word begins with. */
const noWord = 0x81_1c_9d_c5

function letterOf(unit: string): number {
  return /[\p{L}\p{N}\p{Cs}]/u.test(unit) ? unit.toLowerCase().charCodeAt(0) : 0
}

/** Null where the text is too short to tell. Its time grows with the text alone. */
export function sketchOf(text: string): Sketch | null {
  const shingles = shinglesOf(text)
  if (shingles === null) return null
  const least = new Int32Array(bins).fill(none)
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i]!
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
  const hashes = wordHashes(text)
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
function wordHashes(text: string): Int32Array {
  const hashes = new Int32Array((text.length >> 1) + 1)
  let count = 0
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    const letter = letters[text.charCodeAt(at)]!
    if (letter !== 0) hash = Math.imul((hash || noWord) ^ letter, 0x01_00_01_93)
    else if (hash !== 0) {
      hashes[count++] = hash
      hash = 0
    }
  }
  if (hash !== 0) hashes[count++] = hash
  return hashes.subarray(0, count)
}

/** Spreads every bit over all, one to one. */
function mixed(number: number): number {
  let hash = number + 0x9e_37_79_b9
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}
