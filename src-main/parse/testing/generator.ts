import type { SessionType } from '../../../src-preload/record.ts'
import { takeMarks, withLooseEnds } from './marks.ts'
import { messUp } from './mess.ts'
import { newPage, section, label, line, gap, renderings } from './page-builder.ts'
import type { Gold, Page, Rendering } from './page-builder.ts'
import {
  about,
  additionalSpeakers,
  formatLine,
  goals,
  heading,
  issues,
  officers,
  organizers,
  policyQuestions,
  speakers,
  themeAndIssues,
  timeAndRoom,
} from './page-parts.ts'
import { description, onlineParticipation, outcomes, relevance, report } from './page-texts.ts'
import { seeded } from './random.ts'
import type { Random } from './random.ts'
import { organization, paragraph, paragraphs, personName } from './words.ts'
import { stakeholderGroups } from '../../../src-preload/record.ts'

export interface GeneratedPage {
  readonly file: string
  readonly text: string
  readonly gold: Gold & {
    readonly file: string
    readonly layout: { year: number; kind: SessionType; rendering: Rendering; mess: string[] }
    readonly sections: ReturnType<typeof takeMarks>['sections']
  }
}

/** Mess inside the page's own lines, and mess done to the whole text. */
export const innerMess = [
  'year-title',
  'caps-title',
  'title-two-lines',
  'space-title',
  'anonymous',
  'lock',
  'honorifics',
  'remarks',
  'skip-numbers',
  'additional-speakers',
  'empty-labels',
  'two-people',
  'report',
  'glued',
  'capitals',
  'colon',
  'typo',
  'some-lost',
  'rich-prose',
  'odd-words',
] as const
export const outerMess = [
  'nbsp',
  'tabs',
  'no-blank-lines',
  'even-blank-lines',
  'no-indent',
  'wrapped',
  'banner',
  'menu',
  'footer',
  'twice',
  'trailing-spaces',
] as const

/** What copies without title and headings still differ in. */
export const bareMess = ['keeps-labels', 'keeps-inline', 'dashes', 'lists-twice', 'several', 'telling', 'unnumbered'] as const

export const typesByYear: Readonly<Record<number, readonly SessionType[]>> = {
  2017: ['workshop'],
  2018: ['workshop', 'openForum'],
  2019: ['workshop', 'preEvent', 'openForum'],
  2020: ['workshop', 'openForum'],
  2021: ['workshop', 'openForum'],
  2022: ['workshop', 'openForum', 'townHall', 'day0Event'],
  2023: ['workshop', 'openForum', 'lightningTalk', 'networkingSession', 'day0Event', 'townHall', 'launchAward'],
  2024: ['workshop', 'openForum', 'lightningTalk', 'networkingSession', 'launchAward', 'day0Event'],
  2025: ['workshop', 'openForum', 'lightningTalk', 'networkingSession', 'launchAward', 'day0Event'],
}

/** Some copies print the lists of organizers and speakers twice. */
function listsAgain(page: Page): void {
  if (!page.mess.has('lists-twice')) return
  page.lines.push(...page.lines.filter(one => /^\s*(?:Organizer|Speaker) \d/.test(one)))
}

function workshop(page: Page): void {
  heading(page)
  if (page.year < 2024) timeAndRoom(page)
  if (page.year === 2020) about(page)
  if (page.year === 2020 && page.mess.has('empty-labels')) label(page, 'Thematic Track', 1)
  if (page.year === 2023) themeAndIssues(page)
  organizers(page)
  speakers(page)
  listsAgain(page)
  additionalSpeakers(page)
  officers(page)
  formatLine(page)
  if (page.year === 2018) {
    label(page, 'Interventions')
    return section(page, 'interventions', [paragraph(page.random)])
  }
  policyQuestions(page)
  goals(page)
  description(page)
  outcomes(page)
  if (page.year === 2020) relevance(page)
  onlineParticipation(page)
  report(page)
}

function event(page: Page): void {
  const onsite = page.year >= 2020 ? 'Onsite Moderator' : 'Moderator'
  const isPeopleFirst = ['lightningTalk', 'networkingSession', 'day0Event', 'launchAward'].includes(page.type) && page.random.chance(0.7)
  heading(page)
  if (page.year < 2024) timeAndRoom(page)
  if (page.year === 2020) about(page)
  if (page.year === 2023 && page.random.chance(0.6)) issues(page)
  if (!isPeopleFirst) {
    formatLine(page)
    description(page)
  }
  organizers(page)
  speakers(page)
  listsAgain(page)
  additionalSpeakers(page)
  officers(page, onsite)
  goals(page)
  if (isPeopleFirst) {
    formatLine(page)
    description(page)
  }
  report(page)
}

