import type { SessionType } from '../../src-preload/record.ts'
import { pageStart, slotOf } from './slots.ts'
import type { SlotName } from './slots.ts'
import { addStep, noSteps } from './steps.ts'
import type { Steps } from './steps.ts'

/** The order of one kind of page in some years, for copies that have lost their title and headings. */
export interface Form {
  readonly type: SessionType
  readonly from: number
  readonly to: number
  readonly order: readonly SlotName[]
  readonly parts: ReadonlyMap<number, Part>
  /** How far it is from place to place past those between, in steps past one that need not be there. */
  readonly steps: Steps
  /** What it costs to end in each place. */
  readonly ends: Float32Array
}

export interface Part {
  /** It usually has several paragraphs. */
  readonly isLong: boolean
  /** What it costs to be there with no heading, and what it costs when such a page has none of it. */
  readonly entry: number
  readonly absence: number
}

const people = 'organizer?? speaker?? additionalSpeaker?? moderator?? onlineModerator?? rapporteur??'
const held = `host?? ${people}`
const top = 'time?? room??'
const themes = 'theme?? issues??'
const goals = 'goals?? goalTargets??'
const seated = 'format?? duration??'
const told = 'format formatDescription??'
const format2024 = `${seated} formatDescription?`
const end = 'expectedOutcomes onlineParticipation'

/**
 * Places in order: `name+` usually has several paragraphs, `name?` is as often there as not, `name??` does without saying so;
 * all others are in every such page.
 */
const written: readonly { readonly type: SessionType; readonly from: number; readonly to: number; readonly parts: string }[] = [
  {
    type: 'workshop',
    from: 2017,
    to: 2017,
    parts:
      'shortTitle?? proposer?? proposerOrganization?? coProposer?? coProposerOrganization?? organizer?? format?? speaker?? additionalSpeaker?? agenda?? description?+ relevanceToInternetGovernance? moderator?? onlineModerator?? rapporteur?? format??',
  },
  { type: 'workshop', from: 2018, to: 2018, parts: `${top} ${people} format interventions diversity?+ agenda?? ${top}` },
  { type: 'workshop', from: 2019, to: 2019, parts: `${top} ${people} format policyQuestions+ issueStatement?? goals description+ ${end}` },
  { type: 'workshop', from: 2019, to: 2019, parts: `${top} ${people} format policyQuestions+ issueStatement?? goals description+` },
  {
    type: 'workshop',
    from: 2019,
    to: 2019,
    parts: `${top} organizer?? speaker?? policyQuestions+ relevanceToTheme relevanceToInternetGovernance format description+`,
  },
  {
    type: 'workshop',
    from: 2020,
    to: 2020,
    parts: `${top} about? theme?? ${people} ${told} policyQuestions+ issueStatement? goals description+ expectedOutcomes interaction relevanceToInternetGovernance relevanceToTheme onlineParticipation sessionReport??+`,
  },
  {
    type: 'workshop',
    from: 2021,
    to: 2021,
    parts: `${top} ${people} ${told} policyQuestions+ additionalPolicyQuestions?? issueStatement? goals goalTargets? description+ expectedOutcomes interaction onlineParticipation sessionReport??+`,
  },
  {
    type: 'workshop',
    from: 2022,
    to: 2022,
    parts: `${top} ${people} ${told} policyQuestions+ additionalPolicyQuestions?? issueStatement?? connection? issueStatement?? goals goalTargets? description+ expectedOutcomes interaction?? onlineParticipation sessionReport??+`,
  },
  {
    type: 'workshop',
    from: 2023,
    to: 2023,
    parts: `${top} ${themes} ${people} ${told} policyQuestions+ gains goals goalTargets? description+ expectedOutcomes interaction?? onlineParticipation sessionReport??+`,
  },
  {
    type: 'workshop',
    from: 2024,
    to: 2025,
    parts: `${top} ${themes} ${people} ${format2024} policyQuestions+ gains goals goalTargets? description+ expectedOutcomes interaction?? onlineParticipation sessionReport??+`,
  },
  { type: 'openForum', from: 2018, to: 2018, parts: `${top} themeDescription?? format description+ ${held} agenda?? goals?? ${top}` },
  { type: 'openForum', from: 2019, to: 2022, parts: `${top} ${told} description+ ${held} ${goals} sessionReport??+` },
  { type: 'openForum', from: 2021, to: 2021, parts: `${top} policyQuestions+ ${told} description+ ${held} ${goals} sessionReport??+` },
  { type: 'preEvent', from: 2019, to: 2021, parts: `${top} host description` },
  { type: 'day0Event', from: 2019, to: 2022, parts: `${top} ${told} ${held} ${goals} description+` },
  { type: 'day0Event', from: 2019, to: 2022, parts: `${top} ${held} ${goals} ${told} description+` },
  { type: 'openForum', from: 2020, to: 2020, parts: `${top} about ${told} description+ ${held} goals?? sessionReport??+` },
  {
    type: 'openForum',
    from: 2023,
    to: 2023,
    parts: `${top} ${themes} ${told} description+ interaction?? ${held} ${goals} sessionReport??+`,
  },
  { type: 'lightningTalk', from: 2023, to: 2023, parts: `${top} ${themes} ${told} ${held} ${goals} description+` },
  { type: 'lightningTalk', from: 2023, to: 2023, parts: `${top} ${themes} ${held} ${goals} ${seated} formatDescription?? description+` },
  { type: 'openForum', from: 2024, to: 2025, parts: `${top} ${format2024} description+ ${held} ${goals} sessionReport??+` },
  { type: 'lightningTalk', from: 2024, to: 2025, parts: `${top} ${format2024} ${held} ${goals} description+` },
  { type: 'lightningTalk', from: 2024, to: 2025, parts: `${top} ${held} ${goals} ${seated} formatDescription?? description+` },
  {
    type: 'dynamicCoalition',
    from: 2018,
    to: 2018,
    parts: `${top} format description+ organizer?? aside?? moderator?? speaker?? rapporteur?? ${top}`,
  },
  { type: 'dynamicCoalition', from: 2019, to: 2019, parts: `${top} format outline?? description?+ ${people} ${goals} sessionReport??+` },
  {
    type: 'dynamicCoalition',
    from: 2020,
    to: 2020,
    parts: `${top} about?? ${told} host?? description+ ${people} goals?? relevanceToInternetGovernance?`,
  },
  {
    type: 'dynamicCoalition',
    from: 2021,
    to: 2022,
    parts: `${top} ${told} policyQuestions?+ description+ ${people} ${goals} sessionReport??+`,
  },
  { type: 'dynamicCoalition', from: 2023, to: 2023, parts: `${top} ${themes} ${told} description+ ${people} ${goals} sessionReport??+` },
  { type: 'dynamicCoalition', from: 2024, to: 2025, parts: `${top} ${format2024} description+ ${people} ${goals} sessionReport??+` },
]

