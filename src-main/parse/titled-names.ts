const word = "\\p{Lu}[\\p{L}.'\\u2019-]*"
const named = new RegExp(
  `(?<!\\p{L})(?:(?:Mr|Ms|Mrs|Mx|Dr|Prof|Amb|Hon|Sir|Dame|H\\.\\s?E)\\.?\\s+){1,3}(${word}(?:\\s+(?:${word}|de|da|do|dos|del|der|den|van|von|bin|al|el|la|y|e|ten)){1,5})(?:\\s*\\(([^()]{2,200})\\))?`,
  'gu',
)

/** A person named in running text, with what stands in brackets behind the name. */
export interface TitledName {
  readonly name: string
  readonly inside: string | null
  readonly start: number
  readonly end: number
}

/** `Ms Jane Doe (Director, Nordic Quays)`: the title says that it is a person, whatever stands before it. */
export function titledNames(text: string): TitledName[] {
  return [...text.matchAll(named)].map(({ 0: whole, 1: name, 2: inside, index }) => ({
    name: name!.replace(/\s+/g, ' ').replace(/\.$/, ''),
    inside: inside?.replace(/\s+/g, ' ').trim() ?? null,
    start: index,
    end: index + whole.length,
  }))
}
