import type { ParsedPerson, Span } from '../../src-preload/record.ts'
import { fold } from './vocabulary.ts'

const agrees = (a: string | null, b: string | null) => a === null || b === null || fold(a) === fold(b)
const agree = (a: ParsedPerson, b: ParsedPerson) =>
  agrees(a.affiliation, b.affiliation) && agrees(a.stakeholderGroup, b.stakeholderGroup) && agrees(a.regionalGroup, b.regionalGroup)

const merged = (a: ParsedPerson, b: ParsedPerson, spans: readonly Span[]): ParsedPerson => ({
  ...a,
  affiliation: a.affiliation ?? b.affiliation,
  stakeholderGroup: a.stakeholderGroup ?? b.stakeholderGroup,
  regionalGroup: a.regionalGroup ?? b.regionalGroup,
  spans,
  confidence: Math.max(a.confidence, b.confidence),
})

/** `Organizer 2: Civil Society, African Group` is the same hidden person in both copies of a list; groups alone are anyone's. */
function numberedWords({ spans: [span] }: ParsedPerson, text: string): string | undefined {
  const words = span && text.slice(...span)
  return words && /^[^:,]*\d[^:,]*:/.test(words) ? words : undefined
}

/** Makes one person, with two places, of a person listed twice in one role with nothing that differs. */
export function withoutRepeats(people: ParsedPerson[], text: string): void {
  const places = new Map<string, { at: number; spans: Span[] }>()
  let kept = 0
  for (const person of people) {
    const key = person.name === null ? numberedWords(person, text) : `${person.role} ${fold(person.name)}`
    const place = key === undefined ? undefined : places.get(key)
    if (place && agree(people[place.at]!, person)) {
      place.spans.push(...person.spans)
      people[place.at] = merged(people[place.at]!, person, place.spans)
      continue
    }
    if (key !== undefined) places.set(key, { at: kept, spans: [...person.spans] })
    people[kept++] = person
  }
  people.length = kept
}
