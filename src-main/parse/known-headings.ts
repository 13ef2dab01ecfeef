import { slots } from './slots.ts'
import { fold } from './vocabulary.ts'

/** The headings that the layouts know, with the place that each of them opens. */
export const known: ReadonlyMap<string, number> = new Map(
  slots.flatMap(({ headings, openings = [] }, slot) => [...headings, ...openings].map(words => [words, slot] as const)),
)
const byLength: { readonly words: string; readonly letters: number }[][] = []
for (const words of known.keys()) if (words.length > 3) (byLength[words.length] ??= []).push({ words, letters: lettersOf(words) })

/** Such a heading can be part of a sentence; one of several words hardly ever is. */
export const isOneWord = (words: string) => !/[ '/-]/.test(words)

const listNumber = /^(?:[-*\u2022\u00b7\u25cf#]+\s*)?(?:\(?\d{1,2}[.):]\)?|[ivx]{1,4}[.)])\s*|^[-*\u2022\u00b7\u25cf#]+\s*/i
const remark =
  /\s*(?:\(\s*\*.*|-\s*click on\b.*|\((?:\d+ ?min(?:utes)?|\d sentence.*|max.*|optional)\).*|\((?:indicate|as listed|workshop, open)[^)]*\)\s*:?|\[\d+ words.*)$/i
const openings = slots.flatMap(slot => slot.openings ?? [])
const firstWords = new Set(openings.map(words => words.slice(0, words.indexOf(' '))))
const openingOf = (words: string) => (words.includes(': ') ? words : (openings.find(opening => words.startsWith(opening)) ?? words))

const emphasis = /^\s*[*_]{1,3}(?=\S)|[*_]{1,3}\s*$/g
const endingInColon = /\s*[:\uff1a]\s*$/

/** The words of a heading, to look it up. */
export function bareHeading(label: string): string {
  let words = fold(label.includes('*') || label.includes('_') ? label.replace(emphasis, '') : label)
  if (!/^[a-hj-uwyz]/.test(words)) words = words.replace(listNumber, '')
  if (words.includes('(') || words.includes('[') || words.includes('click on')) words = words.replace(remark, '')
  if (words.endsWith(':') || words.endsWith('\uff1a')) words = words.replace(endingInColon, '')
  words = words.trim()
  return firstWords.has(words.slice(0, words.indexOf(' '))) ? openingOf(words) : words
}

/** Whether `a` becomes `b` with at most `most` letters put in, left out, changed or swapped; returns how many, or Infinity. For a few letters at most. */
export function distance(a: string, b: string, most: number, i = 0, j = 0): number {
  if (Math.abs(a.length - i - (b.length - j)) > most) return Infinity
  while (i < a.length && a[i] === b[j]) {
    i++
    j++
  }
  if (i === a.length && j === b.length) return 0
  if (most === 0) return Infinity
  const isSwapped = i + 1 < a.length && a[i] === b[j + 1] && a[i + 1] === b[j]
  const swapped = isSwapped ? distance(a, b, most - 1, i + 2, j + 2) : Infinity
  const changed = distance(a, b, most - 1, i + 1, j + 1)
  return 1 + Math.min(swapped, changed, distance(a, b, most - 1, i + 1, j), distance(a, b, most - 1, i, j + 1))
}

/** The letters of a text, a bit each. */
function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return letters
}

/** How many letters one of two texts has and the other has not; a letter changed makes that two. */
function lettersApart(a: number, b: number): number {
  let bits = a ^ b
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The known heading nearest to these words; a letter or two may be wrong in it. */
export function nearest(words: string): { words: string; typos: number } | null {
  if (known.has(words)) return { words, typos: 0 }
  if (words.length < 3 || words.length > 75) return null
  const most = words.length < 9 || isOneWord(words) ? 1 : 2
  const letters = lettersOf(words)
  let best: { words: string; typos: number } | null = null
  for (let length = words.length - most; length <= words.length + most; length++)
    for (const candidate of byLength[length] ?? []) {
      if (lettersApart(letters, candidate.letters) > 2 * most) continue
      const typos = distance(words, candidate.words, Math.min(most, best ? best.typos - 1 : most))
      if (typos <= most) best = { words: candidate.words, typos }
    }
  return best
}

/** The place that these words open by the parser's own knowledge. */
export const knownSlot = (words: string): number | undefined => known.get(bareHeading(words))
