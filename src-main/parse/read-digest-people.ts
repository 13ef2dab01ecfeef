import type { ParsedPerson, Role } from '../../src-preload/record.ts'
import type { Draft } from './draft.ts'
import { looksLikeName } from './names.ts'

/** `Ms Jane Doe (Director, Nordic Quays)`, as the first digests name those who spoke. */
const word = "\\p{Lu}[\\p{L}.'\\u2019-]*"
const named = new RegExp(
  `(?<!\\p{L})(?:(?:Mr|Ms|Mrs|Mx|Dr|Prof|Amb|Hon|Sir|Dame|H\\.\\s?E)\\.?\\s+){1,3}(${word}(?:\\s+(?:${word}|de|da|do|dos|del|der|den|van|von|bin|al|el|la|y|e|ten)){1,5})\\s*\\(([^()]{2,200})\\)`,
  'gu',
)
const moderated = /\b(?:(?:moderated|chaired|facilitated|hosted) by|the (?:session |workshop )?(?:moderator|chair|facilitator),?)\s*$/i

/** What the words in brackets say of the part that someone had; the rest is where they come from. */
const parts: readonly (readonly [test: RegExp, role: Role])[] = [
  [/^(?:the )?(?:remote|online) moderator\b[\s,;]*/i, 'onlineModerator'],
  [/^(?:the )?(?:session |workshop |panel |on-?site |co-)?(?:moderator|chair(?:person)?|facilitator)\b(?! of\b)[\s,;]*/i, 'moderator'],
  [/^(?:the )?rapporteur\b(?! of\b)[\s,;]*/i, 'rapporteur'],
]
const sure = 0.85
const mostText = 200_000

function personOf(match: RegExpExecArray, text: string): ParsedPerson | undefined {
  const [whole, name, brackets] = [match[0], match[1]!.replace(/\s+/g, ' '), match[2]!.replace(/\s+/g, ' ').trim()]
  if (!looksLikeName(name)) return undefined
  const part = parts.find(([test]) => test.test(brackets))
  const rest = part ? brackets.replace(part[0], '') : brackets
  const role = part?.[1] ?? (moderated.test(text.slice(Math.max(0, match.index - 20), match.index)) ? 'moderator' : 'speaker')
  return {
    role,
    name,
    affiliation: rest === '' ? null : rest,
    stakeholderGroup: null,
    regionalGroup: null,
    spans: [[match.index, match.index + whole.length]],
    confidence: sure,
    reason: 'named in the text, with a position in brackets',
  }
}

/** Reads the people whom a digest names in its running text; one that lists them has said all. */
export function readDigestPeople(draft: Draft): void {
  if (draft.people.length > 0) return
  for (const match of draft.text.slice(0, mostText).matchAll(named)) {
    const person = personOf(match, draft.text)
    if (!person) continue
    draft.people.push(person)
    draft.claims.push(...person.spans)
  }
}
