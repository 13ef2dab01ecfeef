import type { RegionalGroup, StakeholderGroup } from '../../src-preload/record.ts'
import { list } from './word-list.ts'
import { fold, honorifics, organizationWord, positions, regionWords, remarks, shortRegionWords, stakeholderWords } from './vocabulary.ts'

export interface Person {
  readonly name: string | null
  readonly affiliation: string | null
  readonly stakeholderGroup: StakeholderGroup | null
  readonly regionalGroup: RegionalGroup | null
}

const padlock = /[\u{1F50F}-\u{1F513}]\ufe0f?/gu
export function tidy(text: string): string {
  const shown = text.includes('\ud83d') ? text.replace(padlock, ' ') : text
  return (/[^\S ]| {2}/.test(shown) ? shown.replace(/\s+/g, ' ') : shown).trim()
}
const edge = /^[\s,;:|/\u2013\u2014-]+|[\s,;:|/\u2013\u2014-]+$/g
const atEdge = /^[\s,;:|/\u2013\u2014-]|[\s,;:|/\u2013\u2014-]$/
const withoutEdge = (text: string) => (atEdge.test(text) ? text.replace(edge, '') : text)
const orNull = (text: string) => {
  const tidied = withoutEdge(tidy(text))
  return /[\p{L}\d]/u.test(tidied) ? tidied : null
}

const longestGroup = 80
/** The last words of groups, as they are written in full or for short. */
const lastWords: ReadonlySet<string> = new Set(
  list(
    'group | society | government | governments | sector | community | organization | organizations | organisation | organisations | weog | grulac | industry | africa | african | pacific | europe | european | others | caribbean',
  ),
)
const afterGroup = ' .;,\t\u00a0'
/** Whether a text ends as groups do; few others do. */
function endsLikeGroup(text: string): boolean {
  let end = text.length
  while (end > 0 && afterGroup.includes(text[end - 1]!)) end--
  if (text[end - 1] === ')') return true
  let start = end
  while (start > 0 && isLatin(text.charCodeAt(start - 1))) start--
  return end > start && lastWords.has(text.slice(start, end).toLowerCase())
}
const isLatin = (code: number) => (code | 32) >= 97 && (code | 32) <= 122
const groupWords = (text: string) =>
  fold(tidy(text))
    .replace(/[.;]$/, '')
    .replace(/(?<=\S)\(/, ' (')

/** What a text names as the form writes it, or with other capitals, spaces and dots. */
function groupIn<T>(groups: ReadonlyMap<string, T>, text: string): T | undefined {
  if (text.length > longestGroup || !endsLikeGroup(text)) return undefined
  const asWritten = groups.get(text.toLowerCase())
  if (asWritten !== undefined) return asWritten
  const words = groupWords(text)
  return groups.get(words) ?? (words.includes('- ') ? groups.get(words.replace('- ', '')) : undefined)
}
export const stakeholderOf = (text: string) => groupIn(stakeholderWords, text)
export const regionOf = (text: string) => groupIn(regionWords, text)

const number = /^(?:\(\s*\d{1,3}\s*\)|\d{1,3}\s*[.):](?!\d)|[a-z]\)|[-*\u2022\u00b7\u25cf\u2023>]+)\s*/i

/** Leaves out a list number, bullets and honorifics before a name, and remarks such as `(TBC)` after it. */
export function bareName(text: string): string | null {
  if (isBareAlready(text)) return text
  let name = tidy(text).replace(/\[([^\]]*)\]|\(([^)]*)\)/g, (whole, square: string | undefined, round: string | undefined) =>
    isRemark(square ?? round ?? '') ? ' ' : whole,
  )
  name = name.replace(/\s+-\s+([\w ]{2,20})$/, (whole, after: string) => (isRemark(after) ? '' : whole))
  for (let before = ''; before !== name;) {
    before = name
    name = name
      .replace(edge, '')
      .replace(number, '')
      .replace(/^the\s+(?=(?:right\s|rt\.?\s)?hon)/i, '')
    const word = /^([\p{L}.]+)(?:\s+|(?<=\.)(?=\p{Lu}))(?=\S)/u.exec(name)
    if (
      word &&
      honorifics.has(word[1]!.toLowerCase().replace(/\.$/, '')) &&
      (word[1]!.endsWith('.') || !/^(?:he|sr|pr|eng|rt|right|ing|lic|sen|fr|ven)$/i.test(word[1]!) || /^(?:right|rt) hon/i.test(name))
    )
      name = name.slice(word[0].length)
  }
  name = name.replace(/,?\s+(?:PhD|Ph\.D\.?|Esq\.?|MD)$/, '')
  return orNull(name)
}

