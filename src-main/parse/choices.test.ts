import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldKeys, roles, sectionKeys, type Choice, type ChosenValue, type ParsedProblem } from '../../src-preload/record.ts'
import { barePage as bare, doubtfulPage } from '../testing/doubtful-page.ts'
import { parse } from './parse.ts'
import { generate } from './testing/generator.ts'

const workshop2018 = doubtfulPage
  .replace('Organizer 1', 'Room\nSalle IX\n\nOrganizer 1')
  .replace('merged.\n', 'merged.\n\nRemote hubs send their tables by post.\n')
const problemIn = (text: string, code: string): ParsedProblem => parse(text).problems.find(problem => problem.code === code)!
const labels = ({ choices = [] }: ParsedProblem) => choices.map(choice => choice.label)
const quotes = (text: string, { values }: Choice) => values.flatMap(({ spans }) => spans.map(([start, end]) => text.slice(start, end)))

test('a time without its zone sets nothing and can be taken as UTC or as the time where the meeting was', () => {
  expect(parse(workshop2018).fields.startsAt).toBeUndefined()
  const problem = problemIn(workshop2018, 'time-without-zone')
  expect(labels(problem)).toEqual(['UTC: 2018-11-12T09:20Z, 2018-11-12T10:50Z', 'Time in Paris: 2018-11-12T08:20Z, 2018-11-12T09:50Z'])
  expect(problem.choices![1]!.values).toMatchObject([
    { field: 'startsAt', value: '2018-11-12T08:20Z' },
    { field: 'endsAt', value: '2018-11-12T09:50Z' },
  ])
  expect(quotes(workshop2018, problem.choices![1]!)).toEqual(['Monday, 12 November, 2018 - 09:20', '10:50'])
})

test('each paragraph after the one on diversity is asked about by itself', () => {
  const asked = parse(workshop2018).problems.filter(problem => problem.code === 'ambiguous-text')
  expect(asked.map(({ choices }) => quotes(workshop2018, choices![1]!))).toEqual([
    ['First the tables are shown, then they are merged.'],
    ['Remote hubs send their tables by post.'],
  ])
  expect(labels(asked[0]!)).toEqual(['Description', 'Interaction', 'Relevance to internet governance', 'Online participation'])
})

test('paragraphs that can be divided in three ways are no section, and one key divides them in each', () => {
  const problem = problemIn(bare, 'ambiguous-text')
  expect(parse(bare).sections.map(({ key }) => key)).toEqual(['policyQuestions', 'onlineParticipation'])
  expect(problem.choices!.map(({ values }) => values.map(value => 'section' in value && value.section))).toEqual([
    ['description', 'expectedOutcomes', 'interaction'],
    ['description', 'expectedOutcomes'],
    ['sdgTargets', 'description', 'expectedOutcomes'],
  ])
  const left = parse(bare).leftover.map(([start, end]) => bare.slice(start, end))
  expect(left.at(-1)).toMatch(/^Ferries already[^]*ports can copy\.$/)
})

test('the way in which a page without headings was divided is among the choices', () => {
  const wayOf = (values: readonly ChosenValue[]) => values.map(value => ['section' in value && value.section, value.spans[0]![0]])
  let offered = 0
  for (let seed = 1; seed <= 150; seed++) {
    const { text, gold } = generate(seed, { rendering: 'R3', mess: [] })
    for (const { choices = [], spans } of parse(text).problems) {
      if (!choices.some(({ values }) => values.some(value => 'section' in value))) continue
      const [start, end] = [spans[0]![0], spans.at(-1)![1]]
      const inRow = Object.entries(gold.sections).filter(([, { span }]) => span[0] >= start && span[0] < end)
      if (inRow.length === 0) continue
      offered++
      expect(choices.map(({ values }) => wayOf(values))).toContainEqual(inRow.map(([key, { span }]) => [key, span[0]]))
    }
  }
  expect(offered).toBeGreaterThan(10)
})

test('a report without headings below the form is no section, and one key makes it one', () => {
  const reported = `${bare}All who spoke agreed that the ferry should carry the cable.\nPorts should publish what they pay for it.\n`
  const problem = parse(reported).problems.find(({ message }) => message.startsWith('What follows the form'))!
  expect(labels(problem)).toEqual(['Session report', 'Online participation', 'Key takeaways', 'Summary of issues discussed'])
})

test('paragraphs that say what they are about leave no choice', () => {
  const told = bare
    .replace('Ferries already', 'Target 9.c is about a fair price. Ferries already')
    .replace('One page that', 'By the end of the session there will be one page that')
  expect(parse(told).sections.map(({ key }) => key)).toEqual([
    'policyQuestions',
    'sdgTargets',
    'description',
    'expectedOutcomes',
    'onlineParticipation',
  ])
  expect(problemIn(told, 'ambiguous-text')).toBeUndefined()
})

test('a short line of no known room or theme is left over: it can be the organization that holds the session', () => {
  const text =
    'IGF 2019 Pre-Event #9 Northern ports\n\nNordic Quays\n\nA day of talks on the ports of the north, and of the boats in them.\n'
  const { fields, people, leftover, sections } = parse(text)
  expect([fields.room, fields.subtheme, people]).toEqual([undefined, undefined, []])
  expect(leftover.map(([start, end]) => text.slice(start, end))).toEqual(['Nordic Quays'])
  expect(sections.map(({ key }) => key)).toEqual(['description'])
})

