/** The names of a session record, as every export and every test knows them. */

export const sessionTypes = [
  'workshop',
  'openForum',
  'townHall',
  'lightningTalk',
  'networkingSession',
  'launchAward',
  'day0Event',
  'preEvent',
  'dynamicCoalition',
  'bestPracticeForum',
  'policyNetwork',
  'mainSession',
  'highLevelSession',
  'parliamentaryTrack',
  'youthTrack',
  'nriSession',
  'other',
] as const
export type SessionType = (typeof sessionTypes)[number]

export const roles = [
  'proposer',
  'coProposer',
  'organizer',
  'speaker',
  'additionalSpeaker',
  'moderator',
  'onlineModerator',
  'rapporteur',
  'finalModerator',
  'finalSpeaker',
] as const
export type Role = (typeof roles)[number]

export const stakeholderGroups = [
  'Civil Society',
  'Government',
  'Intergovernmental Organization',
  'Private Sector',
  'Technical Community',
] as const
export type StakeholderGroup = (typeof stakeholderGroups)[number]

export const regionalGroups = [
  'African Group',
  'Asia-Pacific Group',
  'Eastern European Group',
  'Latin American and Caribbean Group (GRULAC)',
  'Western European and Others Group (WEOG)',
  'Intergovernmental Organization',
] as const
export type RegionalGroup = (typeof regionalGroups)[number]

export const sectionKeys = [
  'aboutThisSession',
  'policyQuestions',
  'additionalPolicyQuestions',
  'connectionWithPreviousMessages',
  'participantGains',
  'issueStatement',
  'sdgTargets',
  'description',
  'interventions',
  'diversity',
  'expectedOutcomes',
  'interaction',
  'relevanceToInternetGovernance',
  'relevanceToTheme',
  'onlineParticipation',
  'keyPolicyQuestions',
  'summary',
  'keyTakeaways',
  'recommendations',
  'callToAction',
  'genderReflection',
  'voluntaryCommitment',
  'finalSpeakers',
  'sessionReport',
  'other',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** Fields that hold one value. */
export const scalarKeys = [
  'forum',
  'year',
  'sessionType',
  'sessionNumber',
  'title',
  'startsAt',
  'endsAt',
  'room',
  'subtheme',
  'formatKind',
  'seating',
  'durationMinutes',
] as const
export type ScalarKey = (typeof scalarKeys)[number]
/** Fields that hold any number of values. */
export const listKeys = ['topics', 'sdgs'] as const
export type ListKey = (typeof listKeys)[number]
export const fieldKeys = [...scalarKeys, ...listKeys] as const
export type FieldKey = (typeof fieldKeys)[number]
export type NumberKey = 'year' | 'sessionNumber' | 'durationMinutes'

/** `[start, end)` in UTF-16 code units of the normalised text. */
export type Span = readonly [start: number, end: number]

/** What was read, where it stands, how sure the reader is (0 to 1) and why, in plain words. */
export interface Reading {
  readonly spans: readonly Span[]
  readonly confidence: number
  readonly reason: string
  /** The rule of the project that set it. */
  readonly ruleId?: string
}
export interface ParsedValue<T> extends Reading {
  readonly value: T
}
export interface PersonDetails {
  readonly role: Role
  readonly name: string | null
  readonly affiliation: string | null
  readonly stakeholderGroup: StakeholderGroup | null
  readonly regionalGroup: RegionalGroup | null
}
export interface ParsedPerson extends Reading, PersonDetails {}
export interface ParsedSection extends Reading {
  readonly key: SectionKey
  /** As it stands in the page; `null` where the page has none. */
  readonly heading: string | null
}
/** One value that a choice puts into the record, with its words in the page. */
export type ChosenValue = { readonly spans: readonly Span[] } & (
  | { readonly field: FieldKey; readonly value: string }
  | { readonly person: PersonDetails }
  | { readonly section: SectionKey }
)
/** One of several readings that are close, for the rapporteur to choose from. */
export interface Choice {
  /** What it says, in plain words. */
  readonly label: string
  readonly values: readonly ChosenValue[]
}
export interface ParsedProblem {
  readonly code: string
  readonly message: string
  readonly spans: readonly Span[]
  readonly choices?: readonly Choice[]
}
export type ParsedFields = {
  readonly [K in ScalarKey]?: ParsedValue<K extends NumberKey ? number : K extends 'sessionType' ? SessionType : string>
} & { readonly [K in ListKey]?: readonly ParsedValue<string>[] }

/** What a page was recognised as: a session page, or one of the other things that rapporteurs keep beside them. */
export const pageKinds = ['session', 'report', 'transcript', 'digest', 'document'] as const
export type PageKind = (typeof pageKinds)[number]

export interface ParsedRecord {
  readonly page: PageKind
  readonly fields: ParsedFields
  readonly people: readonly ParsedPerson[]
  readonly sections: readonly ParsedSection[]
  /** Non-blank text that no field, person, section or heading accounts for. */
  readonly leftover: readonly Span[]
  readonly problems: readonly ParsedProblem[]
  /** Lines that a rule says belong to no session. */
  readonly boilerplate?: readonly Boilerplate[]
}
export interface Boilerplate {
  readonly span: Span
  /** `null` where a person set this one line aside. */
  readonly ruleId: string | null
}

export const ruleKinds = ['heading', 'name', 'boilerplate', 'roleOrder'] as const
export type RuleKind = (typeof ruleKinds)[number]
/** What a correction taught, as the parser takes it. */
export interface ReadingRule {
  readonly id: string
  readonly name: string
  readonly kind: RuleKind
  /** The words of the page that it is about, folded for the parser and as written elsewhere; for a role order, the roles as the parser would have them. */
  readonly pattern: string
  /** A section, field or role for a heading; the name to write; the roles in their place. `null` for boilerplate. */
  readonly target: string | null
}
