import { gap, isLost, label, line, section } from './page-builder.ts'
import type { Page } from './page-builder.ts'
import { telling, tellingOf } from './telling-texts.ts'
import { organization, paragraph, paragraphs, personName, question, richParagraphs, sentence } from './words.ts'

export function description(page: Page): void {
  const { random } = page
  const texts = page.mess.has('rich-prose') ? richParagraphs(random, 2, 6) : paragraphs(random, 1, 4)
  if (page.year === 2019 && page.type === 'workshop') {
    gap(page, 1)
    return section(page, 'description', tellingOf(page, 'description', texts), { inline: 'Description:' })
  }
  label(page, page.type === 'workshop' && page.rendering !== 'R2' ? 'Description:' : 'Description')
  section(page, 'description', tellingOf(page, 'description', texts), { unlabelled: isLost(page, 'Description') })
}

export function outcomes(page: Page): void {
  const hasInteraction = page.year === 2020 || page.year === 2021
  label(page, 'Expected Outcomes')
  section(page, 'expectedOutcomes', telling(page, 'expectedOutcomes'), { looseEnd: hasInteraction })
  if (!hasInteraction || page.mess.has('no-issues')) return
  gap(page, 1)
  section(page, 'interaction', telling(page, 'interaction', 2), { unlabelled: true })
}

export function relevance(page: Page): void {
  gap(page, 1)
  section(page, 'relevanceToInternetGovernance', telling(page, 'relevanceToInternetGovernance'), {
    inline: 'Relevance to Internet Governance:',
  })
  gap(page, 1)
  section(page, 'relevanceToTheme', telling(page, 'relevanceToTheme'), { inline: 'Relevance to Theme:' })
}

export function onlineParticipation(page: Page): void {
  label(page, 'Online Participation')
  section(page, 'onlineParticipation', [
    page.random.chance(0.3)
      ? `Usage of IGF Official Tool. Additional Tools proposed: ${sentence(page.random)}`
      : 'Usage of IGF Official Tool.',
  ])
}

const numbered = (page: Page, first: number, words: string) => `${first}. ${words}${page.random.chance(0.2) ? ':' : ''}`
const part = (page: Page, words: string) => {
  gap(page, 1)
  line(page, words)
  gap(page, 1)
}

function report2019(page: Page): void {
  const { random } = page
  const first = page.year === 2019 ? 'Key Policy Questions and Expectations' : 'Key Policy Questions and related issues'
  part(page, numbered(page, 1, first))
  section(
    page,
    'keyPolicyQuestions',
    Array.from({ length: random.between(1, 4) }, () => question(random)),
  )
  part(page, numbered(page, 2, 'Summary of Issues Discussed'))
  section(page, 'summary', page.mess.has('rich-prose') ? richParagraphs(random, 2, 5) : paragraphs(random, 1, 4))
  if (page.year === 2019) {
    part(page, numbered(page, 3, 'Policy Recommendations or Suggestions for the Way Forward'))
    return section(page, 'recommendations', paragraphs(random, 1, 3))
  }
  part(page, numbered(page, 3, 'Key Takeaways'))
  section(page, 'keyTakeaways', paragraphs(random, 1, 3))
  if (random.chance(0.5)) {
    part(page, numbered(page, 7, 'Reflection to Gender Issues'))
    section(page, 'genderReflection', [paragraph(random)])
  }
  if (random.chance(0.4)) {
    part(page, numbered(page, 10, 'Voluntary Commitment'))
    section(page, 'voluntaryCommitment', [paragraph(random)])
  }
}

function report2021(page: Page): void {
  const { random } = page
  const isListed = random.chance(0.2)
  part(page, isListed ? 'Key Takeaways:' : 'Key Takeaways (* deadline at the end of the session day)')
  section(page, 'keyTakeaways', paragraphs(random, 1, 3))
  part(page, isListed ? 'Calls to Action' : 'Call to Action (* deadline at the end of the session day)')
  section(page, 'callToAction', paragraphs(random, 1, 2))
  part(page, isListed ? 'Session Report' : 'Session Report (* deadline 9 January) - click on the ? symbol for instructions')
  if (random.chance(0.5))
    return section(page, 'sessionReport', page.mess.has('rich-prose') ? richParagraphs(random, 2, 6) : paragraphs(random, 1, 5))
  line(page, numbered(page, 1, 'Summary of Issues Discussed'))
  gap(page, 1)
  section(
    page,
    'summary',
    paragraphs(random, 1, 4).map((text, i) => `${i + 1}. ${text}`),
  )
  part(page, numbered(page, 2, 'Policy Recommendations or Suggestions for the Way Forward'))
  section(
    page,
    'recommendations',
    paragraphs(random, 1, 3).map((text, i) => `(${i + 1}) ${text}`),
  )
  if (random.chance(0.4)) finalSpeakers(page)
}

function finalSpeakers(page: Page): void {
  const { random, gold } = page
  part(page, '3. Final Speakers')
  const moderator = { role: 'finalModerator' as const, name: personName(random), affiliation: `Director of ${organization(random)}` }
  const speakers = Array.from({ length: random.between(1, 4) }, () => ({
    role: 'finalSpeaker' as const,
    name: personName(random),
    affiliation: organization(random),
  }))
  const told = [moderator, ...speakers].filter(person => person.name.includes(' '))
  gold.people.push(...told)
  const write = (person: { name: string; affiliation: string }) => `${person.name}, ${person.affiliation}`
  section(page, 'finalSpeakers', [
    '(1) Moderator:',
    ...told.filter(one => one.role === 'finalModerator').map(write),
    '(2) Speakers:',
    ...told.filter(one => one.role === 'finalSpeaker').map(write),
  ])
}

export function report(page: Page): void {
  if (!page.mess.has('report') || page.year < 2019 || (page.rendering === 'R3' && !page.mess.has('keeps-labels'))) return
  if (page.year < 2021) report2019(page)
  else report2021(page)
}
