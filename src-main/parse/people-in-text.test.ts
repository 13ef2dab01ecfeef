import { expect, test } from 'vitest'
import { parse } from './parse.ts'

const people = (text: string) => parse(text).people.map(({ role, name, affiliation }) => [role, name, affiliation])
const openForum = (text: string) => `IGF 2021 Open Forum #12 Tide tables as open data

    Description

    Three harbours show their tables, by hand, on one wall.

    ${text}

    Afterwards the wall is photographed and the picture is the report.

    SDGs

    14.a
`
const report = (text: string) => `Tide tables\n\n12 Dec 2018 10:00h - 11:30h\n\nSession page\n\nEvent report\n\n${text}\n`

test('who is named in a description and nowhere else is read, and the words stay in the description', () => {
  const text = openForum('Moderator: Jane Doe, Nordic Quays')
  expect(people(text)).toEqual([['moderator', 'Jane Doe', 'Nordic Quays']])
  const [section] = parse(text).sections
  expect(text.slice(...section!.spans[0]!)).toContain('Moderator: Jane Doe')
})

test.each([
  'Moderator: Jane Doe will open the hour with a song.',
  'Speakers: each has ten minutes.',
  'Moderator: the harbour master of the day, then whoever is awake.',
])('what a description says of its people is no list of them: %s', words => {
  expect(people(openForum(words))).toEqual([])
})

test('who is named in a description is not read where the page lists that role', () => {
  const text = `${openForum('Moderator: Jane Doe, Nordic Quays')}\n\n    Moderator\n\n    Runa Dahl, Civil Society, African Group\n`
  expect(people(text)).toEqual([['moderator', 'Runa Dahl', null]])
})

test('a digest names people with their position in brackets', () => {
  const text = report(
    'Moderated by Ms Runa Dahl (Nordic Quays). Mr Luka Horvat (Chair of the Board, Harbour Authority) spoke; Dr Idris Bello (Remote moderator) read.',
  )
  expect(people(text)).toEqual([
    ['moderator', 'Runa Dahl', 'Nordic Quays'],
    ['speaker', 'Luka Horvat', 'Chair of the Board, Harbour Authority'],
    ['onlineModerator', 'Idris Bello', null],
  ])
})

test.each(['The Dr Pepper effect (a drink) was named.', 'Ms Dahl said so.', 'Ports (and ferries) matter.'])(
  'a digest names nobody by %s',
  words => {
    expect(people(report(words))).toEqual([])
  },
)
