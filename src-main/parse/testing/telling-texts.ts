import type { SectionKey } from '../../../src-preload/record.ts'
import type { Page } from './page-builder.ts'
import type { Random } from './random.ts'
import { paragraph, phrase, sentence } from './words.ts'

/** How texts of each part begin in pages that people wrote; `…` stands for words of no meaning. */
const openings: Readonly<Partial<Record<SectionKey, readonly string[]>>> = {
  aboutThisSession: [
    'This session will bring together … to discuss ….',
    'In this workshop we look at … and ask what follows for ….',
    'A conversation about … between those who build it and those who live with it.',
    'This workshop will address how … could help ….',
  ],
  issueStatement: [
    'The main challenge is that … are not ….',
    'One of the issues is the lack of …; another is the opportunity that … offer.',
    'In recent years … have become a concern for governments and users alike.',
    'Despite progress, many challenges remain: … and ….',
    'Clearly, … is valuable, but it raises questions about ….',
  ],
  connectionWithPreviousMessages: [
    'This session builds on the messages of the last IGF, which asked for ….',
    'The Katowice IGF Messages stressed …, and we go on from there.',
    'Last year’s messages on … called for ….',
    'It follows up the IGF 2021 messages under ….',
  ],
  participantGains: [
    'Participants will gain an understanding of ….',
    'Attendees will learn how … and leave with ….',
    'Those who come will take away practical tools for ….',
    'By attending, people will be able to ….',
  ],
  sdgTargets: [
    'The session contributes to target 9.c by ….',
    'SDG 16 is at the heart of it, because ….',
    'It is linked to the Sustainable Development Goals through ….',
    'Goal 5 and Goal 10 are addressed, as … depend on ….',
    'The workshop helps to reach these targets: ….',
  ],
  description: [
    'The past decade has seen … in many countries.',
    'The session is divided into three parts: ….',
    'When … was first built, nobody thought of ….',
    'This workshop is about ….',
    'The debate begins with … and turns to ….',
    'Speakers will describe … and compare ….',
  ],
  expectedOutcomes: [
    'The expected outcome is a set of recommendations on ….',
    'We hope that the session will result in a report on ….',
    'By the end of the session, a list of good practices will be drafted on ….',
    'The workshop will produce a short paper on ….',
    'Outcomes: a shared agenda for … and a network of ….',
    'The topics discussed will kickstart a series of … and will be published as ….',
  ],
  interaction: [
    'The moderator will take questions from the room and from remote participants in turn.',
    'Online participants will be encouraged to use the chat, and the audience in the room the microphone; ….',
    'To be interactive, the discussion will use polls, and the moderators will give the floor to ….',
    'The session will be hybrid: onsite and online attendees will …, with the help of the online moderator.',
    'Break-out groups will be facilitated by …, before the audience is invited to comment.',
  ],
  relevanceToInternetGovernance: [
    'Internet governance depends on …, which is why ….',
    'The topic is at the core of Internet Governance: ….',
    'Governing … is a matter for all stakeholders, and the multistakeholder model ….',
    'How the Internet is governed decides ….',
  ],
  relevanceToTheme: [
    'The session fits the theme because ….',
    'Within the thematic track, it deals with ….',
    'The workshop directly addresses one of the main themes: ….',
    'Under the theme of trust, it asks ….',
  ],
}

const opening = (random: Random, key: SectionKey): string => random.pick(openings[key]!).replaceAll('…', () => phrase(random, 3, 9))

/** The paragraphs of a part; in some pages they say what they are about. */
export function tellingOf(page: Page, key: SectionKey, paragraphs: readonly string[]): string[] {
  if (!page.mess.has('telling')) return [...paragraphs]
  return paragraphs.map((text, i) => (i > 0 && page.random.chance(0.3) ? text : `${opening(page.random, key)} ${text}`))
}

/** One paragraph of a part, or as many as it can have where the page is one of many words. */
export function telling(page: Page, key: SectionKey, most = 1): string[] {
  const { random } = page
  const count = most > 1 && (page.rendering !== 'R3' || page.mess.has('several')) ? random.between(1, most) : 1
  return tellingOf(
    page,
    key,
    Array.from({ length: count }, () => (page.mess.has('telling') && random.chance(0.3) ? sentence(random) : paragraph(random))),
  )
}
