import type { Choice, ParsedPerson, Role, Span } from '../../src-preload/record.ts'
import { headingReason, noHeading, otherwise, usualHeading, valueSpan, wordsIn } from './blocks.ts'
import type { Block } from './blocks.ts'
import { problem } from './draft.ts'
import type { Draft } from './draft.ts'
import { detailsIn, withDetails } from './person-details.ts'
import { isFullName, looksLikeName } from './names.ts'
import { isOfGroup, isOneName } from './person.ts'
import type { Person } from './person.ts'
import type { ReadLine } from './read-line.ts'
import { readRoster } from './roster.ts'
import { slotAt, slots } from './slots.ts'
import { confidenceFrom, leastConfidence } from './spans.ts'
import { remarks } from './vocabulary.ts'

const nobody =
  /^(?:(?:full |first |your )?name|none|n\/?a|not (?:applicable|yet (?:known|decided|confirmed)|available|known)|tb[acd]|to be (?:confirmed|determined|announced|decided|defined)|pending|unknown|-+|nil|no|(?:same )?as above|(?:the )?same as .{3,40}|see (?:above|below|(?:the )?attached.*)|list attached)\.?$/i

/** As a person in the role is called. */
const oneIn: Readonly<Record<Role, string>> = {
  proposer: 'a proposer',
  coProposer: 'a co-proposer',
  organizer: 'an organizer',
  speaker: 'a speaker',
  additionalSpeaker: 'an additional speaker',
  moderator: 'a moderator',
  onlineModerator: 'an online moderator',
  rapporteur: 'a rapporteur',
  finalModerator: "the report's moderator",
  finalSpeaker: 'a speaker in the report',
}

/** Where people without a heading stand. */
export const placeBetween = (before: Block | undefined, next: Block | undefined): string => {
  if (next && next.heading !== null) return `before '${next.heading}'`
  if (!before) return 'in the page'
  return isNumberedList(before) ? `after the ${usualHeading(before)}` : `after '${before.heading ?? usualHeading(before)}'`
}
const isNumberedList = ({ lines }: Block) => lines[0]!.heading?.number !== undefined

const reasonFor = (block: Block, { heading }: ReadLine, place: string): string =>
  heading?.number !== undefined
    ? `numbered as ${heading.words} ${heading.number}`
    : (headingReason(block) ?? `by its place ${place}; ${noHeading}`)

/** How sure a person can be at most for what is said of them, and how the reason ends where that is little. */
function limitOf(person: Person, role: Role): readonly [most: number, why: string] {
  if (isOfGroup(person)) return [1, '']
  if (person.name === null) return [0.6, '; no name is said']
  if (!looksLikeName(person.name)) return [0.7, '; these words are hardly a name']
  if (person.affiliation !== null) return [0.97, '']
  if (!isFullName(person.name)) return [0.75, '; one word can be a name or not']
  // `Missions Lamp` has no telling word.
  return role === 'organizer' ? [0.85, '; by the name alone it could be an organization'] : [0.97, '']
}

/** `Harbour IGF` among those who hold a session of national and regional meetings. */
const isMeeting = (person: Person) =>
  !isOfGroup(person) && (person.name === null ? /\bIGF$/.test(person.affiliation ?? '') : /\bIGF\b/.test(person.name))

/** What speaks for words as a person besides themselves. */
interface Circumstances {
  /** Neither a heading nor the look of the line does. */
  readonly isFree: boolean
  readonly isListed: boolean
  /** It is all that stands below its heading. */
  readonly isAlone: boolean
}

function isPerson(person: Person, { isFree, isListed, isAlone }: Circumstances): boolean {
  if (person.name === null) return isOfGroup(person) || person.affiliation !== null
  if (nobody.test(person.name) || /^all\b/i.test(person.name) || namesRole(person.name)) return false
  if (isOfGroup(person)) return person.name.length < 90
  if (isFree)
    return (
      looksLikeName(person.name) &&
      (isFullName(person.name) || isOneName(person) || (isListed && isOneNameOf(person)) || (isAlone && isOneWordName(person.name)))
    )
  return (
    person.name.length < 70 &&
    (person.affiliation !== null || !isWordsOnly(person.name)) &&
    !/[.?!]\s/.test(person.name.replace(/(?<!\p{L})(?:\p{Lu}\p{L}{0,2}|\p{Ll}{1,2})\.\s/gu, ''))
  )
}

