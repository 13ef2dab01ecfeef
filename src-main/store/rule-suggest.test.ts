import { expect, test } from 'vitest'
import { inputs } from '../../src-preload/contract.ts'
import type { PersonDetails, RuleSuggestion } from '../../src-preload/types.ts'
import { page } from './testing/project.ts'
import { spanOf, storeOf } from './testing/foggy-pages.ts'

const harbours = () => storeOf([1, 2, 3].map(number => page(number)))
type Store = Awaited<ReturnType<typeof harbours>>

/** What the correction of a person of the first page could teach. */
async function correctPerson({ ask, records }: Store, name: string, person: Partial<PersonDetails>): Promise<readonly RuleSuggestion[]> {
  const [first] = await records()
  const { id } = first!.people.find(one => one.name === name)!
  await ask('person.set', { id, person })
  return ask('rule.suggest', { sessionId: first!.id, rowId: id, span: null })
}
const names = async ({ records }: Store) => (await records()).map(({ people }) => people[1]!.name)

test('a name that a rule has changed is corrected by that rule: it is about the words of the page', async () => {
  const s = await harbours()
  await s.ask('reading.apply', { what: 'add', rule: { name: 'Tui', kind: 'name', pattern: 'Tui Mahuta', target: 'Tui M. Mahuta' } })
  const [suggested] = await correctPerson(s, 'Tui M. Mahuta', { name: 'T. Mahuta' })
  expect(suggested).toMatchObject({ rule: { name: 'Tui Mahuta is T. Mahuta', pattern: 'Tui Mahuta' }, sessions: 2 })
  expect(await s.ask('reading.preview', { what: 'add', rule: suggested!.rule })).toMatchObject({ changed: 2, replaces: 'Tui' })
  await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  expect(await names(s)).toEqual(['T. Mahuta', 'T. Mahuta', 'T. Mahuta'])
  expect(await s.ask('rule.list', null)).toHaveLength(1)
})

test('a name put back to what the page has teaches no rule', async () => {
  const s = await harbours()
  await s.ask('reading.apply', { what: 'add', rule: { name: 'Tui', kind: 'name', pattern: 'Tui Mahuta', target: 'Tui M. Mahuta' } })
  expect(await correctPerson(s, 'Tui M. Mahuta', { name: 'Tui Mahuta' })).toEqual([])
})

test('long names and long lines make rules that can be asked for; longer ones make none', async () => {
  const line = 'All rights are reserved by the harbour office. '.repeat(30).trim()
  const s = await storeOf([1, 2].map(number => `${page(number)}\n${line}\n`))
  const [first] = await s.records()
  const { text } = await s.ask('session.source', first!.id)
  const span = spanOf(text, line)
  const [aside] = await s.ask('rule.suggest', { sessionId: first!.id, rowId: null, span })
  const [named] = await correctPerson(s, 'Tui Mahuta', { name: 'de los Santos '.repeat(100) })
  for (const suggested of [aside, named]) {
    expect(suggested!.sessions).toBe(1)
    expect(inputs['reading.preview'].safeParse({ what: 'add', rule: suggested!.rule }).success).toBe(true)
  }
  const over = 'Fog, fog and fog again. '.repeat(1000).trim()
  const other = await storeOf([1, 2].map(number => `${page(number)}\n${over}\n`))
  const [one] = await other.records()
  const spanOfOver = spanOf((await other.ask('session.source', one!.id)).text, over)
  expect(await other.ask('rule.suggest', { sessionId: one!.id, rowId: null, span: spanOfOver })).toEqual([])
})

test('a person numbered in a role teaches nothing about the heading above', async () => {
  const s = await storeOf([1, 2, 3].map(number => page(number).replace('    Speaker 1:', '    Speakers\n\n    Speaker 1:')))
  expect(await correctPerson(s, 'Tui Mahuta', { role: 'organizer' })).toEqual([])
})

test('a label that was read as part of a name is taught as a heading when the name is corrected', async () => {
  const oto = '    Provocateur: Oto Lind, Civil Society, African Group\n\n'
  const s = await storeOf([1, 2, 3].map(number => page(number).replace('    Moderator\n', `${oto}    Moderator\n`)))
  const asModerator = await correctPerson(s, 'Provocateur: Oto Lind', { role: 'moderator' })
  expect(asModerator).toMatchObject([{ rule: { name: 'Provocateur is Moderator' }, sessions: 2 }])
  await s.ask('history.undo', null)
  const [suggested, ...rest] = await correctPerson(s, 'Provocateur: Oto Lind', { name: 'Oto Lind' })
  expect(rest).toEqual([])
  expect(suggested).toMatchObject({ rule: { name: 'Provocateur is Speaker', kind: 'heading', pattern: 'Provocateur' }, sessions: 2 })
  await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  for (const { people } of await s.records()) expect(people.map(({ name }) => name)).toContain('Oto Lind')
})
