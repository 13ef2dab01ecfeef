import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../import/sha256.ts'
import { hasHash, sharedHashes } from './shared-hashes.ts'

const hashOf = (word: string) => sha256(Buffer.from(word))

test('the hashes that were given are there, and no others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (given, others) => {
      const all = given.map(hashOf).toSorted()
      const hashes = sharedHashes(all, all.length)
      for (const word of [...given, ...others]) expect(hasHash(hashes, hashOf(word))).toBe(given.includes(word))
    }),
  )
})

test('threads share them instead of being given a copy each', () => {
  const hashes = sharedHashes([hashOf('a')], 1)
  expect(structuredClone(hashes).buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(hasHash(structuredClone(hashes), hashOf('a'))).toBe(true)
})
