/** Lower case without accents, so that `resume` finds `Résumé`. */
export const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the letters stand in the text in this order, others between them. */
function isStrewnIn(letters: string, text: string) {
  let at = -1
  return Array.from(letters).every(letter => (at = text.indexOf(letter, at + 1)) >= 0)
}

/** `gth` for Go to history, `hstry` for history: worth less than anything written out. */
function shortened(typed: string, text: string) {
  // Of thousands of texts most end here, before they are taken apart.
  if (!isStrewnIn(typed, text)) return 0
  const words = wordsIn(text)
  const initials = words.map(word => word[0]).join('')
  return isStrewnIn(typed, initials) || words.some(word => word[0] === typed[0] && isStrewnIn(typed, word)) ? 1 : 0
}

/** Whole words before beginnings of words, those before other parts. */
function wordScore(typed: string, text: string) {
  if (!text.includes(typed)) return shortened(typed, text)
  const words = wordsIn(text)
  const share = typed.length / (text.length + 1)
  if (words.includes(typed)) return 4 + share
  return (words.some(word => word.startsWith(typed)) ? 3 : 2) + share
}

const typedWords = (typed: string) => plain(typed).split(/\s+/).filter(Boolean)

/** How well words that are `plain` answer what was typed; 0 is not at all. Each typed word has to be found. */
export const fuzzyScore = (typed: string, words: string) => scoreOf(typedWords(typed), words)

function scoreOf(typed: readonly string[], words: string) {
  const scores = typed.map(word => wordScore(word, words))
  if (scores.length === 0 || scores.includes(0)) return 0
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** The best first; equals stay in order. */
export function fuzzyFind<T>(items: readonly T[], typed: string, wordsOf: (item: T) => string, limit: number) {
  const words = typedWords(typed)
  return items
    .map(item => ({ item, score: scoreOf(words, wordsOf(item)) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit)
}
