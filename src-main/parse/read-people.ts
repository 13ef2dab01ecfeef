import type { ParsedPerson, ParsedProblem, Role, Span } from '../../src-preload/record.ts'
import { valueSpan } from './blocks.ts'
import type { Block } from './blocks.ts'
import { looksLikeName } from './person.ts'
import type { ReadLine } from './reading.ts'
import { readRoster } from './roster.ts'
import type { Entry } from './roster.ts'
import { slotAt } from './slots.ts'
import { confidenceFrom } from './spans.ts'
import { fold } from './vocabulary.ts'

export interface PeopleReading {
  readonly people: ParsedPerson[]
  readonly claims: Span[]
  readonly problems: ParsedProblem[]
}

const nobody = /^(?:none|n\/?a|tb[acd]|to be (?:confirmed|determined|announced)|-+|nil|no)\.?$/i

function reasonFor(block: Block, line: ReadLine, before: string | undefined): string {
  if (line.heading?.number !== undefined) return `numbered ${slotAt(line.slot).role}`
  if (block.heading !== null) return line.heading?.exact === false ? `heading '${block.heading}' read as ${block.lines[0]!.heading!.words}` : `under '${block.heading}'`
  return before ? `by its place after ${before}; it has no heading` : 'by its place; it has no heading'
}

function entryConfidence(entry: Entry, line: ReadLine): number {
  const { person } = entry
  const base = confidenceFrom(line.margin)
  if (person.stakeholderGroup || person.regionalGroup) return base
  if (person.name === null) return Math.min(base, 0.6)
  return looksLikeName(person.name) ? Math.min(base, 0.97) : Math.min(base, 0.7)
}

function isPerson(entry: Entry, isExtra: boolean): boolean {
  const { person } = entry
  if (person.name === null) return person.stakeholderGroup !== null || person.regionalGroup !== null || person.affiliation !== null
  if (nobody.test(person.name) || /^all\b/i.test(person.name)) return false
  if (person.stakeholderGroup || person.regionalGroup) return person.name.length < 90
  return isExtra ? looksLikeName(person.name) && person.name.includes(' ') : person.name.length < 70 && !/[.?!]\s/.test(person.name.replace(/\b\p{Lu}\.\s/gu, ''))
}

/** Reads the people of one block of lines. */
export function readPeople(text: string, block: Block, role: Role, before: string | undefined): PeopleReading {
  const people: ParsedPerson[] = []
  const claims: Span[] = []
  for (const line of block.lines) {
    if (line.how === 'heading' || line.how === 'stray') continue
    const [start, end] = valueSpan(text, line)
    if (nobody.test(text.slice(start, Math.min(end, start + 40)))) claims.push([start, end])
    const entries = readRoster(text.slice(start, end), start)
    for (const entry of entries) {
      if (!isPerson(entry, role === 'additionalSpeaker' && line.heading?.number === undefined)) continue
      const { name, affiliation, stakeholderGroup, regionalGroup } = entry.person
      const spans: Span[] = entries.length === 1 ? [[line.shape.line.start, end]] : [entry.span]
      const confidence = entryConfidence(entry, line) - (entries.length > 1 ? 0.05 : 0)
      people.push({ role, name, affiliation, stakeholderGroup, regionalGroup, spans, confidence, reason: reasonFor(block, line, before) })
      claims.push([line.shape.line.start, line.heading ? line.shape.line.start + line.heading.labelEnd : line.shape.line.start], ...spans)
    }
  }
  return { people, claims, problems: [] }
}

const sameName = (a: ParsedPerson, b: ParsedPerson) => a.name !== null && b.name !== null && fold(a.name) === fold(b.name)
const agrees = (a: string | null, b: string | null) => a === null || b === null || fold(a) === fold(b)

/** A person listed twice in one role, with nothing that differs, is one person with two places. */
export function withoutRepeats(people: readonly ParsedPerson[]): ParsedPerson[] {
  const kept: ParsedPerson[] = []
  const byName = new Map<string, number>()
  for (const person of people) {
    const key = person.name === null ? '' : `${person.role} ${fold(person.name)}`
    const at = byName.get(key)
    const other = at === undefined || key === '' ? undefined : kept[at]
    if (!other || !sameName(other, person) || !agrees(other.affiliation, person.affiliation) || !agrees(other.stakeholderGroup, person.stakeholderGroup) || !agrees(other.regionalGroup, person.regionalGroup)) {
      if (key !== '') byName.set(key, kept.length)
      kept.push(person)
      continue
    }
    kept[at!] = {
      ...other, affiliation: other.affiliation ?? person.affiliation, stakeholderGroup: other.stakeholderGroup ?? person.stakeholderGroup,
      regionalGroup: other.regionalGroup ?? person.regionalGroup, spans: [...other.spans, ...person.spans],
    }
  }
  return kept
}
