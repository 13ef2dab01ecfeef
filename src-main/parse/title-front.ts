import type { SessionType, Span } from '../../src-preload/record.ts'
import { fold, sessionKinds } from './vocabulary.ts'

/** What stands in front of a title: the kind of session and its number. */
export interface Front {
  readonly type?: SessionType
  readonly typeSpan?: Span
  readonly number?: number
  readonly numberSpan?: Span
  readonly length: number
}

export const forumAndYear = /^(?:#{1,6}\s+)?(?:the\s+)?IGF[\s\u00a0:,'\u2019-]*(\d{4})\b[\s:,|\u2010-\u2015-]*/i
const kindWords = sessionKinds.map(([word]) => word.replace(/[-/ ]+/g, part => (part.includes('/') ? '\\s*/\\s*' : '[\\s-]+'))).join('|')
const kindAndNumber = new RegExp(
  `^(?:IGF[\\s\\u00a0]*)?(${kindWords})(?![\\p{L}'\\u2019])(?:[\\s\\u00a0:.-]*(?:#|no\\.?\\s|n\\u00b0)[\\s\\u00a0]*(\\d{1,4})(?!\\d)|[\\s\\u00a0.-]*(\\d{1,4})(?![\\d%]|[:.,]\\d)|[\\s\\u00a0:.-]*)`,
  'iu',
)
const gluedNumber = /^(WS|OF|TH|LT|NS)(\d{1,4})(?!\d)/
/** `DC-3` and `DC3` are names of coalitions and no numbers of sessions. */
const coalition = /^DC-?\d/
const bareNumber = /^#\s*(\d{1,4})(?!\d)/
const part = /^\s*(?:[IVX]{1,4}|\d{1,2})\s*[:\u2013-]\s*/
/** `Workshop on tides`: the kind is a word of the title. */
const continues = /^(?:on|of|for|and|in)\s/i

const plainKind = (words: string) =>
  fold(words)
    .replaceAll('-', ' ')
    .replace(/\s*\/\s*/g, ' / ')
const typeOfKind = new Map(sessionKinds.map(([kind, type]) => [plainKind(kind), type]))
const typeOf = (words: string): SessionType => typeOfKind.get(plainKind(words)) ?? 'other'
/** `IGF 2017 NRI session` has its title elsewhere. */
export const isKindAlone = (words: string) => words.length < 40 && typeOfKind.has(plainKind(words))

export function readFront(text: string): Front {
  const glued = gluedNumber.exec(text)
  if (glued) return { type: typeOf(glued[1]!), typeSpan: [0, glued[1]!.length], ...numberAt(glued[2]!, glued[0].length) }
  if (coalition.test(text)) return { type: 'dynamicCoalition', typeSpan: [0, 2], length: 0 }
  const bare = bareNumber.exec(text)
  if (bare) return numberAt(bare[1]!, bare[0].length)
  const match = kindAndNumber.exec(text)
  if (!match) return { length: 0 }
  const [whole, kind] = match
  const start = whole.indexOf(kind!)
  const type = { type: typeOf(kind!), typeSpan: [start, start + kind!.length] as const }
  const digits = match[2] ?? match[3]
  return digits === undefined
    ? { ...type, length: lengthWithoutNumber(text, whole, kind!) }
    : { ...type, ...numberAt(digits, whole.length) }
}

const numberAt = (digits: string, end: number) => ({
  number: Number(digits),
  numberSpan: [end - digits.length, end] as const,
  length: end,
})

/** How long a kind without a number is that is not the title's own word: with a `#` that has lost its number, or the part that it counts. */
function lengthWithoutNumber(text: string, whole: string, kind: string): number {
  const behind = text.slice(whole.length)
  const rest = behind.trim()
  if (/^#(?:\s|$)/.test(rest)) return text.indexOf('#', whole.length) + 1
  const isAbbreviation = kind.length < 4 && (!/[:\u2013-]/.test(whole) || whole === 'DC-')
  if (rest === '' || continues.test(rest) || isAbbreviation) return 0
  return whole.length + (part.exec(behind)?.[0].length ?? 0)
}

const beginsLikeForum = /^(?:igf|the)/i
/** `IGF 2021 WS #51`: what no other session's title begins with. */
export function codeIn(text: string): string | undefined {
  const match = beginsLikeForum.test(text) ? forumAndYear.exec(text) : null
  const front = match ? readFront(text.slice(match[0].length, match[0].length + 60)) : undefined
  return front?.number !== undefined && front.type ? `${match![1]} ${front.type} ${front.number}` : undefined
}
export const withoutForum = (text: string) => (beginsLikeForum.test(text) ? text.replace(forumAndYear, '') : text)
export const beginsTitle = (row: string) => codeIn(row) !== undefined