/** `Online Moderator` is no name. */
const namesRole = (name: string) => roleHeadings.has(name.toLowerCase())
const roleHeadings = new Set(slots.flatMap(({ role, headings }) => (role ? headings : [])))
/** `we are four.` */
const isWordsOnly = (name: string) => /^[^\p{Lu}\p{Lo}]+$/u.test(name) && !looksLikeName(name)

/** The very words of a heading are nobody's name, nor is what a second `Speakers:` begins. */
const isHeading = ({ heading, shape }: ReadLine): boolean =>
  !heading && shape.headings.some(one => one.exact && (one.valueStart >= shape.length || (one.isInner && slotAt(one.slot).role)))

/** The organization that holds the session stands before the people who do. */
const isHost = ({ heading, shape }: ReadLine) => heading === undefined && !shape.hasGroups && !shape.line.text.includes(',')

/** `2. Zainab, Lantern Collective` among others. */
const isOneNameOf = ({ name, affiliation }: Person) => affiliation !== null && isOneWordName(name ?? '')
const isOneWordName = (name: string) => /^\p{Lu}\p{L}{2,}$/u.test(name) && !remarks.has(name.toLowerCase())

/** `Wibisono` is a person where it is all that stands below `Online Moderator`. */
const isAloneBelowHeading = ({ heading, lines, slot }: Block) => heading !== null && lines.length === 2 && slotAt(slot).body === 'person'

/** Lines that hold the people of one role. */
interface PeopleBlock {
  readonly block: Block
  readonly role: Role
  /** Where it stands, in words. */
  readonly place: string
  readonly choices: ChoicesFor
}
/** What else lines can be, all of them together. */
type ChoicesFor = (lines: readonly ReadLine[]) => readonly Choice[]
/** A line that could as well be said of another role, and the people in it. */
interface Doubt {
  readonly line: ReadLine
  readonly spans: readonly Span[]
}

/** Reads the people of one block of lines into the record. */
export function readPeople(draft: Draft, of: PeopleBlock): void {
  const { block, role, place, choices } = of
  const firstNumbered = block.lines.findIndex(line => line.heading?.number !== undefined)
  const holdsPeople = (line: ReadLine, i: number) =>
    line.how !== 'heading' && line.how !== 'stray' && !isHeading(line) && !(role === 'organizer' && i < firstNumbered && isHost(line))
  const doubts: Doubt[] = []
  const found: Span[] = []
  for (const line of block.lines.filter(holdsPeople)) {
    const own = found.length > 0 ? addDetails(draft, line) : undefined
    for (const span of own ?? readLine(draft, line, of, doubts)) found.push(span)
  }
  offerRoles(draft, doubts, of)
  if (found.length > 0 && block.lines[0]!.heading === undefined)
    problem(
      draft,
      'heading-missing',
      `No heading for the ${usualHeading(block)}; read by its place ${place}`,
      found,
      block.lines.length === 1 ? choices(block.lines) : [],
    )
}

/** `Organization: Harbour Lab` below `Name: Jane Doe`: returns where that stands, nothing where the line says no more of the person above. */
function addDetails(draft: Draft, { shape: { line } }: ReadLine): Span[] | undefined {
  const [person, details] = [draft.people.at(-1), detailsIn(line.text)]
  if (!person || !details) return undefined
  if (Object.keys(details).length === 0) return []
  const span: Span = [line.start, line.end]
  draft.claims.push(span)
  draft.people[draft.people.length - 1] = withDetails(person, details, span)
  return [span]
}

/** Lines that can be the same roles are one problem. */
function offerRoles(draft: Draft, doubts: readonly Doubt[], { role, choices }: PeopleBlock): void {
  const rows = Map.groupBy(doubts, ({ line }) => line.rivals.map(({ slot }) => slot).join())
  for (const row of rows.values()) {
    const spans = row.flatMap(doubt => doubt.spans)
    const message =
      spans.length === 1
        ? `This could be ${oneIn[role]} or have another role; it was left for you to say`
        : `Each of these could be ${oneIn[role]} or have another role; they were left for you to say`
    problem(draft, 'ambiguous-person', message, spans, choices(row.map(({ line }) => line)))
  }
}

