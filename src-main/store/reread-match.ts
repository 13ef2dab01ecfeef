import type { Span } from '../../src-preload/record.ts'
import { fold } from '../parse/vocabulary.ts'
import { without } from './claims.ts'
import { isListKey, spansOf, type StoredColumns, type StoredField, type StoredPerson, type StoredSection, type ValueNoun } from './rows.ts'

export type StoredValue = StoredField | StoredPerson | StoredSection

/** What the parser reads of a page now, as the columns of a row that is not there yet. */
export interface FreshValue {
  readonly noun: ValueNoun
  readonly key: string
  /** Its name or value, folded: what tells it from others of its kind. */
  readonly name: string
  readonly position: number
  readonly spans: readonly Span[]
  readonly columns: StoredColumns
}

interface Known {
  readonly keys: readonly string[]
  readonly names: readonly string[]
  readonly spans: readonly Span[]
}

const text = (value: unknown) => (typeof value === 'string' ? fold(value) : '')
const keyOf = (row: StoredValue) => ('role' in row ? row.role : row.key)
const nameOf = (row: StoredValue) => text('name' in row ? row.name : 'value' in row ? row.value : null)

/** A row with what was read for it, so that a corrected value still stands for its words. */
function known(row: StoredValue): Known {
  const reading = row.reading === null ? null : (JSON.parse(row.reading) as StoredColumns)
  return {
    keys: [keyOf(row), String(reading?.['role'] ?? reading?.['key'] ?? keyOf(row))],
    names: [nameOf(row), text(reading?.['name'] ?? reading?.['value'])],
    spans: placesOf(row),
  }
}
/** Where the value stands, and where what was read for it stood. */
export function placesOf({ spans, reading }: StoredValue): Span[] {
  const read = reading === null ? undefined : (JSON.parse(reading) as StoredColumns)['spans']
  return [...spansOf(spans), ...(typeof read === 'string' ? spansOf(read) : [])]
}

export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)
export const overlap = (a: readonly Span[], b: readonly Span[]): number => lengthOf(a) - lengthOf(without(a, b))
const isMostly = (a: readonly Span[], b: readonly Span[]) => overlap(a, b) * 2 >= Math.min(lengthOf(a), lengthOf(b))

/** Whether words that a person has dealt with are the words of a fresh value. */
function holds(row: Known, fresh: FreshValue): boolean {
  if (fresh.noun === 'field') return row.keys.includes(fresh.key) && (!isListKey(fresh.key as never) || overlap(fresh.spans, row.spans) > 0)
  if (fresh.noun === 'person') return overlap(fresh.spans, row.spans) > 0
  return overlap(fresh.spans, row.spans) > 0 && (row.keys.includes(fresh.key) || isMostly(fresh.spans, row.spans))
}
const isNamed = (row: Known, fresh: FreshValue) =>
  fresh.noun !== 'section' && row.keys.includes(fresh.key) && fresh.name !== '' && row.names.includes(fresh.name)

interface HeldBack {
  readonly free: readonly FreshValue[]
  /** What would be read for a checked row now, where that is one value. */
  readonly readings: ReadonlyMap<StoredValue, FreshValue>
}

/** Parts the fresh values into those that a checked row stands for already, and the rest. */
export function heldBack(checked: readonly StoredValue[], fresh: readonly FreshValue[]): HeldBack {
  const held = new Set<FreshValue>()
  const readings = new Map<StoredValue, FreshValue>()
  for (const stored of checked) {
    const row = known(stored)
    const own = fresh.filter(value => holds(row, value))
    // The same name may stand twice in a page: one row stands for one of them.
    const named = own.length > 0 ? [] : fresh.filter(value => !held.has(value) && isNamed(row, value)).slice(0, 1)
    const all = [...own, ...named]
    if (all.length === 1) readings.set(stored, all[0]!)
    for (const value of all) held.add(value)
  }
  return { readings, free: fresh.filter(value => !held.has(value)) }
}

function isSame(row: StoredValue, fresh: FreshValue): boolean {
  if (keyOf(row) !== fresh.key) return false
  if (fresh.noun === 'section') return overlap(fresh.spans, spansOf(row.spans)) > 0
  return isScalar(fresh) || nameOf(row) === fresh.name
}
const isScalar = (fresh: FreshValue) => fresh.noun === 'field' && !isListKey(fresh.key as never)
const isNear = (row: StoredValue, fresh: FreshValue) =>
  (fresh.noun !== 'field' || keyOf(row) === fresh.key) && overlap(fresh.spans, spansOf(row.spans)) > 0

/** Finds for each fresh value the row that it was before, the likest first; each row once. */
export function pairs(rows: readonly StoredValue[], fresh: readonly FreshValue[]): Map<FreshValue, StoredValue> {
  const found = new Map<FreshValue, StoredValue>()
  const taken = new Set<StoredValue>()
  const alike = [(row: StoredValue, value: FreshValue) => isSame(row, value) && row.spans === value.columns['spans'], isSame, isNear]
  for (const isAlike of alike)
    for (const value of fresh) {
      const row = found.has(value) ? undefined : rows.find(one => !taken.has(one) && isAlike(one, value))
      if (!row) continue
      found.set(value, row)
      taken.add(row)
    }
  return found
}
