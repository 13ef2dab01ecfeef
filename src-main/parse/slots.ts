import { list } from './word-list.ts'
import type { Slot } from './slot.ts'

const written = [
  { name: 'title', body: 'title', headings: list('session title | title of session | title of the session | workshop title | title') },
  {
    name: 'time',
    body: 'time',
    headings: list('time | date | date and time | session time | time and date | when | date & time'),
    lost: 'one-word',
  },
  { name: 'room', body: 'room', headings: list('room | location | venue | session room'), lost: 'one-word' },
  { name: 'about', body: 'prose', key: 'aboutThisSession', headings: list('about this session') },
  {
    name: 'theme',
    body: 'theme',
    headings: list('subtheme | sub-theme | theme | subthemes | thematic track'),
    lost: 'one-word',
    oftenEmpty: true,
  },
  { name: 'issues', body: 'theme', headings: list('issue(s) | issues | issue | topic(s)') },
  { name: 'host', body: 'value', headings: list('host organization | host organisation | hosting organization'), lost: 'one-word' },
  { name: 'themeDescription', body: 'prose', key: 'other', headings: list('sub-theme description | subtheme description') },
  {
    name: 'proposer',
    body: 'person',
    role: 'proposer',
    oftenEmpty: true,
    headings: list("proposer's name | proposer name | proposer | name of proposer"),
  },
  {
    name: 'proposerOrganization',
    body: 'organization',
    headings: list("proposer's organization | proposer's organisation | proposer organization"),
    oftenEmpty: true,
  },
  {
    name: 'aside',
    body: 'value',
    key: 'other',
    headings: list(
      'country | coordinator | secretariat support | status | theme question | previous workshop(s) | tag 1 | tag 2 | tag 3 | pre-session synthesis due | short report due | long report due',
    ),
    oftenEmpty: true,
  },
  { name: 'stakeholderGroup', body: 'group', headings: list('stakeholder group | stakeholder'), oftenEmpty: true },
  {
    name: 'coProposer',
    body: 'person',
    role: 'coProposer',
    headings: list("co-proposer's name | co-proposer name | co-proposer | co-proposers' name"),
    oftenEmpty: true,
  },
  {
    name: 'coProposerOrganization',
    body: 'organization',
    headings: list("co-proposer's organization | co-proposer's organisation"),
    oftenEmpty: true,
  },
  {
    name: 'organizer',
    body: 'people',
    role: 'organizer',
    lost: 'one-word',
    headings: list(
      'organizers | organizer | organisers | organiser | co-organizers | co-organisers | co-organizer | session organizers | workshop organiser | workshop organizer | co-proposers/co-organizers | organizer(s) | list of organizers | list of organisers | organizing team | session hosts | session organizer | session organiser | organizer name | organizer(s) name | organiser(s) name | organiser(s)',
    ),
    oftenEmpty: true,
  },
  {
    name: 'speaker',
    body: 'people',
    role: 'speaker',
    lost: 'one-word',
    oftenEmpty: true,
    headings: list(
      'speakers | speaker | proposed speakers | list of speakers | list of speakers and their institutional affiliations | discussion leads | panelists | panellists | panelist | speaker(s) | name of speaker(s) | confirmed speakers | invited speakers | speakers and their affiliations | resource persons | discussants | discussant | respondents | presenters | keynote speakers | keynote speaker | submitted workshop panelists | submitted workshop panellists | assigned panelists | assigned panellists',
    ),
  },
  {
    name: 'additionalSpeaker',
    body: 'extraPeople',
    role: 'additionalSpeaker',
    headings: list('additional speakers | additional speaker | additional speaker(s)'),
    oftenEmpty: true,
  },
  {
    name: 'moderator',
    body: 'person',
    role: 'moderator',
    lost: 'one-word',
    oftenEmpty: true,
    headings: list(
      'moderator | moderators | moderator(s) | offline moderator | onsite and online moderator | onsite moderator | on-site moderator | on site moderator | onsite moderators | in-person moderator | chairperson/moderator | chair/moderator | session facilitator | session chair | chair | in person moderator | onsite moderator(s) | co-moderators | co-moderator',
    ),
  },
  {
    name: 'onlineModerator',
    body: 'person',
    role: 'onlineModerator',
    oftenEmpty: true,
    headings: list(
      'online moderator | online moderators | remote moderator | online moderator(s) | virtual moderator | online facilitator | name of remote moderator(s) | remote moderators',
    ),
  },
  {
    name: 'rapporteur',
    body: 'person',
    role: 'rapporteur',
    lost: 'one-word',
    oftenEmpty: true,
    headings: list(
      'rapporteur | rapporteurs | rapporteur(s) | rapporteur/note taker | rapporteur / note taker | note taker | note keeper | rapporteur/notetaker | notetaker | reported by',
    ),
  },
  {
    name: 'format',
    body: 'format',
    headings: list(
      'format | session format | format of session | format of the session | new online format | session type | type of session',
    ),
    lost: 'one-word',
  },
  {
    name: 'duration',
    body: 'number',
    headings: list('duration (minutes) | duration | duration (min) | duration in minutes'),
    oftenEmpty: true,
  },
  { name: 'formatDescription', body: 'prose', key: 'other', headings: list('format description') },
  {
    name: 'policyQuestions',
    body: 'questions',
    key: 'policyQuestions',
    headings: list('policy question(s) | policy questions | policy question | session policy questions | questions for discussion'),
  },
  {
    name: 'additionalPolicyQuestions',
    body: 'questions',
    key: 'additionalPolicyQuestions',
    headings: list('additional policy questions information | additional policy questions | additional policy question(s) information'),
    oftenEmpty: true,
  },
  {
    name: 'issueStatement',
    body: 'prose',
    key: 'issueStatement',
    headings: list('issues, opportunities and challenges | issues, challenges and opportunities | issues and challenges'),
    lost: 'always',
  },
  {
    name: 'connection',
    body: 'prose',
    key: 'connectionWithPreviousMessages',
    headings: list('connection with previous messages'),
    oftenEmpty: true,
  },
  {
    name: 'gains',
    body: 'prose',
    key: 'participantGains',
    headings: list(
      'what will participants gain from attending this session? | what participants take home | what will participants gain from attending this session',
    ),
    oftenEmpty: true,
  },
  {
    name: 'goals',
    body: 'goals',
    headings: list("sdgs | sdg | sustainable development goals | sdg(s) | sdg's | sds | sgds | dgs"),
    lost: 'one-word',
    oftenEmpty: true,
  },
  { name: 'goalTargets', body: 'prose', key: 'sdgTargets', headings: list('targets | sdg targets'), oftenEmpty: true },
  {
    name: 'description',
    body: 'prose',
    key: 'description',
    lost: 'one-word',
    oftenEmpty: true,
    headings: list(
      'description | session description | content of the session | content of session | session content | description of the session | workshop description | concise description of workshop | brief description',
    ),
  },
  { name: 'outline', body: 'prose', key: 'description', headings: list('outline') },
  { name: 'interventions', body: 'prose', key: 'interventions', headings: list('interventions'), lost: 'one-word' },
  { name: 'diversity', body: 'prose', key: 'diversity', headings: list('diversity'), lost: 'one-word' },
  {
    name: 'agenda',
    body: 'prose',
    key: 'other',
    headings: list('agenda | agenda (60min) | agenda (90min) | programme | session agenda | tentative agenda | draft agenda'),
    oftenEmpty: true,
  },
  {
    name: 'expectedOutcomes',
    body: 'prose',
    key: 'expectedOutcomes',
    headings: list('expected outcomes | expected outcome | what should come of it'),
    oftenEmpty: true,
  },
  {
    name: 'interaction',
    body: 'prose',
    key: 'interaction',
    headings: list('interaction | how people take part | hybrid format | discussion facilitation | participation and interactivity'),
    lost: 'always',
  },
  {
    name: 'relevanceToInternetGovernance',
    body: 'prose',
    key: 'relevanceToInternetGovernance',
    oftenEmpty: true,
    headings: list(
      'relevance to internet governance | relevance to ig | relevance of the session | relevance of the issue | relevance of the topic | relevance to the internet governance | internet governance relevance | relevance of the session to internet governance',
    ),
  },
  {
    name: 'relevanceToTheme',
    body: 'prose',
    key: 'relevanceToTheme',
    headings: list('relevance to theme | relevance to the theme | relevance to subtheme'),
    oftenEmpty: true,
  },
  {
    name: 'onlineParticipation',
    body: 'prose',
    key: 'onlineParticipation',
    headings: list('online participation | remote participation'),
    oftenEmpty: true,
  },
  {
    name: 'keyPolicyQuestions',
    body: 'prose',
    key: 'keyPolicyQuestions',
    report: true,
    oftenEmpty: true,
    headings: list(
      'key policy questions and related issues | key policy questions and expectations | key policy questions | key policy questions and related issues discussed',
    ),
  },
  {
    name: 'summary',
    body: 'prose',
    key: 'summary',
    report: true,
    oftenEmpty: true,
    headings: list(
      'summary of issues discussed | discussion areas | summary of discussions | summary of discussion | summary of the discussion | summary of the issues discussed | summary | session summary',
    ),
    openings: list(
      'please describe the discussions that took place during the workshop session | please elaborate on the discussion held | brief substantive summary | a brief substantive summary',
    ),
  },
  {
    name: 'keyTakeaways',
    body: 'prose',
    key: 'keyTakeaways',
    report: true,
    oftenEmpty: true,
    headings: list('key takeaways | key takeaway | key take-aways | keypoints | key points'),
    openings: list('key issues raised | please state no more than three (3) key messages'),
  },
  {
    name: 'callToAction',
    body: 'prose',
    key: 'callToAction',
    report: true,
    oftenEmpty: true,
    headings: list('call to action | calls to action | call for action'),
  },
  {
    name: 'recommendations',
    body: 'prose',
    key: 'recommendations',
    report: true,
    oftenEmpty: true,
    headings: list(
      'policy recommendations or suggestions for the way forward | policy recommendations and suggestions for the way forward | policy recommendations | recommendations | suggestions for the way forward | policy recommendations / suggestions for the way forward',
    ),
    openings: list('please describe any participant suggestions regarding the way forward | please describe any policy recommendations'),
  },
  {
    name: 'genderReflection',
    body: 'prose',
    key: 'genderReflection',
    report: true,
    oftenEmpty: true,
    headings: list(
      'reflection to gender issues | reflection on gender issues | gender reflection | reflections on gender issues | reflection to gender',
    ),
    openings: list('to what extent did the workshop discuss gender | to what extent did the session discuss gender'),
  },
  {
    name: 'voluntaryCommitment',
    body: 'prose',
    key: 'voluntaryCommitment',
    report: true,
    oftenEmpty: true,
    headings: list('voluntary commitment | voluntary commitments'),
  },
  {
    name: 'finalSpeakers',
    body: 'finalPeople',
    key: 'finalSpeakers',
    report: true,
    oftenEmpty: true,
    headings: list('final speakers | final list of speakers | final speakers and moderators'),
  },
  {
    name: 'sessionReport',
    body: 'prose',
    key: 'sessionReport',
    report: true,
    oftenEmpty: true,
    headings: list('session report | full session report | workshop report | event report | report'),
  },
  {
    name: 'reportPart',
    body: 'prose',
    key: 'other',
    report: true,
    oftenEmpty: true,
    headings: list(
      'estimated participation | other initiatives addressing the session issues | making progress for tackled issues | session outputs | group photo | participation | next steps | conclusion | conclusions | outcomes | session outcomes | links | documents | outputs and other relevant links',
    ),
  },
  {
    name: 'reportFormPart',
    body: 'prose',
    key: 'other',
    report: true,
    oftenEmpty: true,
    headings: list(
      'estimated overall number of participants | please provide a summary of the presentations | conclusions and further comments | gender reporting',
    ),
    openings: list(
      'if there were presentations during the session | what ideas surfaced in the discussion | please estimate the total number of | estimate the overall number of | conclusions drawn from the workshop | if the session addressed issues related to gender',
    ),
  },
  { name: 'shortTitle', body: 'value', key: 'other', headings: list('short title') },
  {
    name: 'formPart',
    body: 'prose',
    key: 'other',
    oftenEmpty: true,
    headings: list(
      'background paper | session segments | tags | session language | reference document | additional documents | organizational affiliation | session organizer type | background | previous workshops | supporting documents | additional reference document link | session format and timing | session id',
    ),
  },
  {
    name: 'reportTemplate',
    body: 'prose',
    key: 'other',
    report: true,
    oftenEmpty: true,
    headings: list('igf 2018 pre-session synthesis & short report template | pre-session synthesis & short report template'),
  },
  {
    name: 'digestPart',
    body: 'prose',
    key: 'other',
    report: true,
    oftenEmpty: true,
    headings: list(
      "session at a glance | major discussion points | table of contents | knowledge graph of debate | disclaimer | speakers analysis | speakers' analysis | session transcript | speakers and moderators | speakers from the provided list | agreements | differences | overall assessment | follow-up questions",
    ),
  },
  { name: 'footer', body: 'footer', headings: list('contact information | footer | you are here | related sessions | share this page') },
] as const satisfies readonly Slot[]

export type SlotName = (typeof written)[number]['name']
interface NamedSlot extends Slot {
  readonly name: SlotName
}

/** Every place, with the same properties in the same order, so that looking at one is as quick as at another. */
export const slots: readonly NamedSlot[] = written.map(({ name, body, headings, ...rest }: NamedSlot) => ({
  key: undefined,
  role: undefined,
  lost: undefined,
  oftenEmpty: undefined,
  report: undefined,
  openings: undefined,
  ...rest,
  name,
  body,
  headings,
}))
export const slotAt = (index: number): NamedSlot => slots[index]!
export const slotOf = Object.fromEntries(slots.map(({ name }, i) => [name, i])) as Readonly<Record<SlotName, number>>
/** Where the page begins, which is in none of the places. */
export const pageStart = slots.length
