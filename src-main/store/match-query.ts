/** What a person typed as an FTS5 query: all words, the last as a beginning, "quoted words" together; null for nothing to look for. */
export function matchQuery(typed: string): string | null {
  const terms = [...typed.matchAll(/"([^"]+)"|([^\s"]+)/g)].map(([, phrase, word]) => phrase ?? word!)
  const words = terms
    .map(term =>
      term
        .toWellFormed()
        .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
        .trim(),
    )
    .filter(term => term !== '')
  if (words.length === 0) return null
  return words.map((word, i) => `"${word}"${i === words.length - 1 ? '*' : ''}`).join(' ')
}

// Written without spaces between words, or with small words joined to the next: the beginning of a word can stand inside a run of letters.
const joined =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Hebrew}]/u

/** What was typed in a script whose words stand inside others, to be found there as it is; null in all other scripts. */
export function innerWords(typed: string): string | null {
  const words = typed.toWellFormed().replaceAll('"', '').trim()
  return joined.test(words) ? words : null
}
