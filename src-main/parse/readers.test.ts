import { expect, test } from 'vitest'
import { readFormat } from './read-format.ts'
import { isGoalOrTarget, namesGoals, readGoals } from './read-goals.ts'
import { readTime } from './read-time.ts'
import { readRoster } from './roster.ts'
import { goalTargets } from '../../src-preload/goals.ts'

test.each([
  ['Friday, 10th December, 2021 (12:50 UTC) - Friday, 10th December, 2021 (14:20 UTC)', '2021-12-10T12:50Z', '2021-12-10T14:20Z'],
  ['Monday, 28th November, 2022 (23:30 UTC) - Tuesday, 29th November, 2022 (00:30 UTC)', '2022-11-28T23:30Z', '2022-11-29T00:30Z'],
  ['Friday, 10th December, 2021 (12:50 UTC)', '2021-12-10T12:50Z', undefined],
  ['10 Oct 2023 06:15h - 07:45h UTC', '2023-10-10T06:15Z', '2023-10-10T07:45Z'],
  ['10 Oct 2023, 23:30-00:30 (UTC+01:00)', '2023-10-10T22:30Z', '2023-10-10T23:30Z'],
  ['Monday, 12 November, 2018 - 09:20 to 10:20', undefined, undefined],
  ['Friday, 40th December, 2021 (12:50 UTC)', undefined, undefined],
])('%j starts and ends when it says', (text, start, end) => {
  const time = readTime(text, 0, 1, 'here')
  expect([time.startsAt?.value, time.endsAt?.value]).toEqual([start, end])
})

test('a time without its zone and a weekday that does not fall on the date are said', () => {
  expect(readTime('Monday, 12 November, 2018 - 09:20 to 10:20', 0, 1, 'here')).toMatchObject({
    doubt: { code: 'time-without-zone' },
    weekdayDiffers: false,
    year: 2018,
  })
  expect(readTime('Sunday, 12 November, 2018 - 09:20 to 10:20', 0, 1, 'here').weekdayDiffers).toBe(true)
})

test.each([
  ['Break-out Group Discussions - Flexible Seating - 90 Min', 2020, 'Break-out Group Discussions', 'Flexible Seating', 90],
  ['Round Table - 60 Min', 2018, 'Round Table', undefined, 60],
  ['Other - 90 Min', 2021, 'Other', undefined, 90],
  ['Theater', 2024, undefined, 'Theater', undefined],
  ['Panel', 2021, 'Panel', undefined, undefined],
])('%j is a format', (text, year, kind, seating, minutes) => {
  const format = readFormat(text, 0, year, 1, 'here')
  expect([format.formatKind?.value, format.seating?.value, format.durationMinutes?.value]).toEqual([kind, seating, minutes])
})

test.each([
  ['16.10', ['16.10']],
  ['5.b', ['5.b']],
  ['GOAL 9: Industry, Innovation and Infrastructure', ['9']],
  ['1. No Poverty', ['1']],
  [
    'GOAL 9: Industry, Innovation and Infrastructure, GOAL 16: Peace, Justice and Strong Institutions GOAL 4: Quality Education',
    ['9', '16', '4'],
  ],
  ['GOAL 4\uff1aQuality Education', ['4']],
  ['16.10, 16.6; 5.b', ['16.10', '16.6', '5.b']],
  ['1.4, 5.b, 9.c, 10.2 & 16.10', ['1.4', '5.b', '9.c', '10.2', '16.10']],
  ['16.10 and 5.b', ['16.10', '5.b']],
  ['7.1     3.6     10. Reduced Inequalities', ['7.1', '3.6', '10']],
  ['9.c Significantly increase access in 48 countries', ['9.c']],
  ['9 \u2013 Industry, Innovation and Infrastructure', ['9']],
  ['16.11', []],
  ['18. Deep Space', []],
])('%j names goals', (text, values) => {
  expect(readGoals(text, 0, 1, 'here').sdgs.map(goal => goal.value)).toEqual(values)
})

