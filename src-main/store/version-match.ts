import type { Span } from '../../src-preload/record.ts'
import { excerpt, spoken } from './labels.ts'
import { isListKey, spansOf, type StoredField, type StoredPerson, type StoredSection, type ValueNoun } from './rows.ts'

export type StoredValue = StoredField | StoredPerson | StoredSection

export const sayField = ({ key, value }: StoredField): string =>
  value === null ? `no ${spoken(key)}` : `${spoken(key)} “${excerpt(value)}”`
export const sayPerson = ({ role, name }: StoredPerson): string =>
  `${spoken(role)} ${name === null ? 'without a name' : `“${excerpt(name)}”`}`
export const saySection = ({ key }: StoredSection): string => `section ${spoken(key)}`

const fold = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase()

/** What must be equal for two rows to say the same of a session, as they are and as they were read. */
const keys: Record<ValueNoun, (row: StoredValue) => readonly string[]> = {
  field(row) {
    const { key, value, reading } = row as StoredField
    if (!isListKey(key)) return [key]
    return [value, readOf(reading)['value']].filter(each => each != null).map(each => `${key} ${fold(each)}`)
  },
  person(row) {
    const { role, name, reading } = row as StoredPerson
    const read = readOf(reading)
    return [`${role} ${fold(name)}`, ...(read['role'] === undefined ? [] : [`${read['role']} ${fold(read['name'])}`])]
  },
  section(row) {
    const { key, heading, reading } = row as StoredSection
    const read = readOf(reading)
    return [sectionKey(key, heading), ...(read['key'] === undefined ? [] : [sectionKey(read['key'], read['heading'])])]
  },
}
/** Sections that nobody knows are told apart by their headings. */
const sectionKey = (key: string | null, heading: string | null | undefined) => (key === 'other' ? `other ${fold(heading)}` : String(key))

function readOf(reading: string | null): Record<string, string | null | undefined> {
  return reading === null ? {} : (JSON.parse(reading) as Record<string, string | null>)
}

/** Finds the row that says the same as another session's row: on the same words, or else of the same name. Each is found once. */
export function claimIn(noun: ValueNoun, rows: readonly StoredValue[]) {
  const free = new Set(rows)
  const byKey = Map.groupBy(
    rows.flatMap(row => [...new Set(keys[noun](row))].map(key => ({ key, row }))),
    ({ key }) => key,
  )
  return (row: StoredValue, spans: readonly Span[]): StoredValue | undefined => {
    const named = keys[noun](row)
      .flatMap(key => byKey.get(key) ?? [])
      .map(each => each.row)
    const onWords = noun === 'field' ? [] : rows.filter(each => isMostlyOn(spansOf(each.spans), spans))
    const like = [...onWords, ...named].find(each => free.has(each))
    if (like) free.delete(like)
    return like
  }
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0)

function isMostlyOn(a: readonly Span[], b: readonly Span[]): boolean {
  const shared = a.flatMap(([start, end]) => b.map(([from, to]) => Math.max(0, Math.min(end, to) - Math.max(start, from))))
  return shared.reduce((sum, length) => sum + length, 0) * 2 > Math.min(lengthOf(a), lengthOf(b))
}