test('two titles, two rooms and two times are choices', () => {
  const room = workshop2018.replace('Salle IX', 'Salle IX\n\nRoom\nSalle XII')
  expect(labels(problemIn(room, 'two-readings'))).toEqual(['Room: Salle IX', 'Room: Salle XII'])
  const titles = workshop2018.replace('Room\n', 'Session title: The price of fog\n\nRoom\n')
  expect(labels(problemIn(titles, 'two-titles'))).toEqual(['Title: Tide tables as open data', 'Title: The price of fog'])
  const [first, second] = ['12 November, 2018 (09:20 UTC)', '13 November, 2018 (11:00 UTC)']
  const times = workshop2018.replace(/Monday.*/, `${first}\n\nTime\n${second}`)
  expect(labels(problemIn(times, 'two-readings'))).toEqual(['Time: 2018-11-12T09:20Z', 'Time: 2018-11-13T11:00Z'])
  expect(problemIn(times, 'two-readings')?.message).toBe('The page gives 2 times, perhaps of 2 slots; none was set')
  expect(parse(times).fields).not.toHaveProperty('startsAt')
  expect(parse(times).leftover.map(([start, end]) => times.slice(start, end))).toContain(first)
})

test('a length that the format and the time say differently can be either', () => {
  const text = workshop2018.replace('09:20 to 10:50', '(09:20 UTC) - 10:20')
  expect(labels(problemIn(text, 'duration-mismatch'))).toEqual(['Duration in minutes: 90', 'Duration in minutes: 60'])
  const message = 'The format gives 90 minutes; from its start to its end the session takes 60'
  expect(problemIn(text, 'duration-mismatch')?.message).toBe(message)
  const reset = (minutes: number) => text.replace('90 Min', `90 Min\n\nOnline duration reset to ${minutes} minutes.`)
  expect(problemIn(reset(60), 'duration-mismatch')).toBeUndefined()
  expect(problemIn(reset(45), 'duration-mismatch')?.message).toBe(message.replace(';', ', reset to 45 online;'))
})

test('a time without its zone that stands twice on a page is asked for once', () => {
  const problems = parse(workshop2018.replace(/(Monday.*)/, '$1\n\nTime\n$1')).problems.filter(({ code }) => code === 'time-without-zone')
  expect(problems.map(({ spans }) => spans.length)).toEqual([2])
})

test('choices of any page are distinct, name what the record knows, and have their words in the page', () => {
  const known = new Set<string>([...fieldKeys, ...roles, ...sectionKeys])
  const text = fc.oneof(
    fc.integer({ min: 1, max: 100_000 }).map(seed => generate(seed).text),
    fc.integer({ min: 1, max: 100_000 }).chain(seed => fc.shuffledSubarray(generate(seed).text.split('\n')).map(lines => lines.join('\n'))),
  )
  fc.assert(
    fc.property(text, page => {
      for (const { choices } of parse(page).problems) {
        if (!choices) continue
        expect(new Set(choices.map(choice => JSON.stringify(choice.values))).size).toBe(choices.length)
        for (const { label, values } of choices) {
          expect(label).not.toBe('')
          expect(values.length).toBeGreaterThan(0)
          for (const value of values) {
            expect(known).toContain('field' in value ? value.field : 'person' in value ? value.person.role : value.section)
            expect(value.spans.length).toBeGreaterThan(0)
            for (const [start, end] of value.spans) expect(start >= 0 && start < end && end <= page.length).toBe(true)
          }
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('people in a row whose role is doubtful are one choice', () => {
  const text = `IGF 2023 Main Session: Charts

    Policy Question(s)

    1. Who pays for a chart?

    The session gathers pilots and printers. It has two parts.

    Ana Prado, Minister of Tides
    Luka Horvat, Institute of Paper Charts

    Moderators

    Runa Dahl, Broadcaster
`
  const { problems } = parse(text)
  const [doubt, ...others] = problems.filter(({ code }) => code === 'ambiguous-person')
  expect(others).toEqual([])
  expect(doubt!.spans.map(span => text.slice(...span))).toEqual(['Ana Prado, Minister of Tides', 'Luka Horvat, Institute of Paper Charts'])
  expect(doubt!.choices!.slice(0, 2).map(({ label, values }) => [label, values.length])).toEqual([
    ['Organizers: Ana Prado, Luka Horvat', 2],
    ['Speakers: Ana Prado, Luka Horvat', 2],
  ])
})

const keptPage = (name: string) => readFileSync(join(import.meta.dirname, 'cases', `${name}.txt`), 'utf8')

test('what is doubtful says in its reason what else it could be', () => {
  const { people } = parse('IGF 2021 WS #5 Lamps\n\nSpeakers\n\nSpeaker 1: [lamp office, to be confirmed]\nSpeaker 2: Wibisono\n')
  expect(people.map(({ reason }) => reason)).toEqual([
    'numbered as Speaker 1; no name is said',
    'numbered as Speaker 2; one word can be a name or not',
  ])
  const { sections } = parse(doubtfulPage)
  expect(sections.filter(({ confidence }) => confidence < 0.9).map(({ reason }) => reason)).toEqual([
    "under 'Diversity'; what follows it has no heading left",
  ])
  const targets = parse(keptPage('2022-r2-targets-list')).sections.find(({ key }) => key === 'sdgTargets')!
  expect(targets.reason).toBe("under 'Targets'; some of it could also be the description")
})
