import type {
  Choice,
  ChosenValue,
  FieldKey,
  ParsedFields,
  ParsedPerson,
  ParsedSection,
  ParsedValue,
  Span,
} from '../../src-preload/record.ts'
import type { Draft } from './draft.ts'
import type { Slot } from './slot.ts'

type Read = ParsedValue<string | number>

const longestWords = 60
const acronyms: Readonly<Record<string, string>> = { sdgs: 'SDGs' }

/** A place as the form of the page calls it: `Online moderator`. */
export function placeName({ headings: [words] }: Slot): string {
  return acronyms[words!] ?? words!.slice(0, 1).toUpperCase() + words!.slice(1)
}

export const excerpt = (words: string) =>
  words.length > longestWords
    ? `${words
        .slice(0, longestWords)
        .toWellFormed()
        .replace(/\s*\S*$/, '')} …`
    : words

const fieldValues = (fields: ParsedFields): ChosenValue[] =>
  (Object.entries(fields) as [FieldKey, Read | readonly Read[]][]).flatMap(([field, read]) =>
    [read].flat().map(({ value, spans }) => ({ field, value: String(value), spans })),
  )
const personValue = ({ role, name, affiliation, stakeholderGroup, regionalGroup, spans }: ParsedPerson): ChosenValue => ({
  person: { role, name, affiliation, stakeholderGroup, regionalGroup },
  spans,
})
export const sectionValue = (section: ParsedSection['key'], span: Span): ChosenValue => ({ section, spans: [span] })

const wordsOf = (value: ChosenValue) =>
  'field' in value
    ? [value.value]
    : 'person' in value
      ? [value.person.name ?? value.person.affiliation ?? value.person.stakeholderGroup]
      : []

const choice = (name: string, values: readonly ChosenValue[]): Choice => {
  const words = values.flatMap(wordsOf).filter(one => one !== null)
  return { label: words.length === 0 ? name : `${name}: ${excerpt(words.join(', '))}`, values }
}

export const fieldChoice = (name: string, fields: ParsedFields): Choice => choice(name, fieldValues(fields))

/** What the record would hold were it read as in this draft; none where that says nothing. */
export function draftChoice(slot: Slot, { fields, topics, people, sections }: Draft): Choice[] {
  const values = [
    ...fieldValues(topics.length > 0 ? { ...fields, topics } : fields),
    ...people.map(personValue),
    ...sections.flatMap(({ key, spans }) => spans.map(span => sectionValue(key, span))),
  ]
  return values.length === 0 ? [] : [choice(placeName(slot), values)]
}

/** Two or more that differ are a choice; what there is but one way to read is none. */
export function realChoices(choices: readonly Choice[]): readonly Choice[] {
  const distinct = [...new Map(choices.map(one => [JSON.stringify(one.values), one])).values()]
  return distinct.length > 1 ? distinct : []
}
