import type { Span } from '../../src-preload/record.ts'
import { trimSpan } from './lines.ts'
import { hasGroups, regionOf, stakeholderOf } from './groups.ts'
import { looksLikeName, tidy } from './names.ts'
import { readPeopleWithSlash, readPerson, readPlainPerson } from './person.ts'
import type { Person } from './person.ts'
import { titledNames } from './titled-names.ts'
import { fold, organizationWord, positions, regionWords, remarks, stakeholderWords } from './vocabulary.ts'

export interface Entry {
  readonly person: Person
  readonly span: Span
}

const escape = (words: string) => words.replace(/[()]/g, '\\$&').replace(/[ -]/g, '[\\s-]+')
const longestFirst = (words: Iterable<string>) =>
  [...words]
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|')
/** After a group the next person begins where no comma does. */
const afterGroup = new RegExp(
  `,\\s*(?:${longestFirst([...regionWords.keys(), ...stakeholderWords.keys()])})\\.?[\\s\\u00a0]+(?=[\\p{Lu}\\p{Lo}\\p{Ll}'\\u2019])`,
  'giu',
)
const listNumber = /(?:^|[\s;,])(?:\(\d{1,2}\)|\d{1,2}[.)])\s*(?=\p{L})/gu
const numbered = String.raw`(?:Organi[sz]er|Speaker|Panelli?st|Moderator)\s+#?\d{1,2}\s*[:.-]\s*`
const roleNumber = new RegExp(String.raw`(?:^|\s)${numbered}`, 'g')
const beginsNumbered = new RegExp(`^${numbered}`)
const nameKey = /(?:^|[\s|;,])(?=Name\s*:)/g
const comingMark = /(?:^|(?<=[.;])\s+)(?:to be |un|not (?:yet )?)?confirmed\s*:\s*/gi
const bullet = /(?:^|\s)[*\u2022\u00b7\u25cf]\s+/g
const honorific = '(?:Mr|Ms|Mrs|Mx|Dr|Prof|Miss|Sir|H\\.E)\\.?'
/** `Ms.,Ana,PRADO,Civil Society,Harbour Lab`. */
const commaSeparated = new RegExp(`^${honorific},\\s?[^,]{1,50},`, 'i')
/** `Ms. Ana,PRADO,Civil Society,Harbour Lab`. */
const afterHonorific = new RegExp(`^${honorific}\\s[^\\s,]{1,50},\\s?\\p{Lu}{2,}(?:[\\s'\\u2019-]\\p{Lu}+)*,`, 'u')
const eachCommaSeparated = new RegExp(`(?:^|\\s)(?=${honorific},\\s?[^\\s,])`, 'gi')
const eachAfterHonorific = new RegExp(`(?:^|\\s)(?=${honorific}\\s[^\\s,]{1,50},\\s?\\p{Lu}{2,}[\\s,'\\u2019-])`, 'gu')
const most = 20_000

/** Marks that begin a person in a line, and what a text must hold for them to be looked for. */
const marks: readonly (readonly [mark: RegExp, needs: RegExp, isBefore: boolean])[] = [
  [eachCommaSeparated, commaSeparated, true],
  [eachAfterHonorific, afterHonorific, true],
  [nameKey, /Name\s*:/, true],
  [roleNumber, /\d/, false],
  [comingMark, /confirmed\s*:/i, false],
  [listNumber, /\d/, false],
  [bullet, /[*\u2022\u00b7\u25cf]/, false],
]

