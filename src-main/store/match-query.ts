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