test.each([
  ['1.4, 5.b & 16.10', true],
  ['16.10 and 5.b', true],
  ['9 - industry, innovation and infrastructure', true],
  ['4 quality education; goal 5', true],
  ['9. industry views', false],
  ['2.1 key issues', false],
  ['3, 4, 9', false],
])('%j alone is goals: %s', (folded, isGoals) => {
  expect(namesGoals(folded)).toBe(isGoals)
})

test('there are 169 targets', () => {
  const letters = goalTargets.flatMap(([numbered, lettered], i) => [
    ...Array.from({ length: numbered }, (_, n) => [i + 1, String(n + 1)] as const),
    ...Array.from({ length: lettered }, (_, n) => [i + 1, 'abcde'[n]!] as const),
  ])
  expect(letters.filter(([goal, part]) => isGoalOrTarget(goal, part))).toHaveLength(169)
})

const names = (text: string) => readRoster(text, 0).map(entry => entry.person.name)

test('a roster in one line is cut where the groups end', () => {
  expect(names('Ana Prado, Port, Government, African Group Luka Horvat, Civil Society, Eastern European Group Mei Tan, Quay Lab')).toEqual([
    'Ana Prado',
    'Luka Horvat',
    'Mei Tan',
  ])
})

test('semicolons divide people, also those of one name', () => {
  expect(names('Ana Prado; Luka Horvat; 林美玲; Suharto')).toEqual(['Ana Prado', 'Luka Horvat', '林美玲', 'Suharto'])
})

test('numbers in a line begin people, also when one is repeated', () => {
  expect(names('1. Ana Prado, Port 2. Luka Horvat 2. Mei Tan, Quay Lab')).toEqual(['Ana Prado', 'Luka Horvat', 'Mei Tan'])
})

test('people of 2017 stand as values with commas, several in a line', () => {
  const people = readRoster('Ms.,Ana,PRADO,Civil Society,Port of Lima Mr.,Luka,DE WIT,Government,Quay, Ltd.', 0).map(entry => entry.person)
  expect(people).toEqual([
    { name: 'Ana PRADO', affiliation: 'Port of Lima', stakeholderGroup: 'Civil Society', regionalGroup: null },
    { name: 'Luka DE WIT', affiliation: 'Quay, Ltd.', stakeholderGroup: 'Government', regionalGroup: null },
  ])
})

test('organisations in brackets and bare names stand between commas', () => {
  expect(names('Ana Prado (Port), Luka Horvat (Quay Lab)')).toEqual(['Ana Prado', 'Luka Horvat'])
  expect(names('Ana Prado, Luka Horvat and Mei Tan')).toEqual(['Ana Prado', 'Luka Horvat', 'Mei Tan'])
  expect(names('Ana Prado, Executive Director, Harbour Institute')).toEqual(['Ana Prado'])
})

test('what follows a semicolon is another person, or more of the same where it names an organization or a group', () => {
  const people = (text: string, isOne?: boolean) => readRoster(text, 0, isOne).map(({ person }) => [person.name, person.affiliation])
  expect(people('Ana Prado, Port; Luka Horvat, Quay')).toEqual([
    ['Ana Prado', 'Port'],
    ['Luka Horvat', 'Quay'],
  ])
  expect(people('Ana Prado; \u912d\u6167\u654f')).toEqual([
    ['Ana Prado', null],
    ['\u912d\u6167\u654f', null],
  ])
  expect(people('Ana Prado, Nordic Sareak, S. Coop.', true)).toEqual([['Ana Prado', 'Nordic Sareak, S. Coop.']])
  expect(people('Ana Prado, Port Foundation; Alliance for Quays')).toEqual([['Ana Prado', 'Port Foundation; Alliance for Quays']])
  expect(people('Ana Prado; Civil Society; African Group')).toEqual([['Ana Prado', null]])
  expect(people('Ana Prado; Port; Quay', true)).toEqual([['Ana Prado', 'Port; Quay']])
})
