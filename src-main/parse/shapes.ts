import { endsWithDuration, isDuration } from './duration.ts'
import { headingsOf } from './headings.ts'
import type { Heading } from './headings.ts'
import type { Line } from './lines.ts'
import { couldBeGoals, namesGoals } from './read-goals.ts'
import { hasGroups } from './groups.ts'
import { bareName, beginsWithPadlock, looksLikeName } from './names.ts'
import { colonBeforePosition, hasKeys } from './person.ts'
import { afterGroups, isCsv } from './roster.ts'
import { asks, endsLikeSentence, endsSentence, isSentence } from './sentences.ts'
import { banners, footers } from './site-furniture.ts'
import { hasRoomWord } from './rooms.ts'
import { anyWeekday, fold, foldedThemes, formatKinds, listItem, seatings } from './vocabulary.ts'

/** What one line could be, seen alone. */
export interface Shape {
  readonly line: Line
  readonly length: number
  readonly headings: readonly Heading[]
  readonly isTime: boolean
  readonly isFormat: boolean
  readonly isSeating: boolean
  readonly isFormatNote: boolean
  /** The fixed sentence that opens the part on online participation. */
  readonly isOfficialTool: boolean
  readonly isGoal: boolean
  /** It would be goals where the page names its goals. */
  readonly couldBeGoals: boolean
  /** What it is can be told from the line alone: a time, a goal, a format, a person with groups. */
  readonly isEvident: boolean
  readonly isShort: boolean
  readonly isTheme: boolean
  readonly isRoom: boolean
  readonly isNumber: boolean
  readonly isQuestion: boolean
  /** A sentence or more. */
  readonly isProse: boolean
  /** A list item: it begins with a bullet, a number or a letter. */
  readonly isItem: boolean
  /** A list item that goes on the list before it, or that the line before announces. */
  readonly isListed: boolean
  /** It ends with a stakeholder or regional group. */
  readonly hasGroups: boolean
  /** Several people in one line, each with groups. */
  readonly isRoster: boolean
  readonly looksLikePerson: boolean
  readonly isBanner: boolean
  readonly isFooter: boolean
  readonly isIntroduction: boolean
}

const headLength = 400
const longestRoster = 20_000

/** A day with its year. */
const day = /\b\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9},?\s+\d{4}\b|\b\p{L}{3,9}\s+\d{1,2}(?:st|nd|rd|th)?,\s+\d{4}\b/iu
/** `Tuesday, 6 December, 15:00 - 18:00, Main Hall`. */
const dayAndHours = new RegExp(
  String.raw`^${anyWeekday},?\s+(?:\d{1,2}\s+\p{L}{3,9}|\p{L}{3,9}\s+\d{1,2}),?\s[^\u2022]*\d{1,2}[:.h]\d{2}`,
  'iu',
)
/** `2021-12-10 12:50`, `10/12/2021`. */
const dayInDigits = /\b\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)|(?<![\d/.-])\d{1,2}([-/.])\d{1,2}\2\d{4}(?!\d)/
const clock = /\b\d{1,2}[:.h]\d{2}\b/
/** A day with hours, or a day in a short line. */
function namesTime(text: string): boolean {
  if (dayAndHours.test(text)) return true
  if (!/\d{4}/.test(text)) return false
  return clock.test(text) ? day.test(text) || dayInDigits.test(text) : text.length < 60 && day.test(text)
}
const regionName = /\b(?:African|Asia-Pacific|European|Caribbean|European and Others) Group\b/g
/** `Panel - 90 Min` or `Debate - Circle - 60 Min`, and not `Opening remarks - 10 min` of an agenda. */
function isFormatLine(folded: string): boolean {
  if (folded.length >= 90 || !/\d|hour/.test(folded)) return false
  const [kind, seating] = folded.split(dashes, 2)
  const isKnown = formatKinds.has(kind!.slice(kind!.lastIndexOf(': ') + 1).trim()) || (seating !== undefined && seatings.has(seating))
  return (isKnown ? seating !== undefined : folded.startsWith('other')) && endsWithDuration(folded)
}
const dashes = / [-\u2013] /

