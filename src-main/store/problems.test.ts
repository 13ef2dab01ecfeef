import { expect, test } from 'vitest'
import { barePage as bare, doubtfulPage as text } from '../testing/doubtful-page.ts'
import { storeWithPage } from './testing/project.ts'

const storeWithDoubt = async () => {
  const store = await storeWithPage(text)
  const problem = async (code: string) => (await store.record()).problems.find(one => one.code === code)!
  return { ...store, problem }
}
const chosen = { state: 'corrected', confidence: 1 }

test('a choice sets its fields with their words and resolves the problem, and one undo takes all of it back', async () => {
  const s = await storeWithDoubt()
  const { id } = await s.problem('time-without-zone')
  const before = await s.record()
  await s.ask('problem.choose', { id, choice: 1 })
  const after = await s.record()
  const value = (key: string) => after.fields.find(field => field.key === key)
  expect(value('startsAt')).toMatchObject({ ...chosen, value: '2018-11-12T08:20Z', reason: 'Chosen by the rapporteur from 2 candidates' })
  expect(value('startsAt')!.spans.map(([start, end]) => text.slice(start, end))).toEqual(['Monday, 12 November, 2018 - 09:20'])
  expect(value('endsAt')).toMatchObject({ ...chosen, value: '2018-11-12T09:50Z' })
  expect((await s.problem('time-without-zone')).isResolved).toBe(true)
  expect(await s.ask('history.undo', null)).toBe('Choose “Time in Paris: 2018-11-12T08:20Z, 2018-…”')
  expect(await s.record()).toEqual(before)
})

test('a choice adds a section; another choice later makes it that one', async () => {
  const s = await storeWithDoubt()
  const { id, spans } = await s.problem('ambiguous-text')
  await s.ask('problem.choose', { id, choice: 0 })
  await s.ask('problem.choose', { id, choice: 2 })
  const sections = (await s.record()).sections.filter(section => section.key !== 'diversity')
  expect(sections).toMatchObject([{ ...chosen, key: 'relevanceToInternetGovernance', spans }])
})

const people = `IGF 2022 WS #61 Tide tables

Organizer 1: Mirela Stan, Civil Society, Eastern European Group
Speaker 1: Tui Mahuta, Civil Society, Asia-Pacific Group



Mei Tan, Technical Community, Asia-Pacific Group

SDGs

14.1

Description:

Keepers and engineers speak of lamps, of fog and of who answers when a lamp goes out.
`

test('a choice of a role changes the person that was read from these words', async () => {
  const s = await storeWithPage(people)
  const before = (await s.record()).people
  const { id, choices } = (await s.record()).problems.find(problem => problem.code === 'heading-missing')!
  expect(choices.map(choice => choice.label)).toEqual(['Moderator: Mei Tan', 'Rapporteur: Mei Tan'])
  await s.ask('problem.choose', { id, choice: 1 })
  const after = (await s.record()).people
  expect(after).toHaveLength(before.length)
  expect(after.find(person => person.name === 'Mei Tan')).toMatchObject({ ...chosen, role: 'rapporteur' })
  await s.ask('value.restore', after.find(person => person.name === 'Mei Tan')!.id)
  expect((await s.record()).people).toEqual(before)
})

test('one choice divides paragraphs into several sections, and one undo takes all of them back', async () => {
  const s = await storeWithPage(bare)
  const before = await s.record()
  const { id } = before.problems.find(problem => problem.code === 'ambiguous-text')!
  await s.ask('problem.choose', { id, choice: 2 })
  const sections = (await s.record()).sections.filter(section => section.state === 'corrected')
  expect(new Map(sections.map(({ key, spans }) => [key, bare.slice(...spans[0]!).split(' ')[0]]))).toEqual(
    new Map([
      ['description', 'Two'],
      ['expectedOutcomes', 'One'],
      ['sdgTargets', 'Ferries'],
    ]),
  )
  await s.ask('history.undo', null)
  expect(await s.record()).toEqual(before)
})

test('a choice that the problem does not have is refused', async () => {
  const s = await storeWithDoubt()
  const { id } = await s.problem('time-without-zone')
  await expect(s.ask('problem.choose', { id, choice: 2 })).rejects.toMatchObject({ code: 'no-such-choice' })
  expect((await s.problem('time-without-zone')).isResolved).toBe(false)
})