/** Reads the people of one line; returns where they stand. */
function readLine(draft: Draft, line: ReadLine, of: PeopleBlock, doubts: Doubt[]): Span[] {
  const [start, end] = valueSpan(draft.text, line)
  if (end <= start) return []
  if (nobody.test(wordsIn(line, [start, Math.min(end, start + 40)]))) draft.claims.push([start, end])
  const people = peopleOf(draft.text, line, [start, end], of)
  if (people.some(({ confidence }) => confidence < leastConfidence)) {
    doubts.push({ line, spans: people.map(({ words }) => words) })
    return []
  }
  for (const found of people) addPerson(draft, found, line, of)
  const spans = people.map(({ span }) => span)
  draft.claims.push(...spans)
  if (isAllTold(draft.text, [start, end], spans)) draft.claims.push([start, end])
  return spans
}

interface FoundPerson {
  readonly person: Person
  readonly words: Span
  /** Its words, with what stands before the first of the line, and behind one that is alone in it. */
  readonly span: Span
  readonly confidence: number
  /** How the reason ends. */
  readonly doubt: string
}

function peopleOf(text: string, line: ReadLine, [start, end]: Span, { block, role }: PeopleBlock): FoundPerson[] {
  const { heading, shape } = line
  const isNumbered = heading?.number !== undefined
  const said = wordsIn(line, [start, end])
  const entries = readRoster(shape.line.isCut && !isNumbered ? said.replace(/\.$/, '') : said, start, isNumbered)
  const isRoster = entries.length > 1
  const circumstances = {
    isFree: heading === undefined && (role === 'additionalSpeaker' || !shape.looksLikePerson),
    isListed: isRoster || shape.isItem,
    isAlone: isAloneBelowHeading(block),
  }
  return entries.flatMap(({ person, span: words }, i): FoundPerson[] => {
    if ((!isNumbered && isMeeting(person)) || !isPerson(person, circumstances) || text[words[1] - 1] === ':') return []
    const span: Span = [i === 0 ? shape.line.start : words[0], isRoster ? words[1] : end]
    const [most, why] = limitOf(person, role)
    const confidence = Math.min(confidenceFrom(line.margin) - (isRoster ? 0.04 : 0), most)
    return [{ person, words, span, confidence, doubt: `${why}${otherwise([line])}` }]
  })
}

/** `Jane Doe (moderator)` among those who speak, and `Online: Jane Doe` among those who moderate. */
const saidToModerate = /\(\s*(?:onsite |on-site |in-person )?moderator\s*\)/i
const saidRoles: readonly (readonly [from: Role, said: RegExp, to: Role])[] = [
  ['finalSpeaker', saidToModerate, 'finalModerator'],
  ['speaker', saidToModerate, 'moderator'],
  ['speaker', /\(\s*(?:online|remote) moderator\s*\)/i, 'onlineModerator'],
  ['speaker', /\(\s*rapporteur\s*\)/i, 'rapporteur'],
  ['moderator', /^\s*(?:online|remote|virtual)\s*:/i, 'onlineModerator'],
]
export const roleOf = (role: Role, words: string): Role =>
  (/[(:]/.test(words) && saidRoles.find(([from, said]) => from === role && said.test(words))?.[2]) || role

function addPerson(
  draft: Draft,
  { person, span, confidence, doubt }: FoundPerson,
  line: ReadLine,
  { block, role, place }: PeopleBlock,
): void {
  const at = block.heading === null && role === 'additionalSpeaker' ? listedBefore(draft.people, person) : -1
  const twin = draft.people[at]
  if (twin) draft.people[at] = { ...twin, spans: [...twin.spans, span] }
  else
    draft.people.push({
      role: roleOf(role, draft.text.slice(...span)),
      ...person,
      spans: [span],
      confidence,
      reason: `${reasonFor(block, line, place)}${doubt}`,
    })
}

/** Where an organizer or speaker stands who is the same: lists without headings can be there twice. */
const listedBefore = (people: readonly ParsedPerson[], { name, affiliation, stakeholderGroup, regionalGroup }: Person) =>
  people.findIndex(
    one =>
      (one.role === 'organizer' || one.role === 'speaker') &&
      name !== null &&
      one.name === name &&
      one.affiliation === affiliation &&
      one.stakeholderGroup === stakeholderGroup &&
      one.regionalGroup === regionalGroup,
  )

/** Whether nothing but commas, `and` and the like stands between the people of a line. */
function isAllTold(text: string, [start, end]: Span, people: readonly Span[]): boolean {
  let at = start
  for (const [from, to] of people) {
    if (saysMore(text.slice(at, from))) return false
    at = Math.max(at, to)
  }
  return people.length > 0 && !saysMore(text.slice(at, end))
}
const saysMore = (words: string) => /[\p{L}\d]/u.test(words.replace(/\band\b/i, ''))
