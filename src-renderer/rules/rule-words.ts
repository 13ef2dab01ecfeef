import { fieldKeys, roles, sectionKeys, type FieldKey, type Role, type RuleKind, type SectionKey } from '../../src-preload/record.ts'
import type { RuleDraft, ValueWords } from '../../src-preload/types.ts'
import { fieldNames, roleNames, sectionNames } from '../review/field-words.ts'

const isIn = <K extends string>(keys: readonly K[], key: string): key is K => (keys as readonly string[]).includes(key)

/** A field, role or section as the record names it. */
export function keyName(key: FieldKey | Role | SectionKey | 'boilerplate' | (string & {})): string {
  if (isIn(sectionKeys, key)) return sectionNames[key]
  if (isIn(fieldKeys, key)) return fieldNames[key]
  return isIn(roles, key) ? roleNames[key] : key === 'boilerplate' ? 'Boilerplate' : key
}
const orderNames = (order: string) => order.split(' ').map(keyName).join(', ')

/** Words of a page or a person within a sentence of the window, in whatever direction they run. */
export const isolated = (words: string) => `\u2068${words}\u2069`

interface KindWords {
  readonly name: string
  /** What the rule is about, and what it does, to be read after each other. */
  readonly about: (pattern: string) => string
  readonly does: (target: string) => string
  readonly patternLabel: string
  readonly targetLabel: string
}

/** What each kind of rule is called and does. */
export const ruleKindWords: Readonly<Record<RuleKind, KindWords>> = {
  heading: {
    name: 'Heading',
    about: pattern => `“${isolated(pattern)}”`,
    does: target => `opens ${keyName(target)}`,
    patternLabel: 'Heading, as in the page',
    targetLabel: 'What it opens',
  },
  name: {
    name: 'Name',
    about: pattern => `“${isolated(pattern)}”`,
    does: target => `is written ${isolated(target)}`,
    patternLabel: 'Name, as in the page',
    targetLabel: 'How it is written',
  },
  boilerplate: {
    name: 'Boilerplate',
    about: pattern => `“${isolated(pattern)}”`,
    does: () => 'is set aside, as it belongs to no session',
    patternLabel: 'Line, as in the page',
    targetLabel: '',
  },
  roleOrder: {
    name: 'Role order',
    about: pattern => `People without a heading who would be ${orderNames(pattern)}`,
    does: target => `are ${orderNames(target)}`,
    patternLabel: '',
    targetLabel: '',
  },
}

export function ruleSentence({ kind, pattern, target }: Pick<RuleDraft, 'kind' | 'pattern' | 'target'>): string {
  const { about, does } = ruleKindWords[kind]
  return `${about(pattern)} ${does(target ?? '')}.`
}

/** `Description: Keepers and engineers…`. */
export const valueSentence = ({ key, text }: ValueWords): string => `${keyName(key)}: ${isolated(text)}`

const noHeading: readonly string[] = ['forum', 'year', 'sessionType', 'sessionNumber', 'finalModerator', 'finalSpeaker']
/** What a heading can open. */
export const targetChoices = [...sectionKeys, ...fieldKeys, ...roles]
  .filter(key => !noHeading.includes(key))
  .map(key => ({ id: key as string, label: keyName(key) }))
/** Who those without a heading can be. */
export const officerChoices = targetChoices.filter(({ id }) => ['moderator', 'onlineModerator', 'rapporteur'].includes(id))