const capitalized =
  /^(?:\p{Lu}[\p{L}.'\u2019-]*|[\p{Lo}\p{M}]+|de|da|do|dos|das|del|della|dei|di|du|der|den|van|von|zu|af|av|ap|bin|binti?|bte|ibn|al|el|la|le|los|ten|ter|op|'t|y|e)$/u

/** `Jane Doe, …`: two to five capitalized words before the first comma, and no second sentence after it. */
export function beginsWithName(text: string): boolean {
  const comma = text.slice(0, 62).search(/[,(]/)
  if (comma < 4 || comma > 60 || /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+\s/u.test(text.slice(comma))) return false
  const words = bareName(text.slice(0, comma))?.split(' ') ?? []
  return words.length > 1 && words.length < 6 && words.every(word => capitalized.test(word)) && looksLikeName(words.join(' '))
}

/** The text up to the first of the marks that can end a name. */
const beforeMark = (text: string) => {
  const end = text.search(/[,(|\t]/)
  return end < 0 ? text : text.slice(0, end)
}

function isLikePerson(text: string): boolean {
  if (beginsWithPadlock(text)) return true
  const shown = /[).]$/.test(text) ? text.replace(/\([^)]*\)$|(?<=\s\p{Lu})\.$/u, '') : text
  return !endsLikeSentence(shown) && /^\S+\s+\S/.test(text) && looksLikeName(beforeMark(text))
}

/** Two people with groups have four commas at least. */
const namesSeveral = (text: string) =>
  (text.match(regionName)?.length ?? 0) > 1 || (text.split(',', 5).length > 4 && afterGroups(text).length > 0)

const longestHeadline = 160
/** A long name of an issue: its greater words have capitals. */
const isHeadline = (text: string) =>
  text.length <= longestHeadline && /^\p{Lu}.*\p{L}$/u.test(text) && !/\s\p{Ll}{5}|[^,\s] {2}/u.test(text)

/** `Speaker 2: …`. */
export const isNumbered = ({ headings }: Shape): boolean => headings.some(({ number }) => number !== undefined)

export function shapeOf(line: Line): Shape {
  const text = line.text
  const length = text.length
  const head = length > headLength ? text.slice(0, headLength) : text
  const isLookedUp = length <= 200
  const folded = isLookedUp ? fold(text) : ''
  const hasDigit = length < 220 && /\d/.test(text)
  const groups = isCsv(head) || hasKeys(head) || (length <= longestRoster && hasGroups(text) && (isLookedUp || text.includes(',')))
  const isNamed = length < 200 && !groups && (beginsWithName(text) || colonBeforePosition(text) > 0)
  const isSaid = length < 220 && isSentence(text)
  const isProse =
    !isNamed &&
    ((length > 110 && !isHeadline(text)) || (isLookedUp && !groups && endsSentence(text) && (isSaid || text.split(' ', 6).length > 5)))
  const isTime = hasDigit && !isSaid && namesTime(text)
  const isGoal = hasDigit && !isSaid && namesGoals(folded)
  const isFormat = isFormatLine(folded) || formatKinds.has(folded)
  return {
    line,
    length,
    headings: headingsOf(head, length, groups || line.isCut === true),
    isTime,
    isFormat,
    isFormatNote: /^online duration reset to \d/.test(folded),
    isOfficialTool: /^usage of (?:the )?igf official tool/i.test(head),
    isSeating: seatings.has(folded),
    isGoal,
    couldBeGoals: couldBeGoals(head),
    isEvident: isTime || isGoal || isFormat || groups,
    isShort: length < 60,
    isTheme: foldedThemes.has(folded),
    isRoom: length < 80 && hasRoomWord(folded),
    isNumber: /^\d{1,3}$/.test(folded) || isDuration(folded),
    isQuestion: asks(text),
    isProse,
    isItem: listItem.test(head),
    isListed: false,
    hasGroups: groups,
    isRoster: groups && length <= longestRoster && /^\S.{3,60}?,/.test(head) && namesSeveral(text),
    looksLikePerson: groups || isNamed || (length < 160 && !isFormat && !isGoal && isLikePerson(text)),
    isBanner: length < 200 && banners.test(text),
    isFooter: length < 120 && footers.test(text),
    isIntroduction: length < 250 && text.endsWith(':'),
  }
}
