import type { ParsedRecord, SectionKey, Span } from '../../../src-preload/record.ts'
import { scalarKeys } from '../../../src-preload/record.ts'
import { trimSpan } from '../lines.ts'
import type { GoldSection } from './marks.ts'
import type { GoldPerson } from './page-builder.ts'

export interface GoldRecord {
  readonly layout?: { readonly rendering?: string; readonly year?: number }
  readonly scalars: Readonly<Record<string, string | number>>
  readonly people: readonly GoldPerson[]
  readonly sdgs: readonly string[]
  readonly topics: readonly string[]
  readonly sections: Readonly<Partial<Record<SectionKey, GoldSection>>>
}

interface Tally {
  hit: number
  gold: number
  found: number
}

/** The corpus scorer's rules: eight groups, each the F1 of its kinds; and how often a sure value was right. */
export interface Score {
  readonly tallies: Map<string, Tally>
  /** Confidence and whether it was right, for every value, person and section. */
  readonly sureness: { confidence: number; isRight: boolean }[]
}

export const newScore = (): Score => ({ tallies: new Map(), sureness: [] })

const groups: Readonly<Record<string, readonly string[]>> = {
  identity: ['forum', 'year', 'sessionType', 'sessionNumber', 'title'],
  schedule: ['startsAt', 'endsAt', 'room'],
  format: ['formatKind', 'seating', 'durationMinutes'],
  topics: ['subtheme', 'topics', 'sdgs'],
  people: ['people'],
  details: ['affiliation', 'stakeholderGroup', 'regionalGroup'],
  sections: ['section'],
  unlabelled: ['section.unlabelled'],
}

const tidy = (value: unknown) => String(value).normalize('NFC').replace(/\s+/g, ' ').trim()

function note(score: Score, kind: string, hit: number, gold: number, found: number): void {
  const tally = score.tallies.get(kind) ?? { hit: 0, gold: 0, found: 0 }
  score.tallies.set(kind, { hit: tally.hit + hit, gold: tally.gold + gold, found: tally.found + found })
}

/** Adds one page to the score. */
export function scorePage(score: Score, text: string, gold: GoldRecord, record: ParsedRecord): void {
  const isUntitled = gold.layout?.rendering === 'R3'
  for (const key of scalarKeys) {
    if (isUntitled && groups['identity']!.includes(key)) continue
    const want = gold.scalars[key]
    const got = record.fields[key]
    const isRight = want !== undefined && got !== undefined && tidy(want) === tidy(got.value)
    note(score, key, Number(isRight), Number(want !== undefined), Number(got !== undefined))
    if (got) score.sureness.push({ confidence: got.confidence, isRight })
  }
  for (const key of ['sdgs', 'topics'] as const) {
    const want = new Set(gold[key].map(tidy))
    const got = new Set(record.fields[key]?.map(one => tidy(one.value)))
    note(score, key, [...want].filter(one => got.has(one)).length, want.size, got.size)
  }
  scorePeople(score, gold, record)
  scoreSections(score, text, gold, record, isUntitled || gold.layout?.year === 2018)
}

function scorePeople(score: Score, gold: GoldRecord, record: ParsedRecord): void {
  const left = [...gold.people]
  let hits = 0
  for (const person of record.people) {
    const at = left.findIndex(
      one =>
        one.role === person.role &&
        (one.name === null ? person.name === null : person.name !== null && tidy(one.name) === tidy(person.name)),
    )
    score.sureness.push({ confidence: person.confidence, isRight: at >= 0 })
    if (at < 0) continue
    const [want] = left.splice(at, 1)
    hits++
    for (const key of ['affiliation', 'stakeholderGroup', 'regionalGroup'] as const) {
      const [wanted, got] = [want![key] ?? null, person[key]]
      if (wanted !== null || got !== null)
        note(
          score,
          key,
          Number(wanted !== null && got !== null && tidy(wanted) === tidy(got)),
          Number(wanted !== null),
          Number(got !== null),
        )
    }
  }
  note(score, 'people', hits, gold.people.length, record.people.length)
}

function scoreSections(score: Score, text: string, gold: GoldRecord, record: ParsedRecord, allowsExtra: boolean): void {
  const found = new Map<string, Span>()
  const confidence = new Map<string, number>()
  for (const section of record.sections) {
    if (found.has(section.key)) continue
    found.set(section.key, trimSpan(text, Math.min(...section.spans.map(span => span[0])), Math.max(...section.spans.map(span => span[1]))))
    confidence.set(section.key, section.confidence)
  }
  const ends = Object.values(gold.sections).map(section => section.span[1])
  for (const [key, section] of Object.entries(gold.sections)) {
    const span = found.get(key)
    const [start, end] = trimSpan(text, ...section.span)
    const isRight =
      span !== undefined &&
      span[0] === start &&
      (span[1] === end || (section.looseEnd === true && ends.some(other => other >= end && other === span[1])))
    note(score, section.unlabelled ? 'section.unlabelled' : 'section', Number(isRight), 1, Number(span !== undefined))
    if (span) score.sureness.push({ confidence: confidence.get(key)!, isRight })
  }
  if (!allowsExtra) note(score, 'section', 0, 0, [...found.keys()].filter(key => key !== 'other' && !(key in gold.sections)).length)
}

const f1 = ({ hit, gold, found }: Tally) => (gold + found === 0 ? 1 : (2 * hit) / (gold + found))

/** F1 of each group of kinds that the pages have at all. */
export function groupScores(score: Score): Record<string, number> {
  const result: Record<string, number> = {}
  for (const [name, kinds] of Object.entries(groups)) {
    const sum = { hit: 0, gold: 0, found: 0 }
    for (const kind of kinds) {
      const tally = score.tallies.get(kind)
      if (tally) Object.assign(sum, { hit: sum.hit + tally.hit, gold: sum.gold + tally.gold, found: sum.found + tally.found })
    }
    if (sum.gold + sum.found > 0) result[name] = f1(sum)
  }
  return result
}

export function meanScore(score: Score): number {
  const values = Object.values(groupScores(score))
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** Of the values at or above a confidence, how many there are and which share is right. */
export function sureAt(score: Score, least: number, below = Infinity): { count: number; right: number } {
  const sure = score.sureness.filter(one => one.confidence >= least && one.confidence < below)
  return { count: sure.length, right: sure.filter(one => one.isRight).length / Math.max(1, sure.length) }
}
