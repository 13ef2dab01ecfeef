import type { FieldKey, PageKind, RegionalGroup, Role, SectionKey, StakeholderGroup } from '../../src-preload/record.ts'
import type { HighlightGroup } from '../raw-text/highlights.ts'

export const fieldNames: Readonly<Record<FieldKey, string>> = {
  title: 'Title',
  forum: 'Forum',
  year: 'Year',
  sessionType: 'Type',
  sessionNumber: 'Number',
  startsAt: 'Starts',
  endsAt: 'Ends',
  room: 'Room',
  formatKind: 'Format',
  seating: 'Seating',
  durationMinutes: 'Duration',
  subtheme: 'Subtheme',
  topics: 'Topics',
  sdgs: 'SDGs',
}

export interface FieldGroup {
  readonly id: HighlightGroup
  readonly title: string
  readonly keys: readonly FieldKey[]
}
export const fieldGroups: readonly FieldGroup[] = [
  {
    id: 'identity',
    title: 'Identity',
    keys: ['title', 'forum', 'year', 'sessionType', 'sessionNumber'],
  },
  { id: 'when', title: 'When and where', keys: ['startsAt', 'endsAt', 'room'] },
  { id: 'format', title: 'Format', keys: ['formatKind', 'seating', 'durationMinutes'] },
  { id: 'topics', title: 'Topics and goals', keys: ['subtheme', 'topics', 'sdgs'] },
]
export const groupOf = (key: FieldKey): HighlightGroup => fieldGroups.find(group => group.keys.includes(key))?.id ?? 'identity'

export const roleNames: Readonly<Record<Role, string>> = {
  proposer: 'Proposer',
  coProposer: 'Co-proposer',
  organizer: 'Organizer',
  speaker: 'Speaker',
  additionalSpeaker: 'Additional speaker',
  moderator: 'Moderator',
  onlineModerator: 'Online moderator',
  rapporteur: 'Rapporteur',
  finalModerator: 'Moderator (in the report)',
  finalSpeaker: 'Speaker (in the report)',
}

export const shortStakeholder: Readonly<Record<StakeholderGroup, string>> = {
  'Civil Society': 'Civil society',
  Government: 'Government',
  'Intergovernmental Organization': 'IGO',
  'Private Sector': 'Private sector',
  'Technical Community': 'Technical',
}
export const shortRegion: Readonly<Record<RegionalGroup, string>> = {
  'African Group': 'African',
  'Asia-Pacific Group': 'Asia-Pacific',
  'Eastern European Group': 'Eastern European',
  'Latin American and Caribbean Group (GRULAC)': 'GRULAC',
  'Western European and Others Group (WEOG)': 'WEOG',
  'Intergovernmental Organization': 'IGO',
}

export const sectionNames: Readonly<Record<SectionKey, string>> = {
  aboutThisSession: 'About this session',
  policyQuestions: 'Policy questions',
  additionalPolicyQuestions: 'Additional policy questions',
  connectionWithPreviousMessages: 'Connection with previous messages',
  participantGains: 'What participants gain',
  issueStatement: 'Issues, opportunities, challenges',
  sdgTargets: 'SDG targets',
  description: 'Description',
  interventions: 'Interventions',
  diversity: 'Diversity',
  expectedOutcomes: 'Expected outcomes',
  interaction: 'Interaction and participation',
  relevanceToInternetGovernance: 'Relevance to Internet governance',
  relevanceToTheme: 'Relevance to theme',
  onlineParticipation: 'Online participation',
  keyPolicyQuestions: 'Key policy questions',
  summary: 'Summary',
  keyTakeaways: 'Key takeaways',
  recommendations: 'Recommendations',
  callToAction: 'Call to action',
  genderReflection: 'Gender reflection',
  voluntaryCommitment: 'Voluntary commitment',
  finalSpeakers: 'Speakers in the report',
  sessionReport: 'Session report',
  other: 'Other',
}

export const pageNames: Readonly<Record<PageKind, string>> = {
  session: 'Session page',
  report: 'Report',
  transcript: 'Transcript',
  digest: 'Digest',
  document: 'Document',
}

/** The letter to press after F to set a field from the selected words. */
export const fieldLetters: Readonly<Record<FieldKey, string>> = {
  title: 't',
  forum: 'f',
  year: 'y',
  sessionType: 'k',
  sessionNumber: 'n',
  startsAt: 's',
  endsAt: 'e',
  room: 'r',
  formatKind: 'm',
  seating: 'a',
  durationMinutes: 'd',
  subtheme: 'b',
  topics: 'o',
  sdgs: 'g',
}
/** As `fieldLetters`, to add a person in this role. */
export const roleLetters: Readonly<Partial<Record<Role, string>>> = {
  organizer: 'z',
  speaker: 'p',
  additionalSpeaker: 'l',
  moderator: 'h',
  onlineModerator: 'i',
  rapporteur: 'w',
  proposer: 'v',
  coProposer: 'c',
}
