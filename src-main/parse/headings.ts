import type { ReadingRule } from '../../src-preload/record.ts'
import { bareHeading, distance, isOneWord, known, nearest } from './known-headings.ts'
import { looksLikeName } from './names.ts'
import { invisible } from './plain-text.ts'
import { slotAt, slotOf } from './slots.ts'
import type { Slot } from './slot.ts'
import { anyWeekday, bullets, numberedRoles } from './vocabulary.ts'
import { list } from './word-list.ts'

/** A line read as a heading, with or without its value on the same line. */
export interface Heading {
  readonly slot: number
  /** How far the words are from a known heading, 0 for the very words. */
  readonly cost: number
  /** The heading as the layouts write it. */
  readonly words: string
  /** Where the heading ends and where the value begins, within the line; the same as its length when there is no value. */
  readonly labelEnd: number
  readonly valueStart: number
  /** The number in `Speaker 3: `. */
  readonly number?: number
  readonly glued?: true
  readonly exact: boolean
  /** The page has the same heading elsewhere, and that one opens the part. */
  readonly isInner?: true
  /** A name follows on the same line. */
  readonly isNamed?: true
  /** It is a heading because a rule of the project says so. */
  readonly rule?: ReadingRule
}

const longest = 90
/** How much of a line tells which heading it begins with. */
const headLength = 400
function found(label: string, labelEnd: number, valueStart: number, isWhole: boolean): Heading | undefined {
  const bare = bareHeading(label)
  const match = nearest(bare)
  if (!match) return undefined
  const { words, typos } = match
  const shown = label.trim()
  if (typos > 0 && (/\? \S{1,2}$/.test(bare) || (bare.length < 6 && !/^\p{Lu}/u.test(shown)))) return undefined
  const small = /^\p{Ll}/u.test(shown) ? (isWhole || words.length < shortWord ? 1.5 : 0.9) : 0
  const cost = typos * typoCost(words) + small + (!isWhole && isOneWord(words) ? 0.5 : 0)
  return { slot: known.get(words)!, cost, words, labelEnd, valueStart, exact: typos === 0 }
}
const shortWord = 7
/** The shorter a heading is, the likelier a word near to it is another. */
const typoCost = (words: string) => (isOneWord(words) ? (words.length < shortWord ? 0.9 : 0.7) : 0.5)

/** `Organizer 1: `, `Co-Organizer 2: `, `Speaker #3 - `: the number says that a person follows. */
const numberedRole = new RegExp(
  String.raw`^(?:${bullets}\s*)?(${numberedRoles})s?\s*(?:#|no\.?)?\s*(\d{1,2})\s*(?:[:.)\uff1a]|-(?=\s))\s*`,
  'i',
)
const longestRole = 60
const numberedSlot: Readonly<Record<string, number>> = {
  organizer: slotOf.organizer,
  organiser: slotOf.organizer,
  coorganizer: slotOf.organizer,
  coorganiser: slotOf.organizer,
  speaker: slotOf.speaker,
  additionalspeaker: slotOf.additionalSpeaker,
  panelist: slotOf.speaker,
  panellist: slotOf.speaker,
  discussant: slotOf.speaker,
  respondent: slotOf.speaker,
  presenter: slotOf.speaker,
  moderator: slotOf.moderator,
  onlinemoderator: slotOf.onlineModerator,
  onsitemoderator: slotOf.moderator,
  rapporteur: slotOf.rapporteur,
}

function numbered(head: string, hasGroups: boolean): Heading | undefined {
  if (!/\d/.test(head.slice(0, longestRole))) return undefined
  const match = numberedRole.exec(head)
  if (!match) return looselyNumbered(head, hasGroups)
  const words = match[1]!
  return {
    slot: numberedSlot[words.toLowerCase().replace(/[\s-]/g, '')]!,
    cost: 0,
    words,
    labelEnd: match[0].trimEnd().length,
    valueStart: match[0].length,
    number: Number(match[2]),
    exact: true,
  }
}

/** The same with a letter wrong in the role, or `Speaker 1 Jane Doe, Harbour Lab`. */
function looselyNumbered(head: string, hasGroups: boolean): Heading | undefined {
  const match =
    /^(\p{L}{6,10})\s*(\d{1,2})\s*:\s*/u.exec(head) ??
    (hasGroups ? /^(Organi[sz]er|Speaker)\s+(\d{1,2})\s+(?=\p{Lu})/u.exec(head) : null) ??
    /^(Organi[sz]er|Speaker)\s+(\d{1,2})\s+(?=\p{Lu}[\p{L}.'\u2019-]*(?: \p{L}[\p{L}.'\u2019-]*){1,4} ?,)/u.exec(head)
  if (!match) return undefined
  const word = match[1]!.toLowerCase()
  const role = (['organizer', 'speaker'] as const).find(one => distance(word, one, 1) <= 1)
  return (
    role && {
      slot: slotOf[role],
      cost: 0.8,
      words: role,
      labelEnd: match[0].trimEnd().length,
      valueStart: match[0].length,
      number: Number(match[2]),
      exact: false,
    }
  )
}

const gluable = list(
  'Online Moderator | Onsite Moderator | Moderator | Rapporteur | Additional Speakers | Organizers | Speakers | Format | Room',
)

