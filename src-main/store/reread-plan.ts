import type { Boilerplate, ParsedProblem, ParsedRecord } from '../../src-preload/record.ts'
import type { RereadChange, ValueWords } from '../../src-preload/types.ts'
import { fold } from '../parse/vocabulary.ts'
import { trimmed, union, without } from './claims.ts'
import { columnsOf } from './page-rows.ts'
import { heldBack, lengthOf, pairs, placesOf, type FreshValue, type StoredValue } from './reread-match.ts'
import { spansOf, valueNouns, type StoredColumns, type StoredProblem, type ValueNoun } from './rows.ts'
import { valueWords } from './value-words.ts'

/** A session as it is stored. */
export interface StoredRecord {
  readonly text: string
  readonly page: string
  readonly parser_version: string
  readonly leftover: string
  readonly boilerplate: string
  readonly rows: Readonly<Record<ValueNoun, readonly StoredValue[]>>
  /** Only those that the parser raised. */
  readonly problems: readonly StoredProblem[]
}

/** `row` is null for what comes, `value` for what goes. */
export interface RowChange {
  readonly noun: ValueNoun
  readonly row: StoredValue | null
  readonly value: FreshValue | null
}
export interface RereadPlan {
  readonly rows: readonly RowChange[]
  /** Checked values stay; restoring them gives what would be read now. */
  readonly readings: readonly { readonly noun: ValueNoun; readonly id: string; readonly reading: string }[]
  readonly addedProblems: readonly ParsedProblem[]
  readonly removedProblems: readonly string[]
  readonly session: Pick<StoredRecord, 'page' | 'parser_version' | 'leftover' | 'boilerplate'>
  readonly isNothing: boolean
  /** What a person would see change. */
  readonly changes: readonly RereadChange[]
}

function freshValues({ fields, people, sections }: ParsedRecord): FreshValue[] {
  return [
    ...Object.entries(fields).flatMap(([key, read]) =>
      [read].flat().map((value, position): FreshValue => {
        return { noun: 'field', key, name: fold(String(value.value)), position, spans: value.spans, columns: columnsOf.field(value) }
      }),
    ),
    ...people.map((read, position): FreshValue => {
      return { noun: 'person', key: read.role, name: fold(read.name ?? ''), position, spans: read.spans, columns: columnsOf.person(read) }
    }),
    ...sections.map((read, position): FreshValue => {
      return { noun: 'section', key: read.key, name: '', position, spans: read.spans, columns: columnsOf.section(read) }
    }),
  ]
}

const isUntouched = ({ state }: StoredValue) => state === 'parsed'

/** A section leaves the words that a checked one has; its longest stretch is what remains of it. */
function besideChecked(text: string, value: FreshValue, checked: readonly StoredValue[]): FreshValue | null {
  if (value.noun !== 'section') return value
  const taken = checked.filter(({ state }) => state !== 'cleared').flatMap(row => spansOf(row.spans))
  const left = trimmed(text, without(value.spans, taken))
  if (lengthOf(left) === lengthOf(value.spans)) return value
  const longest = left.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0])).slice(0, 1)
  const spans = JSON.stringify(longest)
  const reading = JSON.stringify({ ...(JSON.parse(String(value.columns['reading'])) as object), spans })
  return longest.length === 0 ? null : { ...value, spans: longest, columns: { ...value.columns, spans, reading } }
}

const differs = (row: StoredValue, columns: StoredColumns) =>
  Object.entries(columns).some(([name, value]) => (row as unknown as StoredColumns)[name] !== value)

