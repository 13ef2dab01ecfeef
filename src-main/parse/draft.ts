import type {
  Boilerplate,
  Choice,
  ParsedFields,
  ParsedPerson,
  ParsedProblem,
  ParsedSection,
  ParsedValue,
  Span,
} from '../../src-preload/record.ts'
import type { Block } from './blocks.ts'

/** Fields that a place in the page gives together. */
export interface Offer {
  readonly fields: Pick<ParsedFields, 'startsAt' | 'endsAt' | 'room'>
  readonly span: Span
}
export type OfferedKey = 'startsAt' | 'room'

/** A record while it is being read. */
export interface Draft {
  readonly text: string
  readonly fields: { -readonly [K in keyof ParsedFields]: ParsedFields[K] }
  readonly topics: ParsedValue<string>[]
  readonly people: ParsedPerson[]
  readonly sections: ParsedSection[]
  readonly problems: ParsedProblem[]
  /** Sections that nearly as well are others, or end elsewhere. */
  readonly doubtful: Block[]
  /** All that was read for fields that the page can say twice. */
  readonly offers: Map<OfferedKey, Offer[]>
  /** What is accounted for: values, headings, labels. */
  readonly claims: Span[]
  /** Numbers and heads of the sheets that the page was printed on: no part of any text. */
  readonly printed: Span[]
  /** Lines that rules say belong to no session; claimed too. */
  readonly boilerplate: Boilerplate[]
}

export function newDraft(text: string): Draft {
  return {
    text,
    fields: {},
    topics: [],
    people: [],
    sections: [],
    problems: [],
    doubtful: [],
    offers: new Map(),
    claims: [],
    printed: [],
    boilerplate: [],
  }
}

/** Sets a field that holds one value; the first reading stands. */
export function setOnce<K extends keyof ParsedFields>(draft: Draft, key: K, value: ParsedFields[K] | undefined): void {
  if (value !== undefined && draft.fields[key] === undefined) (draft.fields as Record<K, ParsedFields[K]>)[key] = value
}

/** Sets fields that are read together and claims their words; the first reading stands unless the page is found to contradict itself. */
export function offer(draft: Draft, key: OfferedKey, { startsAt, endsAt, room }: Offer['fields'], span: Span): void {
  const fields = { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }), ...(room && { room }) }
  if (!fields[key]) return
  const before = draft.offers.get(key)
  if (before) return void before.push({ fields, span })
  draft.offers.set(key, [{ fields, span }])
  Object.assign(draft.fields, fields)
  draft.claims.push(span)
}

export function problem(draft: Draft, code: string, message: string, spans: readonly Span[], choices: readonly Choice[] = []): void {
  draft.problems.push({ code, message, spans, ...(choices.length > 0 && { choices }) })
}
