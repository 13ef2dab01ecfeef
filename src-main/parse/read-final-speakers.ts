import type { Role } from '../../src-preload/record.ts'
import { valueSpan, wordsIn } from './blocks.ts'
import type { Block } from './blocks.ts'
import type { Draft } from './draft.ts'
import { isFullName, looksLikeName } from './names.ts'
import { isOneName } from './person.ts'
import { roleOf } from './read-people.ts'
import { readRoster } from './roster.ts'
import { isSentence } from './sentences.ts'
import type { Shape } from './shapes.ts'
import { confidenceFrom } from './spans.ts'

const label =
  /^(?:\(?\d{1,2}[.)]\)?\s*|[-*\u2022]\s*)?((?:on-?site |online |session )?(?:moderators?|chairs?)|(?:final )?(?:speakers?|panelists?|panellists?)|rapporteurs?)\s*(?:\([^)]*\))?\s*(?::\s*|$)/i

/** What was said stands below who said it, and names nobody. */
const isParagraph = ({ length, line: { text } }: Shape) => length > longestEntry && isSentence(text)
const longestEntry = 400

/** Reads the people that a report lists as having spoken; small labels inside the list say who moderated. */
export function readFinalSpeakers(draft: Draft, block: Block): void {
  let role: Role = 'finalSpeaker'
  for (const line of block.lines) {
    if (line.how === 'heading' || isParagraph(line.shape)) continue
    let [start, end] = valueSpan(draft.text, line)
    const words = label.exec(wordsIn(line, [start, Math.min(end, start + 60)]))
    if (words) {
      role = /moderator|chair/i.test(words[1]!) ? 'finalModerator' : /rapporteur/i.test(words[1]!) ? 'rapporteur' : 'finalSpeaker'
      start += words[0].length
    }
    if (start >= end) continue
    for (const { person, span } of readRoster(wordsIn(line, [start, end]), start)) {
      if (person.name === null || !looksLikeName(person.name) || !(isFullName(person.name) || isOneName(person))) continue
      const confidence = Math.min(0.95, confidenceFrom(line.margin))
      draft.people.push({
        role: roleOf(role, draft.text.slice(...span)),
        ...person,
        spans: [span],
        confidence,
        reason: words ? `under '${words[1]}' in the report's list of speakers` : "in the report's list of speakers",
      })
      draft.claims.push(span)
    }
  }
}
