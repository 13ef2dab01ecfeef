import type { RegionalGroup, StakeholderGroup } from '../../src-preload/record.ts'
import { endsLikeGroup, groupsOf, regionOf, split, stakeholderOf } from './groups.ts'
import { plainPerson } from './plain-person.ts'
import { bareName, isRemark, isWithoutTitles, looksLikeName, orNull, tidy, withoutEdge } from './names.ts'
import { organizationOf, organizationWord, positions, regionWords, shortStakeholderWords, stakeholderWords } from './vocabulary.ts'

export interface Person {
  readonly name: string | null
  readonly affiliation: string | null
  readonly stakeholderGroup: StakeholderGroup | null
  readonly regionalGroup: RegionalGroup | null
}

export const isOfGroup = ({ stakeholderGroup, regionalGroup }: Person) => stakeholderGroup !== null || regionalGroup !== null

/** `Suharto, Director, X`: some people have one name. */
export const isOneName = ({ name, affiliation }: Person) =>
  /^\p{Lu}\p{L}{2,}$/u.test(name ?? '') && positions.has(affiliation?.toLowerCase().split(/[^\p{L}-]/u, 1)[0] ?? '')

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

/** Reads `Name, Affiliation, Stakeholder, Region` where every part but one may be missing. */
export function readPerson(written: string): Person {
  return fromKeys(written) ?? readParts(plainPerson(written))
}

function readParts(text: string): Person {
  const { rest, ...groups } = groupsOf(split(text))
  while (rest.length > 1 && orNull(rest[0]!) === null) rest.shift()
  const unnamed = { name: null, affiliation: null, ...groups }
  if (rest.length === 0) return unnamed
  const restText = wordsBefore(text, rest)
  const cut = nameEnd(restText)
  const name = bareName(restText.slice(0, cut))
  const affiliation = affiliationOf(restText.slice(cut))
  if (name !== null && affiliation === null && (organizationWord.test(name) || (!isOfGroup(unnamed) && acronym.test(name))))
    return { ...unnamed, affiliation: name }
  if (name !== null && organizationOf.test(name)) return { ...unnamed, affiliation: orNull(restText) }
  return { name, affiliation, ...groups }
}

const acronym = /^(?!(?:NONE|NIL|TB[ACD])$)\p{Lu}{3,}$/u

/** The text of the first pieces as it stood, commas and all. */
function wordsBefore(text: string, pieces: readonly string[]): string {
  let at = 0
  for (const piece of pieces) at = text.indexOf(piece, at) + piece.length
  return text.slice(0, at)
}

/** `Virginia (Ginger) Prado`. */
const nickname = /^\s*[\p{L}.'\u2019-]+(?: \p{Lu}[\p{L}.'\u2019-]*){0,2} +\(\p{L}+\) +\p{Lu}[\p{L} '\u2019-]*$/u

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
  const dash = /\s+[\u2013\u2014-]\s+(?=\p{L})|(?<=[\p{L}.)])\s*[\u2014\u00b7]\s+(?=\p{L})/u.exec(text.slice(0, end))
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
  lettersAndMarks.test(text) &&
  !/ and \p{Lu}/u.test(text) &&
  !endsLikeGroup(text) &&
  !isRemark(text) &&
  !shortStakeholderWords.has(text.toLowerCase())

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
