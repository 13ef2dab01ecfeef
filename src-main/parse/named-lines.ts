import type { Shape } from './shapes.ts'

/** `Jane Doe, Nordic Quays`. */
export const isNamedLine = ({ looksLikePerson, line: { text } }: Shape) => looksLikePerson && text.includes(',')
/** Officers can be `Jane Doe` and `Jane Doe (Nordic Quays)`; who speaks besides is `Jane Doe, Nordic Quays`. */
export const isNameOnly = ({ line: { text } }: Shape) => !text.includes(',')
/** `Jane Doe, Civil Society, African Group`, and not `Civil Society, African Group` of a hidden person. */
export const isNamedWithGroups = ({ hasGroups, line: { text } }: Shape) => hasGroups && hasCommas(text, 2)
/** `Jane Doe, Civil Society, African Group`, with no organization between. */
export const isOfficerLine = ({ hasGroups, isRoster, line: { text } }: Shape) => hasGroups && !isRoster && !hasCommas(text, 3)

function hasCommas(text: string, count: number): boolean {
  let at = -1
  for (let i = 0; i < count; i++) if ((at = text.indexOf(',', at + 1)) < 0) return false
  return true
}

/** The longest name of an organization. */
const longestName = 80
export const isNameAlone = ({ headings, length, isProse, isItem, isQuestion, isEvident, isIntroduction, line: { text } }: Shape) =>
  length < longestName &&
  headings.length === 0 &&
  !isProse &&
  !isItem &&
  !isQuestion &&
  !isEvident &&
  !isIntroduction &&
  /^\p{Lu}.*(?:[\p{L})]|\b(?:Co|Inc|Ltd)\.)$/u.test(text)
/** `Harbour Data Project`, not a heading of the text's own such as `Introduction`. */
export const isOrganizationAlone = (shape: Shape) => isNameAlone(shape) && /^[^,\d]+ [^,\d]+$/.test(shape.line.text)

/** `2. Open floor, online first (20 min)`. */
export const isTimed = ({ isShort, line: { text } }: Shape) => isShort && text.endsWith(')') && /\(\d+\s?min\w*\)$/.test(text)