/** Words of letters alone, none of them a title or degree: most names stand so. */
const isBareAlready = (text: string) => lettersOnly.test(text) && isWithoutTitles(text)
const lettersOnly = /^\p{L}+(?:[ '\u2019-]\p{L}+)*$/u

function isWithoutTitles(text: string): boolean {
  const space = text.indexOf(' ')
  return space < 0 || (!degree.test(text) && !text.startsWith('The ') && !honorifics.has(text.slice(0, space).toLowerCase()))
}
const degree = / (?:PhD|Esq|MD)$/

function isRemark(text: string): boolean {
  const folded = fold(text)
  return remarks.has(folded) || /\b(?:tbc|to be confirmed|confirmed)\b|^replac(?:es|ing)\b/.test(folded)
}

const insideSentence = / (?:the|of|and|for|with|to|in|on|is|are|be|this|that|we|our|how|what|by|from|at|an|or) |^\p{L}\D*\d/u
const leftOut = /[([]| -\s/

/** Names are a few words, most with a capital; sentences are not. */
export function looksLikeName(text: string): boolean {
  if (insideSentence.test(text) && !leftOut.test(text)) return false
  const name = bareName(text)
  if (!name || name.length > 60 || /[.!?:;]$/.test(name.replace(endingInPoint, '')) || /[\d@#%"“”?!]/.test(name)) return false
  const words = name.split(' ')
  if (words.length > 7) return false
  return !words.some(
    (word, i) =>
      sentenceWords.has(word.toLowerCase()) &&
      !/^(?:Will|WILL|Min|MIN)$/.test(word) &&
      (word.length > 2 || (i < words.length - 1 && word === word.toLowerCase())),
  )
}
/** An initial, or what tells a son from his father. */
const endingInPoint = /(?:\b\p{Lu}|\s(?:Jr|Sr|Jnr|Snr))\.$/u
const sentenceWords = new Set([
  'the',
  'of',
  'and',
  'for',
  'with',
  'to',
  'in',
  'on',
  'is',
  'are',
  'will',
  'be',
  'this',
  'that',
  'we',
  'our',
  'how',
  'what',
  'session',
  'participants',
  'all',
  'speakers',
  'by',
  'from',
  'at',
  'an',
  'a',
  'or',
  'none',
  'tbd',
  'tbc',
  'internet',
  'governance',
  'minutes',
  'min',
  'discussion',
  'introduction',
  'opening',
  'closing',
  'questions',
  'remarks',
  'n/a',
])

/** Names of East Asia are one word in their own script. */
const eastAsianName = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}$/u
export const isFullName = (name: string) => name.includes(' ') || eastAsianName.test(name)

/** `Suharto, Director, X`: some people have one name. */
export const isOneName = ({ name, affiliation }: Person) =>
  /^\p{Lu}\p{L}{2,}$/u.test(name ?? '') && positions.has(affiliation?.toLowerCase().split(/[^\p{L}-]/u, 1)[0] ?? '')

const split = (text: string): string[] => text.split(/[,|;]/).map(piece => piece.trim())

/** Where a position or an organisation was glued to the end of a name, as in `Jane DoeDirector of X`; -1 when it was not. */
function gluedAt(name: string): number {
  if (!/\p{Ll}\p{Lu}/u.test(name)) return -1
  for (const match of name.matchAll(/\p{Ll}(?=\p{Lu}\p{L}*)/gu)) {
    const at = match.index + 1
    const word = /^[\p{L}-]+/u.exec(name.slice(at))![0]
    if (positions.has(word.toLowerCase())) return at
    const left = /\p{L}+$/u.exec(name.slice(0, at))![0]
    if (left.length > 3 && word.length > 3 && name.slice(0, at).includes(' ') && /\s/.test(name.slice(at))) return at
  }
  return -1
}

/** `Africa` after a stakeholder group. */
function shortRegionOf(text: string, before: string): RegionalGroup | undefined {
  const region = shortRegionWords.get(text.toLowerCase())
  return region && stakeholderOf(before) ? region : undefined
}

/** The groups at the end of `Name, …, Stakeholder, Region`, and what is left before them. */
function groupsOf(pieces: readonly string[]): {
  rest: string[]
  stakeholderGroup: StakeholderGroup | null
  regionalGroup: RegionalGroup | null
} {
  const rest = [...pieces]
  let stakeholderGroup: StakeholderGroup | null = null
  let regionalGroup: RegionalGroup | null = null
  const last = () => rest.at(-1) ?? ''
  while (rest.length > 0 && orNull(last()) === null) rest.pop()
  const region = regionOf(last()) ?? shortRegionOf(last(), rest.at(-2) ?? '')
  if (region && !(region === 'Intergovernmental Organization' && !stakeholderOf(rest.at(-2) ?? ''))) {
    regionalGroup = region
    rest.pop()
    if (/group/i.test(last()) && regionOf(last()) === region) rest.pop()
  }
  const stakeholder = stakeholderOf(last())
  if (stakeholder) {
    stakeholderGroup = stakeholder
    rest.pop()
    const between = regionOf(last())
    if (!regionalGroup && between && between !== 'Intergovernmental Organization') {
      regionalGroup = between
      rest.pop()
    }
  }
  return { rest, stakeholderGroup, regionalGroup }
}

/** Whether a text ends with a stakeholder or regional group. */
export const hasGroups = (text: string) => {
  if (!endsLikeGroup(text)) return false
  const { stakeholderGroup, regionalGroup } = groupsOf(split(text.slice(-200)))
  return stakeholderGroup !== null || regionalGroup !== null
}

/** Whether a text ends with both groups of a person in full, so that nothing more can follow. */
export const hasBothGroups = (text: string) => {
  const pieces = endsLikeGroup(text) ? split(text.slice(-200)) : []
  const { stakeholderGroup, regionalGroup } = groupsOf(pieces)
  return stakeholderGroup !== null && regionalGroup !== null && regionOf(pieces.findLast(piece => orNull(piece) !== null)!) !== undefined
}

const keyed =
  /\b(name|organi[sz]ational affiliation|organi[sz]ation|affiliation|stakeholder(?: group)?|region(?:al group)?|country|gender|title|position)\s*:\s*/gi

/** `Name: Jane Doe | …`, where each part says what it is. */
export const hasKeys = (text: string) =>
  text.includes('|') && /^(?:[-*\u2022\u00b7\u25cf]\s*|\d{1,2}[.)]\s*)?name\s*:[^|]*\|[^|]*:/i.test(text)

/** `Name: Jane Doe | Organizational Affiliation: X | Stakeholder: Civil Society`. */
function fromKeys(text: string): Person | undefined {
  if (!text.includes(':')) return undefined
  const keys = [...text.matchAll(keyed)]
  if (!keys.some(key => /^name$/i.test(key[1]!)) || keys.length < 2) return undefined
  const values = new Map<string, string>()
  for (const [i, key] of keys.entries())
    values.set(
      key[1]!.toLowerCase().replace('organis', 'organiz'),
      text.slice(key.index + key[0].length, keys[i + 1]?.index ?? text.length),
    )
  const value = (...names: string[]) => orNull(names.map(name => values.get(name)).find(one => one !== undefined) ?? '')
  const stakeholder = value('stakeholder group', 'stakeholder')
  return {
    name: bareName(values.get('name') ?? ''),
    affiliation: value('organizational affiliation', 'organization', 'affiliation'),
    stakeholderGroup: stakeholderOf(stakeholder ?? '') ?? null,
    regionalGroup: regionOf(value('regional group', 'region') ?? '') ?? null,
  }
}

/** Where a line may break, or must not: no letter of a name. */
const unseen = /[\u200b\u2060\ufeff]/g

/** Reads `Name, Affiliation, Stakeholder, Region` where every part but one may be missing. */
export function readPerson(written: string): Person {
  const text = written.replace(unseen, '')
  const byKeys = fromKeys(text)
  if (byKeys) return byKeys
  return readParts(withoutRemarks(groupsAfterCommas(text)))
}

/** `Jane Doe (X, Civil Society, African Group)` and `Jane Doe, X \u2013 Civil Society` with a comma before each group. */
function groupsAfterCommas(text: string): string {
  const wrapped = text.endsWith(')') ? /^([^()]+?)\s*\(([^()]+)\)$/.exec(text) : null
  let opened = wrapped && hasGroups(wrapped[2]!) ? `${wrapped[1]}, ${wrapped[2]}` : text
  for (let dash = dashedGroup(opened); dash >= 0; dash = dashedGroup(opened))
    opened = `${opened.slice(0, dash)}, ${opened.slice(dash).replace(/^\s*[\u2013\u2014-]\s*/, '')}`
  return opened
}

const spacedDash = /\s[\u2013\u2014-]\s/
/** Where ` \u2013 Civil Society` begins at the end of a text, -1 where no group is there. */
function dashedGroup(text: string): number {
  if (!spacedDash.test(text) || !endsLikeGroup(text)) return -1
  const dash = /\s+[\u2013\u2014-]\s+(?=[^\u2013\u2014]+$)/.exec(text)
  if (!dash) return -1
  const { rest, stakeholderGroup, regionalGroup } = groupsOf(split(text.slice(dash.index + dash[0].length)))
  return rest.length === 0 && (stakeholderGroup ?? regionalGroup) ? dash.index : -1
}

/** `[Jane Doe, to be confirmed], …` and `…, African Group (TBC)` without what is said of the person's coming. */
function withoutRemarks(text: string): string {
  return text
    .replace(/^\s*\[([^\][]*)\]/, (_, inside: string) => inside)
    .replace(/\s*\(([^()]{2,60})\)\s*$/, (whole, inside: string) => (isRemark(inside) ? '' : whole))
    .replace(/,\s*([^,]{2,30})(?=,|$)/g, (whole, part: string) => (comingWords.test(part) ? '' : whole))
}
const comingWords = /^(?:tb[cd]|(?:to be |un|not )?confirmed|confirmation pending)$/i

function readParts(text: string): Person {
  const { rest, stakeholderGroup, regionalGroup } = groupsOf(split(text))
  while (rest.length > 1 && orNull(rest[0]!) === null) rest.shift()
  const groups = { stakeholderGroup, regionalGroup }
  if (rest.length === 0) return { name: null, affiliation: null, ...groups }
  const restText = wordsBefore(text, rest)
  const cut = nameEnd(restText)
  const name = bareName(restText.slice(0, cut))
  const affiliation = affiliationOf(restText.slice(cut))
  const isGiven = stakeholderGroup !== null || regionalGroup !== null
  if (name !== null && affiliation === null && (organizationWord.test(name) || (!isGiven && acronym.test(name))))
    return { name: null, affiliation: name, ...groups }
  if (name !== null && organizationOf.test(name)) return { name: null, affiliation: orNull(restText), ...groups }
  return { name, affiliation, ...groups }
}

/** `Ministry of Digital, Culture and Sport`. */
const organizationOf =
  /^(?:the\s+)?(?:ministry|universit\p{L}+|department|institute|cent(?:re|er)|office|council|commission|federation|association|embassy|permanent mission|delegation|faculty|bureau|agency|authority)\s+(?:of|for)\s/iu
const acronym = /^(?!(?:NONE|NIL|TB[ACD])$)\p{Lu}{3,}$/u

/** The text of the first pieces as it stood, commas and all. */
function wordsBefore(text: string, pieces: readonly string[]): string {
  let at = 0
  for (const piece of pieces) at = text.indexOf(piece, at) + piece.length
  return text.slice(0, at)
}

/** `Virginia (Ginger) Prado`. */
const nickname = /^\s*[\p{L}.'\u2019-]+ +\(\p{L}+\) +\p{Lu}[\p{L} '\u2019-]*$/u

/** Where a bracket stands that says more of a person than that they come, -1 where none does. */
function bracketOf(text: string): number {
  if (!/[([]/.test(text) || nickname.test(text)) return -1
  const said = [...text.matchAll(/[([]([^)\]]*)[)\]]?/g)].find(
    ({ 1: inside = '', index }) => index > 2 && !isRemark(inside) && !/^\s*\d+\s*$/.test(inside),
  )
  return said?.index ?? -1
}

/** Where `Jane Doe: Professor of tides`, as digests list people, has its colon; -1 for `Updated information: Jane Doe cannot come`. */
export function colonBeforePosition(text: string): number {
  const colon = text.indexOf(': ')
  if (colon < 0) return -1
  const name = text.slice(0, colon)
  const isPosition = positions.has(/^[\p{L}-]*/u.exec(text.slice(colon + 2))![0].toLowerCase())
  return isPosition && looksLikeName(name) && name.includes(' ') && !organizationWord.test(name) && !stakeholderOf(name) ? colon : -1
}

/** `Martin Hale, Jr.` is a name. */
const endOfName = /[,;|](?!\s*(?:Jr|Sr|Jnr|Snr|I{2,3}|IV|Ph\.?D|MD|Esq)\b\.?\s*(?:[,;|]|$))/

function nameEnd(text: string): number {
  const comma = text.search(endOfName)
  let end = comma < 0 ? text.length : comma
  const bracket = bracketOf(text.slice(0, end))
  if (bracket >= 0) end = bracket
  const dash = /\s+[\u2013\u2014-]\s+(?=\p{L})/u.exec(text.slice(0, end))
  if (dash && !isRemark(text.slice(dash.index + dash[0].length, end))) end = dash.index
  const colon = colonBeforePosition(text)
  if (colon > 0 && colon < end) return colon
  const title = /\s+(?:from|of|at)\s+(?=\p{Lu})/u.exec(text.slice(0, end))
  const before = title ? text.slice(0, title.index).trim() : ''
  if (title && before.includes(' ') && !organizationWord.test(before)) end = title.index
  const glue = gluedAt(text.slice(0, end))
  return glue > 0 ? glue : end
}

const withInitials = /^\p{L}+(?:[ '\u2019-]\p{L}+| \p{Lu}\.(?= ))*$/u
const unlikeName = /\p{Ll}\p{Lu}| (?:from|of|at) /u
const lettersAndMarks = /^(?!(?:from|at|of) )\p{L}+(?:(?: & | - |[ .'\u2019-]|\. )\p{L}+)*\.?$/u
const isPlainName = (text: string) =>
  withInitials.test(text) && !unlikeName.test(text) && isWithoutTitles(text) && !organizationWord.test(text)
const isPlainAffiliation = (text: string) =>
  lettersAndMarks.test(text) && !/ and \p{Lu}/u.test(text) && !endsLikeGroup(text) && !isRemark(text)

/** `Jane Doe, Harbour Lab` or `Jane Doe, Civil Society, African Group`, in plain letters: most people stand so, and are read at once. */
export function readPlainPerson(text: string): Person | undefined {
  const [name, ...parts] = text.split(', ', 5)
  if (!isPlainName(name!)) return undefined
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const regionalGroup = parts.length === 2 ? (regionWords.get(last.toLowerCase()) ?? null) : null
  const stakeholderGroup = regionalGroup && (stakeholderWords.get(first.toLowerCase()) ?? null)
  if (stakeholderGroup) return { name: name!, affiliation: null, stakeholderGroup, regionalGroup }
  const isPlain = parts.length === 1 || (parts.length === 2 && !last.includes(' '))
  if (!isPlain || !parts.every(isPlainAffiliation)) return undefined
  return { name: name!, affiliation: parts.join(', '), stakeholderGroup: null, regionalGroup: null }
}

const mailAddress =
  /[,;]?\s*[(<[]?(?:[\w.+-]+@[\w-]+\.[\w.-]+|[\w.+-]+\s*\[at\]\s*[\w-]+(?:\s*\[dot\]\s*[\w-]+)+|\[email.protected\])[)>\]]?/giu

/** `Director, Harbour Lab. She has kept lamps since 2009.` */
const lifeStory = /(?<=\p{Ll})\.\s+(?:She|He|They)\s+\p{Ll}.*$/u

function affiliationOf(text: string): string | null {
  let rest = withoutEdge(tidy(text).replace(lifeStory, '')).replace(/^(?:from|at|of)\s+/, '')
  if (/[@[]/.test(rest)) rest = rest.replace(mailAddress, '')
  const wrapped = /^\(((?:[^()]|\([^()]*\))*)\)[.;,]?$|^\[([^[\]]*)\][.;,]?$/.exec(rest)
  if (wrapped) rest = wrapped[1] ?? wrapped[2] ?? ''
  rest = rest.replace(/[([]([^)\]]*)[)\]]/g, (whole, inside: string) => (isRemark(inside) ? ' ' : whole))
  return isRemark(rest) ? null : orNull(rest)
}

/** `Jane Doe / John Roe, …` is two people with the same details. */
export function readPeopleWithSlash(text: string): Person[] {
  const person = readPerson(text)
  const names = person.name?.split(/\s*\/\s*/) ?? []
  const areNames = names.every(name => looksLikeName(name) && (name.includes(' ') || /^\p{Lu}\p{Ll}{2,}$/u.test(name)))
  if (names.length < 2 || !areNames || !names.some(name => name.includes(' '))) return [person]
  return names.map(name => ({ ...person, name: bareName(name) }))
}
