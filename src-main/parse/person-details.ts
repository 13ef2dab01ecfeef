import type { ParsedPerson, Span } from '../../src-preload/record.ts'
import { regionOf, stakeholderOf } from './groups.ts'
import { orNull } from './names.ts'

const keyed =
  /^(?:[-*\u2022\u00b7\u25cf]\s*)?(organi[sz]ation(?:al affiliation)?|affiliation|institution|employer|company|stakeholder(?: group)?|regional group|region|country|job title|title|position|role|gender|e-?mail|phone|linkedin|website)\s*:\s*(.*)$/iu
const longestDetail = 300

type Details = Partial<Pick<ParsedPerson, 'affiliation' | 'stakeholderGroup' | 'regionalGroup'>>

/** What a line says of the person above it under a key of its own, as `Organization: Harbour Lab`; nothing for other lines, and no details where the record has none such, as for a country. */
export function detailsIn(text: string): Details | undefined {
  const found = text.length > longestDetail ? null : keyed.exec(text)
  if (!found) return undefined
  const [key, words] = [found[1]!.toLowerCase(), found[2]!]
  if (key.startsWith('stakeholder')) return given('stakeholderGroup', stakeholderOf(words))
  if (key.startsWith('region')) return given('regionalGroup', regionOf(words))
  return /^(?:organi|affiliation|institution|employer|company)/.test(key) ? given('affiliation', orNull(words) ?? undefined) : {}
}

const given = <K extends keyof Details>(key: K, value: Details[K]): Details => (value ? { [key]: value } : {})

/** The person with what the line says besides, and the line among its places. */
export const withDetails = (person: ParsedPerson, details: Details, span: Span): ParsedPerson => ({
  ...person,
  affiliation: person.affiliation ?? details.affiliation ?? null,
  stakeholderGroup: person.stakeholderGroup ?? details.stakeholderGroup ?? null,
  regionalGroup: person.regionalGroup ?? details.regionalGroup ?? null,
  spans: [...person.spans, span],
})
