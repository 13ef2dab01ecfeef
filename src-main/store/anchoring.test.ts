import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../src-preload/record.ts'
import { anchoring } from './anchoring.ts'
import { changesOf, difference, foldSpaces } from './text-difference.ts'

/** Where the words of spans of the older text stand in the newer one: the same words, or null. */
function reanchor(older: string, newer: string, spans: readonly Span[]): (Span | null)[] {
  const { place } = anchoring(difference(older, newer))
  return spans.map(place)
}

const at = (text: string, words: string, from = 0): Span => [text.indexOf(words, from), text.indexOf(words, from) + words.length]
const quoted = (text: string, span: Span | null) => span && text.slice(...span)

const draft = `Lamps and the law

Room: Ballroom A

Keepers speak of lamps, of fog 🌫️ and of who answers when a lamp goes out. Access is a right.

The register of harbours is kept in the cellar of the old customs house.
`

/** The words of the final text that these words of the draft become. */
const wordsIn = (final: string, words: readonly string[]) =>
  reanchor(
    draft,
    final,
    words.map(each => at(draft, each)),
  ).map(span => quoted(final, span))

test('words keep their place when the text around them is edited', () => {
  const final = draft.replace('Room: Ballroom A', 'Place:  Ballroom A, second floor').replace('Keepers', 'Keepers and engineers')
  const words = ['Ballroom A', 'fog 🌫️', 'Access', 'register of harbours']
  expect(wordsIn(final, words)).toEqual(words)
})

test('words that changed have no place', () => {
  const final = draft.replace('Ballroom A', 'Ballroom B').replace('cellar', 'attic')
  expect(reanchor(draft, final, [at(draft, 'Ballroom A'), at(draft, 'kept in the cellar')])).toEqual([null, null])
})

test('a word whose sentence is gone does not go to the same word elsewhere', () => {
  const final = draft.replace(' Access is a right.', '').replace('Lamps and', 'Access to lamps and')
  expect(reanchor(draft, final, [at(draft, 'Access'), at(draft, 'Access is')])).toEqual([null, null])
})

test('a word is not found within another', () => {
  const older = 'They speak of the art of sailing by night along the coast, of fog and of lamps.'
  const newer = 'They spoke of the start of sailing by night along the coast, of fog and of lamps.'
  expect(reanchor(older, newer, [at(older, 'art')])).toEqual([null])
})

test('words of a line that is gone do not go to the same words of another line', () => {
  const line = (name: string) => `Speaker: ${name}, Civil Society, Asia-Pacific Group, online\n`
  const older = ['Ada Brück', 'Tui Mahuta', 'Ina Vale'].map(line).join('')
  const newer = ['Ada Brück', 'Ina Vale'].map(line).join('')
  const second = older.indexOf('Tui')
  expect(reanchor(older, newer, [at(older, 'Civil Society, Asia-Pacific Group, online', second), at(older, 'Civil Society')])).toEqual([
    null,
    at(newer, 'Civil Society'),
  ])
})

test('a moved paragraph takes its words with it', () => {
  const [title, room, keepers, register] = draft.split('\n\n')
  const final = [title, register!.trim(), room, keepers].join('\n\n')
  const words = ['cellar of the old customs house', 'Ballroom A', 'lamp goes out']
  expect(wordsIn(final, words)).toEqual(words)
})

test('a page wrapped anew keeps every place', () => {
  const final = draft.replace(/([^\n]{20,40}) /g, '$1\n')
  const span = at(draft, 'of who answers when a lamp goes out')
  expect(foldSpaces(quoted(final, reanchor(draft, final, [span])[0]!)!)).toBe('of who answers when a lamp goes out')
})

test('a passage of which some words changed is found by its edges', () => {
  const final = draft.replace('of fog 🌫️ and', 'of mist, smoke and')
  const span = at(draft, 'Keepers speak of lamps, of fog 🌫️ and of who answers when a lamp goes out. Access is a right.')
  const { place, placeEdges } = anchoring(difference(draft, final))
  expect(place(span)).toBe(null)
  expect(quoted(final, placeEdges(span))).toMatch(/^Keepers .* right\.$/)
})

test('changes are what must be replaced, and nothing else', () => {
  const final = draft.replace('Ballroom A', 'Ballroom B').replace(' Access is a right.', '')
  const changes = changesOf(difference(draft, final))
  expect(changes.map(({ older, newer }) => [draft.slice(...older), final.slice(...newer)])).toEqual([
    ['A', 'B'],
    ['Access is a right.', ''],
  ])
})

const vocabulary = 'lamp fog harbour keeper access policy the of and Ødegård 漢字 🌫️ 𝔞𝔟 قائمة a in register, night. law: 90 (UTC)'.split(
  ' ',
)
const paragraph = fc.array(fc.constantFrom(...vocabulary), { minLength: 4, maxLength: 40 }).map(words => words.join(' '))
/** Paragraphs that differ, as those of pages do, though their words repeat. */
const paragraphs = fc
  .array(paragraph, { minLength: 4, maxLength: 14 })
  .map(all => all.map((words, i) => `${words}, the ${i}th paragraph of its kind ${'abcdefghijklmn'[i]}`))