function planNoun(stored: StoredRecord, noun: ValueNoun, all: readonly FreshValue[]) {
  const checked = stored.rows[noun].filter(row => !isUntouched(row))
  const untouched = stored.rows[noun].filter(isUntouched)
  const own = all.filter(value => value.noun === noun)
  const { free, readings } = heldBack(checked, own)
  const fresh = free.map(value => besideChecked(stored.text, value, checked)).filter(value => value !== null)
  const found = pairs(untouched, fresh)
  const kept = new Set(found.values())
  return {
    readings: [...readings].flatMap(([row, { columns }]) => {
      const reading = String(columns['reading'])
      return row.reading === null || row.reading === reading ? [] : [{ noun, id: row.id, reading }]
    }),
    rows: [
      ...untouched.filter(row => !kept.has(row)).map((row): RowChange => ({ noun, row, value: null })),
      ...fresh.flatMap((value): RowChange[] => {
        const row = found.get(value) ?? null
        return row && !differs(row, value.columns) ? [] : [{ noun, row, value }]
      }),
    ],
    // Words of values that gave way, and that no row has or had.
    unheld: without(
      own.flatMap(value => value.spans),
      [...fresh.flatMap(value => value.spans), ...checked.flatMap(placesOf)],
    ),
  }
}

const sameProblem = (a: StoredProblem, b: ParsedProblem) =>
  a.code === b.code && a.message === b.message && a.spans === JSON.stringify(b.spans) && a.choices === JSON.stringify(b.choices ?? [])

function planProblems(stored: readonly StoredProblem[], fresh: readonly ParsedProblem[]) {
  return {
    addedProblems: fresh.filter(problem => !stored.some(one => sameProblem(one, problem))),
    removedProblems: stored.filter(problem => !fresh.some(one => sameProblem(problem, one))).map(({ id }) => id),
  }
}

/** The lines set aside by hand stay; those of rules are as the rules are now. */
function boilerplateOf(stored: StoredRecord, record: ParsedRecord): Boilerplate[] {
  const byHand = (JSON.parse(stored.boilerplate) as Boilerplate[]).filter(({ ruleId }) => ruleId === null)
  const isByHand = ({ span }: Boilerplate) => byHand.some(one => one.span[0] === span[0] && one.span[1] === span[1])
  return [...byHand, ...(record.boilerplate ?? []).filter(one => !isByHand(one))]
}

function boilerplateChanges(stored: StoredRecord, after: readonly Boilerplate[]): RereadChange[] {
  const before = JSON.parse(stored.boilerplate) as Boilerplate[]
  const words = ({ span }: Boilerplate): ValueWords => ({ key: 'boilerplate', text: stored.text.slice(...span) })
  const isIn = (list: readonly Boilerplate[], { span }: Boilerplate) => list.some(one => one.span[0] === span[0] && one.span[1] === span[1])
  return [
    ...before.filter(one => !isIn(after, one)).map(one => ({ before: words(one), after: null })),
    ...after.filter(one => !isIn(before, one)).map(one => ({ before: null, after: words(one) })),
  ]
}

function seen({ noun, row, value }: RowChange, text: string): RereadChange {
  return {
    before: row && valueWords(noun, row as unknown as StoredColumns, text),
    after: value && valueWords(noun, { ...value.columns, key: value.key, role: value.key }, text),
  }
}
const isSeen = ({ before, after }: RereadChange) => before?.key !== after?.key || before?.text !== after?.text

/** What reading a session again would do: rows that nobody has touched come, change and go; what a person has checked stays. */
export function planReading(stored: StoredRecord, record: ParsedRecord, version: string): RereadPlan {
  const fresh = freshValues(record)
  const nouns = valueNouns.map(noun => planNoun(stored, noun, fresh))
  const rows = nouns.flatMap(noun => noun.rows)
  const readings = nouns.flatMap(noun => noun.readings)
  const problems = planProblems(stored.problems, record.problems)
  const boilerplate = boilerplateOf(stored, record)
  const unheld = nouns.flatMap(noun => noun.unheld)
  const leftover = unheld.length === 0 ? record.leftover : union([...record.leftover, ...unheld])
  const session = {
    page: record.page,
    parser_version: version,
    leftover: JSON.stringify(leftover),
    boilerplate: JSON.stringify(boilerplate),
  }
  const isSameSession = Object.entries(session).every(([name, value]) => stored[name as keyof typeof session] === value)
  return {
    rows,
    readings,
    ...problems,
    session,
    isNothing: isSameSession && rows.length + readings.length + problems.addedProblems.length + problems.removedProblems.length === 0,
    changes: [...rows.map(change => seen(change, stored.text)).filter(isSeen), ...boilerplateChanges(stored, boilerplate)],
  }
}
