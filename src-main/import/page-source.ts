// What a browser's source view puts before the source and its line numbers.
const VIEW_WORDS = /^(?:view-source:\S+|line wrap)\s+/i
const PAGE_START = /^<(?:!doctype\s+html|html[\s>])/i
const FRAGMENT_START = /^<(?:!--|(?:\?xml|head|body|meta|link|main|article|section|div|table|h1|p)\b)/i
const CLOSING_TAGS = /<\/(?:div|article|section|main|table|td|p|span|h[1-6]|li|body)>/gi
const FRAGMENT_CLOSINGS = 5

/** Markup shown as text, as copied from a browser's source view: without the line numbers; null when the text is not that. */
export function pageSource(text: string, mayBeFragment: boolean): string | null {
  const markup = withoutPreamble(withoutLineNumbers(text))
  if (PAGE_START.test(markup)) return markup
  return mayBeFragment && FRAGMENT_START.test(markup) && hasClosingTags(markup) ? markup : null
}

/** Step by step, because one pattern for all of it would take the square of the time on a file of blanks. */
function withoutPreamble(text: string): string {
  let rest = text.trimStart()
  for (let words = VIEW_WORDS.exec(rest); words; words = VIEW_WORDS.exec(rest)) rest = rest.slice(words[0].length)
  return rest.replace(/^[\s\d]+/, '')
}

function hasClosingTags(markup: string): boolean {
  let found = 0
  for (const _ of markup.matchAll(CLOSING_TAGS)) {
    found += 1
    if (found === FRAGMENT_CLOSINGS) return true
  }
  return false
}

/** Line numbers count up from 1, each at the start of its line. */
function withoutLineNumbers(text: string): string {
  const first = text.slice(0, 10_000).split('\n', 20)
  if (first.length < 3 || !first.every((line, index) => startsWithNumber(line, index + 1))) return text
  const lines = text.split('\n')
  return lines.map((line, index) => (startsWithNumber(line, index + 1) ? line.replace(/^\s*\d+/, '') : line)).join('\n')
}

function startsWithNumber(line: string, number: number): boolean {
  return Number(/^\s*(\d+)/.exec(line)?.[1]) === number
}