const edit = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'change', 'move', 'repeat', 'wrap'),
  from: fc.nat(50),
  to: fc.nat(50),
  words: paragraph,
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

interface Part {
  readonly text: string
  /** Which paragraph of the old text it is, as it was. */
  readonly origin: number | null
}
function edited(parts: readonly Part[], { kind, from, to, words }: Edit): Part[] {
  const i = from % Math.max(1, parts.length)
  const part = parts[i]
  if (kind === 'insert' || !part) return parts.toSpliced(i, 0, { text: words, origin: null })
  if (kind === 'delete') return parts.toSpliced(i, 1)
  if (kind === 'change')
    return parts.with(i, { text: part.text.replace(/^(\S+ ){2}/, `${words.slice(0, 9).toWellFormed()} `), origin: null })
  if (kind === 'repeat') return parts.toSpliced(to % parts.length, 0, { ...part, origin: null })
  if (kind === 'wrap') return parts.with(i, { ...part, text: part.text.replace(/\s+/g, from % 2 ? '\n' : '  ') })
  return parts.toSpliced(i, 1).toSpliced(to % parts.length, 0, part)
}
const isCut = (text: string, position: number) =>
  /[\uD800-\uDBFF]/.test(text.charAt(position - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(position))

test('whatever is edited, a place found has the same words, whole characters, and what was left alone is found', () => {
  fc.assert(
    fc.property(
      paragraphs,
      fc.array(edit, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 60 }))),
      (old, edits, picks) => {
        const older = old.join('\n\n')
        let parts: Part[] = old.map((text, origin) => ({ text, origin }))
        for (const each of edits) parts = edited(parts, each)
        const newer = parts.map(({ text }) => text).join('\n\n')
        const whole = old.map(text => at(older, text))
        const picked = picks
          .map(([start, length]): Span => [start % older.length, Math.min(older.length, (start % older.length) + length)])
          .filter(([start, end]) => !isCut(older, start) && !isCut(older, end) && older.slice(start, end).trim() !== '')
        const places = reanchor(older, newer, [...whole, ...picked])
        for (const [i, place] of places.entries()) {
          if (!place) continue
          expect(foldSpaces(newer.slice(...place))).toBe(foldSpaces(older.slice(...[...whole, ...picked][i]!)))
          expect(isCut(newer, place[0]) || isCut(newer, place[1])).toBe(false)
        }
        for (const i of old.keys()) if (parts.some(({ origin }) => origin === i)) expect(places[i], old[i]).not.toBe(null)
      },
    ),
    { numRuns: 300 },
  )
})

test('words of a paragraph that is still there stay in it, or in a copy of it', () => {
  const numbered = paragraphs.map(all => all.map((text, i) => text.replaceAll(/\S+/g, `$&${i}`)))
  fc.assert(
    fc.property(
      numbered,
      fc.array(edit, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(13), fc.nat(200), fc.integer({ min: 1, max: 60 }))),
      (old, edits, picks) => {
        const older = old.join('\n\n')
        let parts: Part[] = old.map((text, origin) => ({ text, origin }))
        for (const each of edits) parts = edited(parts, each)
        const newer = parts.map(({ text }) => text).join('\n\n')
        for (const [pick, from, length] of picks) {
          const home = pick % old.length
          const start = older.indexOf(old[home]!) + (from % old[home]!.length)
          const span: Span = [start, Math.min(older.indexOf(old[home]!) + old[home]!.length, start + length)]
          const [place] = isCut(older, span[0]) || isCut(older, span[1]) ? [null] : reanchor(older, newer, [span])
          if (!place || !parts.some(({ origin }) => origin === home)) continue
          const around = newer.slice(Math.max(0, newer.lastIndexOf('\n\n', place[0])), `${newer}\n\n`.indexOf('\n\n', place[1]))
          expect(foldSpaces(around)).toContain(`paragraph${home} of${home} its${home} kind${home}`)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('the work grows with the text and not with its square', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (size, seed) => {
      const lines = (n: number, salt: number) =>
        Array.from({ length: n * 400 }, (_, i) => vocabulary[((i * (7 + salt) + seed) >>> 0) % vocabulary.length]).join(
          salt % 2 ? ' ' : '\n',
        )
      const [older, newer] = [lines(size, 0), lines(size, 3)]
      const budget = { left: Infinity }
      let spent = 0
      difference(older, newer, {
        get left() {
          return budget.left
        },
        set left(left: number) {
          spent += 1
          budget.left = left
        },
      })
      expect(spent).toBeLessThan(200 * (older.length + newer.length))
    }),
    { numRuns: 20 },
  )
})

test('two long pages with nothing in common are told apart', () => {
  const page = (letter: string) => Array.from({ length: 60_000 }, (_, i) => `${letter}${i % 97}`).join(' ')
  const [older, newer] = [page('a'), page('b')]
  expect(changesOf(difference(older, newer))).toEqual([{ older: [0, older.length], newer: [0, newer.length] }])
  expect(reanchor(older, newer, [[0, 2]])).toEqual([null])
})
