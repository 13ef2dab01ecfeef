import type { Boilerplate, ParsedFields, ParsedPerson, ParsedProblem, ParsedSection, ParsedValue, Span } from '../../src-preload/record.ts'

/** A record while it is being read. */
export interface Draft {
  readonly text: string
  readonly fields: { -readonly [K in keyof ParsedFields]: ParsedFields[K] }
  readonly topics: ParsedValue<string>[]
  readonly people: ParsedPerson[]
  readonly sections: ParsedSection[]
  readonly problems: ParsedProblem[]
  /** What is accounted for: values, headings, labels. */
  readonly claims: Span[]
  /** Lines that rules say belong to no session; claimed too. */
  readonly boilerplate: Boilerplate[]
}

export function newDraft(text: string): Draft {
  return { text, fields: {}, topics: [], people: [], sections: [], problems: [], claims: [], boilerplate: [] }
}

/** Sets a field that holds one value; the first reading stands. */
export function setOnce<K extends keyof ParsedFields>(draft: Draft, key: K, value: ParsedFields[K] | undefined): void {
  if (value !== undefined && draft.fields[key] === undefined) (draft.fields as Record<K, ParsedFields[K]>)[key] = value
}

export function problem(draft: Draft, code: string, message: string, spans: readonly Span[]): void {
  draft.problems.push({ code, message, spans })
}
