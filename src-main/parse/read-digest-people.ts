import type { ParsedPerson, Role } from '../../src-preload/record.ts'
import type { Draft } from './draft.ts'
import { looksLikeName } from './names.ts'
import { titledNames } from './titled-names.ts'
import type { TitledName } from './titled-names.ts'

const moderated = /\b(?:(?:moderated|chaired|facilitated|hosted) by|the (?:session |workshop )?(?:moderator|chair|facilitator),?)\s*$/i

/** What the words in brackets say of the part that someone had; the rest is where they come from. */
const parts: readonly (readonly [test: RegExp, role: Role])[] = [
  [/^(?:the )?(?:remote|online) moderator\b[\s,;]*/i, 'onlineModerator'],
  [/^(?:the )?(?:session |workshop |panel |on-?site |co-)?(?:moderator|chair(?:person)?|facilitator)\b(?! of\b)[\s,;]*/i, 'moderator'],
  [/^(?:the )?rapporteur\b(?! of\b)[\s,;]*/i, 'rapporteur'],
]
const sure = 0.85
const mostText = 200_000

function personOf({ name, inside, start, end }: TitledName, text: string): ParsedPerson | undefined {
  if (inside === null || !looksLikeName(name)) return undefined
  const part = parts.find(([test]) => test.test(inside))
  const rest = part ? inside.replace(part[0], '') : inside
  const role = part?.[1] ?? (moderated.test(text.slice(Math.max(0, start - 20), start)) ? 'moderator' : 'speaker')
  return {
    role,
    name,
    affiliation: rest === '' ? null : rest,
    stakeholderGroup: null,
    regionalGroup: null,
    spans: [[start, end]],
    confidence: sure,
    reason: 'named in the text, with a position in brackets',
  }
}

/** Reads the people whom a digest names in its running text; one that lists them has said all. */
export function readDigestPeople(draft: Draft): void {
  if (draft.people.length > 0) return
  for (const titled of titledNames(draft.text.slice(0, mostText))) {
    const person = personOf(titled, draft.text)
    if (!person) continue
    draft.people.push(person)
    draft.claims.push(...person.spans)
  }
}
