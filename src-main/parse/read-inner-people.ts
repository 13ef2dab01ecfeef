import type { ParsedPerson, Role, Span } from '../../src-preload/record.ts'
import type { Block } from './blocks.ts'
import type { Draft } from './draft.ts'
import type { Heading } from './headings.ts'
import { isFullName, looksLikeName } from './names.ts'
import type { ReadLine } from './read-line.ts'
import { readRoster } from './roster.ts'
import type { Entry } from './roster.ts'
import { isSentence } from './sentences.ts'
import { slotAt } from './slots.ts'

/** What stands in a text may be an example or a plan. */
const sureInText = 0.75

const roleHeading = ({ shape, heading }: ReadLine): Heading | undefined =>
  heading ? undefined : shape.headings.find(one => one.exact && one.glued !== true && slotAt(one.slot).role !== undefined)

const isPlain = ({ person }: Entry) => person.name !== null && isFullName(person.name) && looksLikeName(person.name)

/** The people of a stretch of text that is a list of people and nothing else. */
function listed(text: string, [start, end]: Span): Entry[] {
  const words = text.slice(start, end)
  if (end <= start || end - start > longestList || isSentence(words)) return []
  const entries = readRoster(words, start)
  return entries.every(isPlain) ? entries : []
}
const longestList = 600

/** `Moderator: Jane Doe` in a description names the moderator where the page does so nowhere else; the words stay in the description. */
export function readInnerPeople(draft: Draft, blocks: readonly Block[]): void {
  const known = new Set(draft.people.map(person => person.role))
  const found: ParsedPerson[] = []
  for (const { slot, lines } of blocks) {
    if (slotAt(slot).body !== 'prose' || slotAt(slot).report) continue
    let open: { role: Role; words: string } | undefined
    for (const line of lines) {
      const heading = roleHeading(line)
      const role = heading && slotAt(heading.slot).role!
      const { start, end } = line.shape.line
      if (heading && role) open = { role, words: draft.text.slice(start, start + heading.labelEnd) }
      if (!open) continue
      const from = heading ? start + heading.valueStart : start
      const people = heading || line.shape.looksLikePerson || line.shape.isListed ? listed(draft.text, [from, end]) : []
      if (people.length === 0 && from < end) open = undefined
      if (open && !known.has(open.role)) found.push(...people.map(entry => named(entry, open!)))
    }
  }
  draft.people.push(...found)
  draft.claims.push(...found.flatMap(person => person.spans))
}

const named = ({ person, span }: Entry, { role, words }: { role: Role; words: string }): ParsedPerson => ({
  role,
  ...person,
  spans: [span],
  confidence: sureInText,
  reason: `named in the text, after '${words.replace(/\s*:\s*$/, '')}'`,
})
