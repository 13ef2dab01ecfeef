import type {
  Choice,
  ListKey,
  Reading,
  RegionalGroup,
  Role,
  SectionKey,
  Span,
  StakeholderGroup,
  FieldKey,
} from '../../src-preload/record.ts'
import { listKeys } from '../../src-preload/record.ts'
import type { FieldRow, PersonRow, ProblemRow, SectionRow, ValueState } from '../../src-preload/types.ts'

/** The nouns that hold values read from the page. */
export const valueNouns = ['field', 'person', 'section'] as const
export type ValueNoun = (typeof valueNouns)[number]

interface StoredReading {
  readonly id: string
  readonly session_id: string
  readonly spans: string
  readonly state: ValueState
  readonly confidence: number
  readonly reason: string
  readonly reading: string | null
  readonly rule_id: string | null
}
export interface StoredField extends StoredReading {
  readonly key: FieldKey
  readonly position: number
  readonly value: string | null
}
export interface StoredPerson extends StoredReading {
  readonly position: number
  readonly role: Role
  readonly name: string | null
  readonly affiliation: string | null
  readonly stakeholder_group: StakeholderGroup | null
  readonly regional_group: RegionalGroup | null
}
export interface StoredSection extends StoredReading {
  readonly key: SectionKey
  readonly heading: string | null
  readonly text: string | null
}
export interface StoredProblem {
  readonly id: string
  readonly code: string
  readonly message: string
  readonly spans: string
  readonly choices: string
  readonly other_session_id: string | null
  readonly is_resolved: 0 | 1
  readonly row_id: string | null
  readonly quote: string | null
}
/** What the parser said of a row, kept to be restored: the columns it set. */
export type StoredColumns = Readonly<Record<string, string | number | null>>

export const isListKey = (key: FieldKey): key is ListKey => (listKeys as readonly FieldKey[]).includes(key)
export const choicesOf = (json: string): Choice[] => JSON.parse(json) as Choice[]
export const spansOf = (json: string): Span[] => JSON.parse(json) as Span[]

/** Nobody has changed what was read. */
export const isAsRead = (state: ValueState) => state === 'parsed' || state === 'accepted'

function row(stored: StoredReading): Reading & Pick<FieldRow, 'id' | 'state' | 'isRestorable'> {
  const { id, state, confidence, reason, rule_id: ruleId } = stored
  return {
    id,
    state,
    confidence,
    reason,
    spans: spansOf(stored.spans),
    ...(ruleId !== null && isAsRead(state) && { ruleId }),
    isRestorable: stored.reading !== null && !isAsRead(state),
  }
}
export function fieldRow(stored: StoredField): FieldRow {
  return { ...row(stored), key: stored.key, position: stored.position, value: stored.value }
}
export function personRow(stored: StoredPerson): PersonRow {
  const { position, role, name, affiliation } = stored
  return {
    ...row(stored),
    position,
    role,
    name,
    affiliation,
    stakeholderGroup: stored.stakeholder_group,
    regionalGroup: stored.regional_group,
  }
}
export function sectionRow(stored: StoredSection): SectionRow {
  return { ...row(stored), key: stored.key, heading: stored.heading, text: stored.text }
}
export function problemRow(stored: StoredProblem): ProblemRow {
  const { id, code, message, spans, choices, other_session_id, is_resolved, row_id, quote } = stored
  const where = { spans: spansOf(spans), choices: choicesOf(choices) }
  return { id, code, message, ...where, otherSessionId: other_session_id, isResolved: is_resolved === 1, rowId: row_id, quote }
}