/** What it costs to pass over a place that a page need not have. */
export const perStep = 0.06

/** What a part costs where it has no heading, by how often it is there. */
const costs = {
  always: { entry: 0.05, absence: 2 },
  often: { entry: 0.4, absence: 0.4 },
  seldom: { entry: 1.2, absence: perStep },
} as const

/** A page that lacks a part often lacks the next one, too. */
const mostPassed = 3
/** No form can be sent without one. */
const withoutDescription = 1
/** Any page can be cut short. */
const mostAtEnd = 1.5

function formOf({ type, from, to, parts: words }: (typeof written)[number]): Form {
  const tokens = words.split(' ')
  const order = tokens.map(token => /^\w+/.exec(token)![0] as SlotName)
  const inOrder = tokens.map((token): Part => ({
    isLong: token.endsWith('+'),
    ...costs[token.includes('??') ? 'seldom' : token.includes('?') ? 'often' : 'always'],
  }))
  const steps = noSteps()
  const ends = new Float32Array(pageStart + 1)
  for (let p = -1; p < order.length; p++) {
    const place = p < 0 ? pageStart : slotOf[order[p]!]
    let [passed, needed] = [0, 0]
    for (let q = p + 1; q < order.length; q++) {
      addStep(steps, place, slotOf[order[q]!], (passed + needed) / perStep + 1)
      if (order.lastIndexOf(order[q]!) === q) passed = Math.min(mostPassed, passed + inOrder[q]!.absence)
      if (order[q] === 'description' && inOrder[q]!.absence > mostAtEnd) needed = withoutDescription
    }
    ends[place] = Math.min(passed, mostAtEnd)
  }
  return { type, from, to, order, parts: new Map(order.map((name, i) => [slotOf[name], inOrder[i]!])), steps, ends }
}

export const forms: readonly Form[] = written.map(formOf)
