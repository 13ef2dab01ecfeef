import type { PageKind, ParsedPerson, ParsedSection, ScalarKey, Span } from '../../src-preload/record.ts'
import { fieldChoice } from './choices.ts'
import { problem } from './draft.ts'
import type { Draft, Offer } from './draft.ts'
import { isMarkup } from './page-kind.ts'
import { differ, fold } from './vocabulary.ts'

export const languageNotRead = 'language-not-read'

const longTakeaways = 3000
/** Looks for what does not agree within the record, and for what such a page should have and has not. */
export function findProblems(draft: Draft, page: PageKind): void {
  settleOffers(draft)
  checkTime(draft)
  checkRoles(draft)
  checkSections(draft)
  if (page === 'session') checkModerator(draft)
  if (page === 'session' && !draft.fields.title)
    problem(draft, 'title-missing', 'The page does not say its title; take it from where the page was', [])
  if (isMarkup(draft.text)) problem(draft, 'raw-html', 'The text holds web page code; import the saved page as HTML instead', [])
  else if (draft.text.trim() === '') problem(draft, 'empty-page', 'There is no text in this page', [])
  else if (page === 'document' && !draft.problems.some(({ code }) => code === languageNotRead))
    problem(draft, 'not-a-session', 'This does not look like a session page; only its title and headings were read', [])
}

/** Readings as sure as the first, less this, leave a field unset; others are shown beside it. */
const closeConfidence = 0.1

/** Where the page says a field twice, each time something else, the rapporteur chooses. */
function settleOffers(draft: Draft): void {
  for (const [key, [first, ...others]] of draft.offers) {
    const { value, confidence } = first!.fields[key]!
    const rivals = others.filter(({ fields }) => fields[key]!.value !== value)
    if (rivals.length === 0) continue
    const isClose = rivals.some(({ fields }) => fields[key]!.confidence > confidence - closeConfidence)
    if (isClose) withdraw(draft, first!)
    const all = [first!, ...rivals]
    const message = `The page gives ${all.length} ${severalOf[key](all.length)}; ${isClose ? 'none was' : 'only the first was'} set`
    const choices = all.map(({ fields }) => fieldChoice(offerNames[key], fields))
    problem(
      draft,
      'two-readings',
      message,
      all.map(({ span }) => span),
      choices,
    )
  }
}
function withdraw(draft: Draft, { fields, span }: Offer): void {
  for (const field of Object.keys(fields)) delete draft.fields[field as ScalarKey]
  draft.claims.splice(draft.claims.indexOf(span), 1)
}
const offerNames = { startsAt: 'Time', room: 'Room' } as const
const severalOf = { startsAt: (many: number) => `times, perhaps of ${many} slots`, room: () => 'rooms' } as const

function checkTime(draft: Draft): void {
  const { startsAt, endsAt, durationMinutes } = draft.fields
  if (!startsAt || !endsAt) return
  const minutes = (Date.parse(endsAt.value) - Date.parse(startsAt.value)) / 60_000
  const spans = [...startsAt.spans, ...endsAt.spans]
  const reset = resetIn(draft.text)
  if (minutes < 0) problem(draft, 'end-before-start', 'The session ends before it starts; check the dates', spans)
  else if (durationMinutes && minutes !== durationMinutes.value && minutes !== reset)
    problem(
      draft,
      'duration-mismatch',
      `The format gives ${durationMinutes.value} minutes${reset === undefined ? '' : `, reset to ${reset} online`}; from its start to its end the session takes ${minutes}`,
      [...durationMinutes.spans, ...spans],
      [
        fieldChoice('Duration in minutes', { durationMinutes }),
        fieldChoice('Duration in minutes', { durationMinutes: { ...durationMinutes, value: minutes, spans } }),
      ],
    )
}

/** `Online duration reset to 60 minutes.` explains a difference. */
function resetIn(text: string): number | undefined {
  const match = /online duration reset to (\d{1,3}) min/i.exec(text.slice(0, 100_000))
  return match ? Number(match[1]) : undefined
}

const comparable = new Set(['organizer', 'speaker', 'moderator', 'onlineModerator', 'rapporteur', 'additionalSpeaker'])

function checkRoles(draft: Draft): void {
  const byName = new Map<string, ParsedPerson[]>()
  for (const person of draft.people) {
    if (person.name === null || !comparable.has(person.role)) continue
    const same = byName.get(fold(person.name))
    if (same) same.push(person)
    else byName.set(fold(person.name), [person])
  }
  for (const people of byName.values()) {
    const [first, ...others] = people
    const other = others.find(
      one =>
        differ(one.stakeholderGroup, first!.stakeholderGroup) ||
        differ(one.regionalGroup, first!.regionalGroup) ||
        differ(one.affiliation, first!.affiliation),
    )
    if (other)
      problem(draft, 'role-conflict', `${first!.name} is described in two ways, as ${first!.role} and as ${other.role}`, [
        ...first!.spans,
        ...other.spans,
      ])
  }
}

const length = (section: ParsedSection) => section.spans.reduce((sum, [start, end]) => sum + end - start, 0)

function checkSections(draft: Draft): void {
  const takeaways = draft.sections.find(section => section.key === 'keyTakeaways')
  if (takeaways && length(takeaways) > longTakeaways)
    problem(
      draft,
      'long-takeaways',
      `The key takeaways run to ${length(takeaways)} characters; a few short ones are asked for`,
      takeaways.spans,
    )
}

/** Headings for the report stand in the page of a session that is over, with nothing under any of them. */
export function checkReport(draft: Draft, reportHeadings: readonly Span[]): void {
  if (reportHeadings.length < 2 || draft.sections.some(section => reportKeys.has(section.key))) return
  problem(draft, 'report-missing', 'The page has the headings of a report and no report under them', reportHeadings)
}
const reportKeys = new Set([
  'keyPolicyQuestions',
  'summary',
  'keyTakeaways',
  'recommendations',
  'callToAction',
  'sessionReport',
  'finalSpeakers',
])

function checkModerator(draft: Draft): void {
  const speakers = draft.people.filter(person => person.role === 'speaker')
  const isHidden = draft.people.some(person => person.role === 'organizer' && person.name === null)
  const hasOfficers = draft.people.some(
    person => person.role === 'moderator' || person.role === 'onlineModerator' || person.role === 'finalModerator',
  )
  const { sessionType, year } = draft.fields
  if (speakers.length === 0 || isHidden || hasOfficers || sessionType?.value !== 'workshop' || (year && year.value < 2018)) return
  problem(
    draft,
    'no-moderator',
    'The page names speakers but no moderator',
    speakers.flatMap(person => person.spans),
  )
}