function workshop2017(page: Page): void {
  const { random, gold } = page
  heading(page)
  const colon = random.chance(0.8) ? ':' : ''
  const person = (role: 'proposer' | 'coProposer', words: string) => {
    const [name, affiliation] = [personName(random), organization(random)]
    gold.people.push({ role, name, affiliation })
    line(page, `${words}'s Name: ${random.pick(['Mr. ', 'Ms. ', 'Dr. ', ''])}${name}`)
    line(page, `${words}'s Organization: ${affiliation}`)
  }
  person('proposer', 'Proposer')
  if (random.chance(0.8)) person('coProposer', 'Co-Proposer')
  line(page, `Co-Organizers${colon}`)
  const csv = Array.from({ length: random.between(1, 4) }, () => ({
    given: random.pick(['Ada', 'Jón', 'Mei', 'Luz Marina']),
    family: random.pick(['OKORO', 'de Wit', 'PÉREZ', 'Tan']),
    stakeholderGroup: random.pick(stakeholderGroups),
    affiliation: organization(random).replaceAll(',', ''),
  }))
  for (const { given, family, ...rest } of csv) gold.people.push({ role: 'organizer', name: `${given} ${family}`, ...rest })
  const written = csv.map(one => `${random.pick(['Mr.', 'Ms.'])},${one.given},${one.family},${one.stakeholderGroup},${one.affiliation}`)
  if (random.chance(0.4)) line(page, written.join(' '))
  else for (const one of written) line(page, one)
  gap(page, 1)
  const minutes = random.pick([60, 90])
  const kind = random.pick(['Panel', 'Round Table', 'Break-out Group Discussions'])
  Object.assign(gold.scalars, { formatKind: kind, durationMinutes: minutes })
  line(page, `Session Format: ${kind} - ${minutes} Min`)
  gap(page, 1)
  if (random.chance(0.7)) {
    line(page, `Proposed Speakers${colon}`)
    speakers(page)
    gap(page, 1)
  }
  line(page, `Content of the Session${colon}`)
  section(page, 'description', paragraphs(random, 1, 3))
  gap(page, 1)
  line(page, `Relevance of the Session${colon}`)
  section(page, 'relevanceToInternetGovernance', [paragraph(random)])
  gap(page, 1)
  if (random.chance(0.7)) {
    const name = personName(random)
    gold.people.push({ role: 'rapporteur', name })
    line(page, `Rapporteur: ${name}`)
  }
}

function choose(random: Random, from: readonly string[], probability: number): string[] {
  return from.filter(() => random.chance(probability))
}

export interface Wish {
  readonly year?: number
  readonly type?: SessionType
  readonly rendering?: Rendering
  readonly mess?: readonly string[]
}

/** Of two lists without numbers nobody could tell the second, nor the end of one that no officers follow. */
const isUnnumbered = ({ mess }: Page) => mess.has('unnumbered') && !mess.has('lists-twice') && !mess.has('anonymous')

/** One invented page with the record it should give; the same seed and wish give the same page. */
export function generate(seed: number, wish: Wish = {}): GeneratedPage {
  const random = seeded(seed)
  const year = wish.year ?? random.between(2017, 2025)
  const type = wish.type ?? random.pick(typesByYear[year]!)
  const rendering =
    wish.rendering ??
    random.pick(year === 2017 ? renderings.filter(one => one !== 'R3' && one !== 'R2') : renderings.filter(one => one !== 'R3'))
  const mess = wish.mess ?? [
    ...choose(random, innerMess.slice(0, 14), 0.14),
    ...(random.chance(0.6) ? ['report'] : []),
    ...(random.chance(0.3) ? ['rich-prose'] : []),
    ...(random.chance(0.3) ? ['odd-words'] : []),
    ...(random.chance(0.25) ? random.some(outerMess, random.between(1, 3)) : []),
    ...(random.chance(0.15) ? [random.pick(['capitals', 'colon', 'typo', 'some-lost'])] : []),
    ...(type === 'workshop' ? [] : ['list-labels']),
    ...(rendering === 'R3' ? choose(random, bareMess, 0.3) : []),
  ]
  const page = newPage(random, year, type, rendering, new Set([...mess, ...(type === 'workshop' ? [] : ['list-labels'])]))
  if (year === 2017) workshop2017(page)
  else if (type === 'workshop') workshop(page)
  else event(page)
  if (rendering === 'R1+checkin') page.lines.unshift('Check-in and access this session from the IGF Schedule.', '')
  if (isUnnumbered(page)) page.lines.splice(0, Infinity, ...page.lines.map(row => row.replace(/^(?:Organizer|Speaker) \d+: /, '')))
  const { text, sections: strict } = takeMarks(messUp(random, `${page.lines.join('\n')}\n`, page.mess), page.marks)
  const sections = rendering === 'R3' ? withLooseEnds(text, strict) : strict
  const file = `${seed}-${year}-${type}-${rendering.replace('+', '_')}.txt`
  return { file, text, gold: { file, layout: { year, kind: type, rendering, mess: [...mess] }, ...page.gold, sections } }
}
