export interface SnippetPart {
  readonly text: string
  readonly isMatch: boolean
}

/** Splits words of a page at their matches, which stand between U+0002 and U+0003. */
export function splitSnippet(snippet: string): SnippetPart[] {
  const [first = '', ...rest] = snippet.split('\u0002')
  const parts = [{ text: first, isMatch: false }]
  for (const piece of rest) {
    const end = piece.indexOf('\u0003')
    const [match, after] = end < 0 ? [piece, ''] : [piece.slice(0, end), piece.slice(end + 1)]
    parts.push({ text: match, isMatch: true }, { text: after, isMatch: false })
  }
  return parts.map(part => ({ ...part, text: part.text.replaceAll('\u0003', '').replace(/\s+/g, ' ') })).filter(part => part.text !== '')
}
