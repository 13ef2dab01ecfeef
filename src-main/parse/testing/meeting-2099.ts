import { takeMarks } from './marks.ts'
import { label, line, newPage, section } from './page-builder.ts'
import type { Page, Rendering } from './page-builder.ts'
import { goals, heading, timeAndRoom } from './page-parts.ts'
import type { GeneratedPage } from './generator.ts'
import { seeded } from './random.ts'
import { paragraph, paragraphs, personName } from './words.ts'
import { stakeholderGroups, type Role } from '../../../src-preload/record.ts'

function person(page: Page, words: string, role: Role): void {
  label(page, words)
  const [name, stakeholderGroup] = [personName(page.random), page.random.pick(stakeholderGroups)]
  page.gold.people.push({ role, name, stakeholderGroup, regionalGroup: 'African Group' })
  line(page, `${name}, ${stakeholderGroup}, African Group`)
}

/** A page of a meeting that has not been: other words, in another order, than those of any year. */
export function generate2099(seed: number, rendering: Rendering): GeneratedPage {
  const page = newPage(seeded(seed), 2099, 'workshop', rendering, new Set())
  const { random } = page
  heading(page)
  label(page, 'Description')
  section(page, 'description', paragraphs(random, 1, 3))
  label(page, 'What participants take home')
  section(page, 'participantGains', [paragraph(random)])
  label(page, 'Questions for discussion')
  section(page, 'policyQuestions', ['Who pays for the lamps?', 'Who answers when one goes out?'])
  label(page, 'What should come of it')
  section(page, 'expectedOutcomes', [paragraph(random)])
  label(page, 'How people take part')
  section(page, 'interaction', [paragraph(random)])
  goals(page)
  person(page, 'Session hosts', 'organizer')
  person(page, 'Discussion leads', 'speaker')
  person(page, 'Session facilitator', 'moderator')
  person(page, 'Online facilitator', 'onlineModerator')
  person(page, 'Note keeper', 'rapporteur')
  timeAndRoom(page)
  const { text, sections } = takeMarks(`${page.lines.join('\n')}\n`, page.marks)
  const file = `${seed}-2099-workshop-${rendering}.txt`
  return { file, text, gold: { file, layout: { year: 2099, kind: 'workshop', rendering, mess: [] }, ...page.gold, sections } }
}
