import type { FieldKey, Role, SectionKey } from '../../src-preload/record.ts'
import type { Status } from '../../src-preload/types.ts'

type Key = FieldKey | Role | SectionKey | Status
/** What is not said as it is written. */
const names: Readonly<Partial<Record<Key, string>>> = {
  startsAt: 'start',
  endsAt: 'end',
  formatKind: 'format',
  durationMinutes: 'duration',
  sdgs: 'SDGs',
  sdgTargets: 'SDG targets',
  participantGains: 'what participants gain',
  relevanceToInternetGovernance: 'relevance to Internet governance',
}
/** `sessionNumber` as people say it in the history: `session number`. */
export const spoken = (key: Key): string => names[key] ?? key.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()
export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
export const excerpt = (text: string): string =>
  text.length > 40
    ? `${text
        .slice(0, 39)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`
    : text
