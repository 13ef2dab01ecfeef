import type { ParsedRecord, ParsedValue } from '../../../src-preload/record.ts'

/** A record in a form that people can read and write: values, people and sections as short lines, no numbers of characters. */
export interface Digest {
  readonly page: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly people: readonly string[]
  readonly sections: readonly string[]
  readonly leftover: readonly string[]
  readonly problems: readonly string[]
}

const most = 60
const ends = (text: string) => {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length <= most ? words : `${words.slice(0, most / 2)} … ${words.slice(-most / 2)}`
}

export function digest(text: string, record: ParsedRecord): Digest {
  const valueOf = (value: ParsedValue<unknown> | readonly ParsedValue<unknown>[]) =>
    Array.isArray(value) ? value.map(one => (one as ParsedValue<unknown>).value) : (value as ParsedValue<unknown>).value
  return {
    page: record.page,
    fields: Object.fromEntries(Object.entries(record.fields).map(([key, value]) => [key, valueOf(value as ParsedValue<unknown>)])),
    people: record.people.map(({ role, name, affiliation, stakeholderGroup, regionalGroup }) =>
      [role, name ?? '(hidden)', affiliation ?? '', stakeholderGroup ?? '', regionalGroup ?? ''].join(' | '),
    ),
    sections: record.sections.map(
      ({ key, heading, spans }) => `${key} | ${heading ?? ''} | ${ends(spans.map(([start, end]) => text.slice(start, end)).join(' '))}`,
    ),
    leftover: record.leftover.map(([start, end]) => ends(text.slice(start, end))),
    problems: record.problems.map(problem => problem.code),
  }
}
