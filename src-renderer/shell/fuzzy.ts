/** Lower case without accents, so that `resume` finds `Résumé`. */
export const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

const isWordStart = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')

/** Letters of one word found in order; those that start words or follow each other count most. */
function scattered(word: string, text: string) {
  let score = 0
  let last = -2
  for (const letter of word) {
    const at = text.indexOf(letter, last < 0 ? 0 : last + 1)
    if (at < 0) return 0
    score += at === last + 1 ? 3 : isWordStart(text, at) ? 2 : 0.2
    last = at
  }
  return score / (3 * word.length)
}

function wordScore(word: string, text: string) {
  const at = text.indexOf(word)
  if (at < 0) return scattered(word, text)
  const startsWord = isWordStart(text, at) || text.split(word).length > 2
  return (startsWord ? 3 : 2) + word.length / (text.length + 1)
}

/** How well a text answers what was typed; 0 is not at all. Each typed word has to be found. */
export function fuzzyScore(typed: string, text: string) {
  const where = plain(text)
  const scores = plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .map(word => wordScore(word, where))
  if (scores.some(score => score < 0.34)) return 0
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length) || (typed.trim() ? 0 : 1)
}

/** The best first; equals stay in order. */
export function fuzzyFind<T>(items: readonly T[], typed: string, textOf: (item: T) => string, limit: number): T[] {
  return items
    .map(item => ({ item, score: fuzzyScore(typed, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ item }) => item)
}
