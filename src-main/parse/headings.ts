import type { ReadingRule } from '../../src-preload/record.ts'
import { looksLikeName } from './names.ts'
import { invisible } from './plain-text.ts'
import { slotAt, slotOf, slots } from './slots.ts'
import type { Slot } from './slot.ts'
import { anyWeekday, fold, numberedRoles } from './vocabulary.ts'
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
const known = new Map<string, number>()
for (const [i, { headings, openings = [] }] of slots.entries()) for (const words of [...headings, ...openings]) known.set(words, i)
const byLength: { readonly words: string; readonly letters: number }[][] = []
for (const words of known.keys()) if (words.length > 3) (byLength[words.length] ??= []).push({ words, letters: lettersOf(words) })

/** Such a heading can be part of a sentence; one of several words hardly ever is. */
const isOneWord = (words: string) => !/[ '/-]/.test(words)

const listNumber = /^(?:\(?\d{1,2}[.):]\)?|[ivx]{1,4}[.)]|[-*\u2022\u00b7\u25cf#]+)\s*/i
const remark =
  /\s*(?:\(\s*\*.*|-\s*click on\b.*|\((?:\d+ ?min(?:utes)?|\d sentence.*|max.*|optional)\).*|\((?:indicate|as listed|workshop, open)[^)]*\)\s*:?|\[\d+ words.*)$/i
const openings = slots.flatMap(slot => slot.openings ?? [])
const firstWords = new Set(openings.map(words => words.slice(0, words.indexOf(' '))))
const openingOf = (words: string) => (words.includes(': ') ? words : (openings.find(opening => words.startsWith(opening)) ?? words))

const emphasis = /^\s*[*_]{1,3}(?=\S)|[*_]{1,3}\s*$/g
const endingInColon = /\s*[:\uff1a]\s*$/

/** The words of a heading, to look it up. */
export function bareHeading(label: string): string {
  let words = fold(label.includes('*') || label.includes('_') ? label.replace(emphasis, '') : label)
  if (!/^[a-hj-uwyz]/.test(words)) words = words.replace(listNumber, '')
  if (words.includes('(') || words.includes('[') || words.includes('click on')) words = words.replace(remark, '')
  if (words.endsWith(':') || words.endsWith('\uff1a')) words = words.replace(endingInColon, '')
  words = words.trim()
  return firstWords.has(words.slice(0, words.indexOf(' '))) ? openingOf(words) : words
}

/** Whether `a` becomes `b` with at most `most` letters put in, left out, changed or swapped; returns how many, or Infinity. For a few letters at most. */
export function distance(a: string, b: string, most: number, i = 0, j = 0): number {
  if (Math.abs(a.length - i - (b.length - j)) > most) return Infinity
  while (i < a.length && a[i] === b[j]) {
    i++
    j++
  }
  if (i === a.length && j === b.length) return 0
  if (most === 0) return Infinity
  const isSwapped = i + 1 < a.length && a[i] === b[j + 1] && a[i + 1] === b[j]
  const swapped = isSwapped ? distance(a, b, most - 1, i + 2, j + 2) : Infinity
  const changed = distance(a, b, most - 1, i + 1, j + 1)
  return 1 + Math.min(swapped, changed, distance(a, b, most - 1, i + 1, j), distance(a, b, most - 1, i, j + 1))
}

/** The letters of a text, a bit each. */
function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return letters
}

/** How many letters one of two texts has and the other has not; a letter changed makes that two. */
function lettersApart(a: number, b: number): number {
  let bits = a ^ b
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The known heading nearest to these words; a letter or two may be wrong in it. */
function nearest(words: string): { words: string; typos: number } | null {
  if (known.has(words)) return { words, typos: 0 }
  if (words.length < 3 || words.length > 75) return null
  const most = words.length < 9 || isOneWord(words) ? 1 : 2
  const letters = lettersOf(words)
  let best: { words: string; typos: number } | null = null
  for (let length = words.length - most; length <= words.length + most; length++)
    for (const candidate of byLength[length] ?? []) {
      if (lettersApart(letters, candidate.letters) > 2 * most) continue
      const typos = distance(words, candidate.words, Math.min(most, best ? best.typos - 1 : most))
      if (typos <= most) best = { words: candidate.words, typos }
    }
  return best
}

function found(label: string, labelEnd: number, valueStart: number, isWhole: boolean): Heading | undefined {
  const words = bareHeading(label)
  const match = nearest(words)
  if (!match) return undefined
  if (match.typos > 0 && /\? \S{1,2}$/.test(words)) return undefined
  if (match.typos > 0 && words.length < 6 && !/^\p{Lu}/u.test(label.trim())) return undefined
  const slot = known.get(match.words)!
  const lower = /^\p{Ll}/u.test(label.trim()) ? (isWhole || match.words.length < 7 ? 1.5 : 0.9) : 0
  const cost =
    match.typos * (!isOneWord(match.words) ? 0.5 : match.words.length < 7 ? 0.9 : 0.7) +
    lower +
    (!isWhole && isOneWord(match.words) ? 0.5 : 0)
  return { slot, cost, words: match.words, labelEnd, valueStart, exact: match.typos === 0 }
}

/** `Organizer 1: `, `Co-Organizer 2: `, `Speaker #3 - `: the number says that a person follows. */
const numberedRole = new RegExp(
  String.raw`^(?:[-*\u2022\u00b7\u25cf]\s*)?(${numberedRoles})s?\s*(?:#|no\.?)?\s*(\d{1,2})\s*(?:[:.)\uff1a]|-(?=\s))\s*`,
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
    if (heading && isLong(slots[heading.slot]!))
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

/** The place that these words open by the parser's own knowledge. */
export const knownSlot = (words: string): number | undefined => known.get(bareHeading(words))