/** `Civil Society Forum of X` and `Government Affairs, Y` begin with a group's words and are organisations. */
function beginsPerson(text: string): boolean {
  const name = text.split(/[,;|(]/, 1)[0]!
  return looksLikeName(name) && !organizationWord.test(name) && !/^(?:relations|affairs)\b/i.test(name)
}

/** Where each person of a roster written in one line begins. */
function starts(text: string): number[] {
  for (const [mark, needs, isBefore] of marks) {
    if (!needs.test(text)) continue
    const found = [...text.matchAll(mark)].map(
      match => match.index + (isBefore ? match[0].length : match[0].length - match[0].trimStart().length),
    )
    if (found.length > 1) return found[0]! > 0 && /\p{L}{3}/u.test(text.slice(0, found[0])) ? [0, ...found] : found
  }
  return partsOf(text, ' / ', hasGroups) ?? partsOf(text, '|', part => part.includes(',')) ?? [0, ...afterGroups(text)]
}

/** `Jane Doe, X | John Roe, Y`: a mark parts people where each part is a person and more of that person. */
function partsOf(text: string, mark: string, isMore: (part: string) => boolean): number[] | undefined {
  const parts = text.includes(mark) ? text.split(mark) : []
  if (parts.length < 2 || !parts.every(part => isMore(part) && beginsPerson(part.trim()))) return undefined
  let at = 0
  return parts.map(part => {
    const start = at
    at += part.length + mark.length
    return start
  })
}

/** Where people begin behind the groups of the person before them. */
export const afterGroups = (text: string): number[] =>
  [...text.matchAll(afterGroup)].map(match => match.index + match[0].length).filter(at => beginsPerson(text.slice(at, at + 200)))

const semicolons = (text: string) => (text.includes(';') ? text.split(';') : [])

/** A row of a table of people, in the order that the form of 2017 had. */
export const isCsv = (text: string): boolean => commaSeparated.test(text) || afterHonorific.test(text)

function readCsv(text: string): Person | undefined {
  if (!isCsv(text)) return undefined
  const [given, family, group, ...others] = text
    .replace(/^[\p{L}.]+[,\s]\s*/u, '')
    .split(',')
    .map(part => part.trim())
  if (group === undefined) return undefined
  const { stakeholderGroup } = readPerson(`x,${group}`)
  const rest = tidy((stakeholderGroup ? others : [group, ...others]).join(', '))
  return { name: tidy(`${given} ${family}`), affiliation: rest === '' ? null : rest, stakeholderGroup, regionalGroup: null }
}

/** Reads every person in a text that may hold one, which is likelier where it `isOne`, or a whole roster; `offset` is where the text begins in the page. */
export function readRoster(whole: string, offset: number, isOne = false): Entry[] {
  const plain = readPlainPerson(whole)
  if (plain) return [{ person: plain, span: [offset, offset + whole.length] }]
  const text = whole.slice(0, most)
  if (beginsSentence.test(text)) return titledIn(text, offset)
  const at = starts(text)
  const pieces: Span[] = at.map((start, i) => trimSpan(text, start, at[i + 1] ?? text.length))
  const entries: Entry[] = []
  for (const [start, end] of pieces) {
    if (end <= start) continue
    for (const [from, to] of divided(text, start, end, isOne)) {
      const piece = text.slice(from, to)
      const person = readCsv(piece)
      for (const one of person ? [person] : readPeopleWithSlash(piece.replace(beginsNumbered, '')))
        entries.push({ person: one, span: [offset + from, offset + to] })
    }
  }
  return entries
}

/** `We have also invited Ms. Jane Doe (Harbour Lab) and …`. */
const beginsSentence = /^(?:We|They|Our|The|In|Also|Further|There|This|It|I)\s+\p{Ll}+\s/u
const titledIn = (text: string, offset: number): Entry[] =>
  titledNames(text).map(({ name, inside, start, end }) => ({
    person: { name, affiliation: inside, stakeholderGroup: null, regionalGroup: null },
    span: [offset + start, offset + end],
  }))

const betweenPeople = /,(?:\s+and)?\s+(?![^(]*\))|\s+(?:and|&|\/)\s+(?=\p{Lu})(?![^(]*\))|(?<=\))\s+(?=\p{Lu}[^()]{3,60}\()/gu
const bracketedPerson = /^\p{Lu}[^()]{3,60}\([^()]+\)[.;]?$/u
/** `Jane Doe (Nordic Quays)`, and neither `Jane Doe (confirmed)` nor `Nordic Quays Alliance (NQA)`. */
function isBracketedPerson(part: string): boolean {
  const [name, inside] = part.split(/[()]/, 2)
  return bracketedPerson.test(part) && !organizationWord.test(name!) && !remarks.has(fold(inside!))
}
const barePerson = /^(?:\p{Lu}[\p{L}.'\u2019-]*\s+){1,3}\p{Lu}[\p{L}.'\u2019-]*$/u
const namesNobodyElse = (part: string) =>
  !organizationWord.test(part) &&
  !stakeholderOf(part) &&
  !regionOf(part) &&
  !part
    .toLowerCase()
    .split(' ')
    .some(word => positions.has(word))

/** Splits `Jane Doe (X), John Roe (Y)`, and, where it is not one person, three or more bare names with commas between. */
function atCommas(text: string, start: number, end: number, isOne: boolean): Span[] | undefined {
  const piece = text.slice(start, end)
  const first = piece.length > 3000 ? -1 : piece.search(betweenPeople)
  if (first < 0) return undefined
  const opening = piece.slice(0, first).trim()
  if (!bracketedPerson.test(opening) && !barePerson.test(opening)) return undefined
  const cuts = [...piece.matchAll(betweenPeople)]
  const bounds = [0, ...cuts.map(cut => cut.index + cut[0].length)]
  const spans = bounds.map((from, i) => trimSpan(text, start + from, start + (cuts[i]?.index ?? piece.length)))
  const parts = spans.map(([from, to]) => text.slice(from, to))
  const isBracketed = parts.every(isBracketedPerson)
  const isBare = !isOne && parts.length > 2 && parts.every(part => barePerson.test(part) && namesNobodyElse(part))
  const isPair = parts.length === 2 && !piece.includes(',') && parts.every(part => barePerson.test(part) && namesNobodyElse(part))
  return isBracketed || isBare || isPair ? spans : undefined
}

/** `Harbour Lab` or `Civil Society` after a semicolon is said of the person before it. */
const isDetail = (part: string) =>
  !part.includes(',') && (organizationWord.test(part) || stakeholderOf(part) !== undefined || regionOf(part) !== undefined)
const severalWords = /^\s*\p{L}[\p{L}\p{M}.'\u2019-]*\s+\p{L}/u
const oneName = /^\s*(?:\p{Lu}\p{L}+|[\p{Lo}\p{M}]{2,})\.?\s*$/u

/** Splits `Jane Doe, X; John Roe, Y`. */
function divided(text: string, start: number, end: number, isOne: boolean): Span[] {
  const byCommas = atCommas(text, start, end, isOne)
  if (byCommas) return byCommas
  const parts = semicolons(text.slice(start, end))
  const said = parts.filter(part => part.trim() !== '')
  if (said.slice(1).every(part => (isOne ? !part.includes(',') : isDetail(part)))) return [[start, end]]
  if (parts.length < 2 || !said.some(part => severalWords.test(part)) || !said.every(part => severalWords.test(part) || oneName.test(part)))
    return [[start, end]]
  let at = start
  return parts.flatMap(part => {
    const span = trimSpan(text, at, at + part.length)
    at += part.length + 1
    return span[1] > span[0] ? [span] : []
  })
}