/** `Online ModeratorJANE DOE`: the line break between heading and value was lost. */
function glued(head: string, hasGroups: boolean): Heading | undefined {
  if (!/^[OMRASFomrasf]/.test(head)) return undefined
  for (const words of gluable) {
    const isSame = head.startsWith(words) || (hasGroups && head.startsWith(words.toUpperCase()))
    if (!isSame || head.length < words.length + 3) continue
    const next = head.slice(words.length, words.length + 1)
    const isPlural = /^s(?!\p{L})/u.test(head.slice(words.length, words.length + 2))
    if (!/\p{Lu}|\p{Lo}/u.test(next) && !(hasGroups && /\p{Ll}/u.test(next) && !isPlural)) continue
    const slot = known.get(words.toLowerCase())!
    return {
      slot,
      cost: hasGroups ? 0.2 : 1,
      words: words.toLowerCase(),
      labelEnd: words.length,
      valueStart: words.length,
      glued: true,
      exact: true,
    }
  }
  return undefined
}

/** `Rapporteur Jane Doe, Civil Society, African Group`. */
function spaced(head: string, hasGroups: boolean): Heading | undefined {
  if (!hasGroups) return undefined
  const match = /^(Online Moderator|Onsite Moderator|Moderator|Rapporteur)\s+(?=[\p{L}])/iu.exec(head)
  if (!match) return undefined
  const words = match[1]!.toLowerCase()
  return { slot: known.get(words)!, cost: 0.5, words, labelEnd: match[1]!.length, valueStart: match[0].length, exact: true }
}

const isLong = (slot: Slot) => slot.body === 'prose' || slot.body === 'questions'

/** Headings with remarks, or of report templates, can be longer than a line of text. */
const longestRemarked = 320
const remarked = /\(\s*\*|click on|please|\(indicate|substantive|discuss gender|ideas surfaced/i

const beginsWithName = (value: string) => looksLikeName(value.split(/[,;(]/, 1)[0]!)

/** Every heading that a line could be; `head` is its first few hundred characters, `length` that of the whole. */
export function headingsOf(head: string, length: number, hasGroups: boolean): Heading[] {
  if (!invisible.test(head)) return visibleHeadings(head, length, hasGroups)
  const places = [...Array(head.length).keys()].filter(i => !invisible.test(head.charAt(i)))
  const placeOf = (at: number) => places[at] ?? length
  const shown = places.map(i => head.charAt(i)).join('')
  const headings = visibleHeadings(shown, length - head.length + shown.length, hasGroups)
  return headings.map(one => ({ ...one, labelEnd: placeOf(one.labelEnd), valueStart: placeOf(one.valueStart) }))
}

function visibleHeadings(head: string, length: number, hasGroups: boolean): Heading[] {
  const first = numbered(head, hasGroups)
  if (first) return [first]
  const headings: Heading[] = []
  const add = (heading: Heading | undefined) => {
    if (heading && !headings.some(other => other.slot === heading.slot)) headings.push(heading)
  }
  const isRemarked = length > longest && remarked.test(head.slice(0, 160))
  if (length <= (isRemarked ? longestRemarked : longest)) add(found(head, length, length, true))
  if (headings.length > 0) return headings
  const start = head.slice(0, isRemarked ? longestRemarked : longest)
  const colon = start.search(/[:\uff1a\t]/)
  if (colon > 2) {
    const rest = /^[:\uff1a\t]\s*/.exec(head.slice(colon))![0].length
    const heading = found(head.slice(0, colon), colon + 1, colon + rest, length <= colon + rest)
    add(heading && slotAt(heading.slot).role && beginsWithName(head.slice(colon + rest)) ? { ...heading, isNamed: true } : heading)
  }
  const question = start.indexOf('?')
  if (question > 20 && question + 1 < length) {
    const heading = found(head.slice(0, question + 1), question + 1, question + 1, false)
    if (heading && isLong(slotAt(heading.slot)))
      add({ ...heading, valueStart: question + 1 + /^[:\s]*/.exec(head.slice(question + 1))![0].length })
  }
  if (headings.length === 0) add(glued(head, hasGroups) ?? spaced(head, hasGroups))
  return headings
}

const item = /^(?:\d{1,2}\.(?:\d|[a-e]\b|\s+\p{Lu})|GOAL \d)/u
const date = new RegExp(String.raw`^${anyWeekday},\s+\d`, 'i')

/** Whether a row of the page is a heading by itself, or begins with one or with a date; wrapped text hardly ever does. */
export function beginsWithHeading(row: string): boolean {
  if (date.test(row) || item.test(row)) return true
  const first = firstHeading(row)
  if (!first) return false
  if (first.number !== undefined || first.glued || first.valueStart >= row.length) return /^\P{Ll}/u.test(row)
  return first.exact && /[:?]/.test(row.slice(first.labelEnd - 1, first.labelEnd))
}

/** Whether a row is a heading and nothing else. */
export function isWholeHeading(row: string): boolean {
  const first = firstHeading(row)
  return first !== undefined && first.valueStart >= row.length && /^\P{Ll}/u.test(row)
}

const firstHeading = (row: string): Heading | undefined => headingsOf(row.slice(0, headLength), row.length, false)[0]
