import { bullets, fold, foldedThemes, numberedRoles, regionWords, stakeholderWords } from './vocabulary.ts'

/** What is looked at of a row that may be broken. */
export interface BrokenRow {
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
}

const connective = /(?:,|&|\d(?:st|nd|rd|th)|\b(?:and|of|the|for|in|to|with|on|by|as|de))$/i
/** The first word of a group. */
const halfGroup = /(?:(?:^|, )(?:civil|private|technical|intergovernmental|african|asia-pacific|eastern european)|\band others)$/i
const longestOpening = 18
/** A line that ends so goes on in the next, whatever that is. */
export const endsInside = (row: string) => connective.test(row.slice(-longestOpening))
export const endsOpen = (row: string) => endsInside(row) || halfGroup.test(row.slice(-longestOpening))
export const runsOn = (before: string, row: string) => /^(?:[\p{Ll}(]|\d(?!\d?[:.h]\d\d\s?[-\u2013]))/u.test(row) || endsOpen(before)

/** `Private` and `Sector`, `Latin American` and `and Caribbean Group (GRULAC)`: the two halves of each group, wherever it can break. */
const halves = [...stakeholderWords.keys(), ...regionWords.keys()].flatMap(words =>
  [...words.matchAll(/ |(?<=-)/g)].map(({ index }) => [words.slice(0, index), words.slice(index).trim()] as const),
)
const escaped = (words: string) => words.replace(/[()]/g, '\\$&')
const acrossGroup = new RegExp(`(?:^|[\\s,;|])(?:${halves.map(half => half.map(escaped).join('\\n')).join('|')})(?=$|[\\s,;.)])`, 'i')
const secondHalf = new RegExp(`^(?:${[...new Set(halves.map(([, half]) => escaped(half)))].join('|')})(?=$|[\\s,;.)])`, 'i')
const longestHalf = 45
const breaksGroup = (before: string, row: string) =>
  secondHalf.test(row.slice(0, longestHalf)) && acrossGroup.test(`${before.slice(-longestHalf)}\n${row.slice(0, longestHalf)}`)

const hyphen = /\p{L}\p{Ll}-$/u
const beginsSmall = /^\p{Ll}{2}/u
const endOfTime = / UTC\) ?[-\u2013]$/
/** `Session Report (* deadline 9 January) - click on the`, `Key Takeaways (* deadline at the end`. */
const acrossRemark = /\(\*[^)\n]*\n|\) -\nclick on|\) -(?: click[^\n]*)?\n[^\n]*instructions$/
const longestRemark = 80
const breaksRemark = (before: string, row: string) =>
  (before.includes('(*') || before.includes(') -')) && acrossRemark.test(`${before.slice(-longestRemark)}\n${row.slice(0, longestRemark)}`)

/** `Thursday, 1st December, 2022` and `(06:30 UTC)`, `(15:10` and `UTC)`. */
const restOfTime = /^(?:\(\d{1,2}:\d{2} )?UTC\)/
const openTime = /(?:\d{4}|\(\d{1,2}:\d{2}) ?$/
const breaksTime = (before: string, row: string) => restOfTime.test(row) && openTime.test(before)
/** A row of a table of keys is not ended by the bar between two of them. */
const breaksKeys = (before: string, row: string) =>
  (before.endsWith('|') || row.startsWith('|')) &&
  /^\|?\s*(?:organi[sz]ational affiliation|affiliation|stakeholder|regional group)\b/i.test(row)

const longProse = 60
const endsSmall = /\s\p{Ll}[\p{L}'\u2019-]*[,/]?$/u
/** A long row that ends and a row that begins with a small letter are one sentence. In a list all rows begin so. */
const breaksSentence = (first: string, before: string, row: string) =>
  before.length >= longProse && beginsSmall.test(row) && !beginsSmall.test(first) && endsSmall.test(before)

/** Whether a break between two rows parts what can only be one: a group, a word, a sentence, the two ends of a time, the remark on a heading. */
export function isBroken(first: string, before: string, row: string): boolean {
  if (breaksTime(before, row) || breaksKeys(before, row) || breaksSentence(first, before, row)) return true
  const end = before.charAt(before.length - 1)
  if ((end === '-' || end === '\u2013') && ((hyphen.test(before) && beginsSmall.test(row)) || endOfTime.test(before))) return true
  return breaksGroup(before, row) || breaksRemark(before, row)
}

const longEnough = 50
const isGroup = (words: string) => stakeholderWords.has(fold(words)) || regionWords.has(fold(words))
/** A single row that ends in a comma goes on below; several of them in a row are a list. */
export function breaksAtComma(above: string | undefined, before: string, row: string): boolean {
  if (!before.endsWith(',') || row.endsWith(',') || above?.endsWith(',')) return false
  return before.length >= longEnough || row.split(', ', 3).every(isGroup) || foldedThemes.has(fold(`${before} ${row}`))
}

const mark = new RegExp(String.raw`^(?:${bullets}\s*)?(?:(${numberedRoles})s?\s*#?\s*)?(\d{1,2})\s*[.:)\uff1a](?!\d)`, 'i')
const longestRest = 90

function markOf(row: string): { label: string; number: number } | undefined {
  const found = mark.exec(row)
  return found ? { label: (found[1] ?? '').toLowerCase(), number: Number(found[2]) } : undefined
}

/** In a numbered list of people, whether a row without a number goes on with the item above: the next item, or the end of the list, follows at once. */
export function goesOnItem(rows: readonly BrokenRow[], at: number, first: string, isComplete: (row: string) => boolean): boolean {
  const item = markOf(first)
  const [row, last] = [rows[at]!.text, rows[at - 1]!.text]
  if (!item || !/\p{L}{2}/u.test(row) || markOf(row) || row.length > longestRest || /[.!?:;]$/.test(last) || /[.!?:;]$/.test(row))
    return false
  const isOpen = endsOpen(last) || (/^\p{Ll}/u.test(row) && !/^\p{Ll}/u.test(first))
  if (!isOpen && (last.includes(',') ? row.includes(',') : !isComplete(row))) return false
  for (const next of rows.slice(at + 1, at + 3)) {
    if (next.gap > 0) return item.label !== ''
    const following = markOf(next.text)
    if (following) return following.label === item.label && following.number > item.number && following.number < item.number + 4
  }
  return false
}
