import { listKeys, type FieldKey, type Span } from '../../src-preload/record.ts'
import type { FieldRow, Id, PersonRow, SectionRow, SessionRecord, ValueState } from '../../src-preload/types.ts'
import { fieldGroups, fieldNames, roleNames, sectionNames } from './field-words.ts'
import { valueWords } from './value-words.ts'

/**
 * A line of the record that can have the focus. Its address stays when its value is set, cleared or restored:
 * `field:title` for a field of one value, the row's id for the rest.
 */
export type ReviewRow = {
  readonly address: string
  readonly label: string
  /** `null` where the page has no such field. */
  readonly id: Id | null
  readonly spans: readonly Span[]
  readonly state: ValueState | null
  readonly confidence: number
  readonly reason: string
  readonly isRestorable: boolean
} & (
  | { readonly kind: 'field'; readonly key: FieldKey; readonly value: string | null }
  | { readonly kind: 'person'; readonly person: PersonRow }
  | { readonly kind: 'section'; readonly section: SectionRow }
)

const isList = (key: FieldKey) => (listKeys as readonly string[]).includes(key)
export const addressOf = (key: FieldKey, id: Id | null) => (isList(key) && id !== null ? id : `field:${key}`)

const missing = {
  id: null,
  spans: [],
  state: null,
  confidence: 1,
  reason: 'Not in the page',
  isRestorable: false,
} as const

const common = ({ id, spans, state, confidence, reason, isRestorable }: FieldRow | PersonRow | SectionRow) => ({
  id,
  spans: state === 'cleared' ? [] : spans,
  state,
  confidence,
  reason,
  isRestorable,
})

function fieldRows(fields: readonly FieldRow[], key: FieldKey): ReviewRow[] {
  const known = fields.filter(field => field.key === key).toSorted((a, b) => a.position - b.position)
  if (known.length === 0)
    return [
      {
        ...missing,
        kind: 'field',
        key,
        value: null,
        address: addressOf(key, null),
        label: fieldNames[key],
      },
    ]
  return known.map(field => ({
    ...common(field),
    kind: 'field',
    key,
    value: field.value,
    address: addressOf(key, field.id),
    label: field.value === null ? fieldNames[key] : `${fieldNames[key]}: ${valueWords(key, field.value)}`,
  }))
}

/** Every line of the record, in the order of the screen. */
export function rowsOf(record: Pick<SessionRecord, 'fields' | 'people' | 'sections'>): ReviewRow[] {
  const fields = fieldGroups.flatMap(group => group.keys.flatMap(key => fieldRows(record.fields, key)))
  const people = record.people.map((person): ReviewRow => {
    const name = person.name ?? 'name not in the page'
    return {
      ...common(person),
      kind: 'person',
      person,
      address: person.id,
      label: `${roleNames[person.role]}: ${name}`,
    }
  })
  const sections = record.sections.map((section): ReviewRow => {
    return {
      ...common(section),
      kind: 'section',
      section,
      address: section.id,
      label: `Section ${sectionNames[section.key]}`,
    }
  })
  return [...fields, ...people, ...sections]
}

/** The day of the session as far as it is known, for times that stand alone. */
export function dayOf(rows: readonly ReviewRow[]): string | undefined {
  const moment = rows.find(row => row.kind === 'field' && (row.key === 'startsAt' || row.key === 'endsAt') && row.value !== null)
  return moment?.kind === 'field' ? moment.value?.slice(0, 10) : undefined
}
