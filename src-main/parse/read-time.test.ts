import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from './parse.ts'
import { readTime } from './read-time.ts'

const read = (text: string) => {
  const { startsAt, endsAt, doubt } = readTime(text, 0, 1, 'here')
  return [startsAt?.value, endsAt?.value, startsAt?.confidence, doubt?.code]
}

test.each([
  ['Sunday 8 October 2023, 09:30\u201310:30 JST (00:30 UTC)', '2023-10-08T00:30Z', '2023-10-08T01:30Z'],
  ['Sunday 8 October 2023, 08:00\u201309:00 JST (23:00 UTC)', '2023-10-07T23:00Z', '2023-10-08T00:00Z'],
  ['Fri 10 Dec 2021, 13:50 CET / 12:50 UTC', '2021-12-10T12:50Z', undefined],
  ['Fri 10 Dec 2021, 13:50 - 15:20 CET / 12:50 - 14:20 UTC', '2021-12-10T12:50Z', '2021-12-10T14:20Z'],
  ['30 November 2022, 10:00 UTC / Kyoto time 19:00', '2022-11-30T10:00Z', undefined],
  ['10:00 local time (07:00 UTC), 30 November 2022', '2022-11-30T07:00Z', undefined],
  [
    'Tuesday, 17th December, 2024 (06:30 UTC) - Tuesday, 17th December, 2024 (08:00 UTC) | 09:30 - 11:00 AST',
    '2024-12-17T06:30Z',
    '2024-12-17T08:00Z',
  ],
])('%j is said in two zones, and UTC has the last word', (text, start, end) => {
  expect(read(text)).toEqual([start, end, 1, undefined])
})

test.each([
  ['Tuesday December 19, 2017 11:50 - 13:20 CET', '2017-12-19T10:50Z', '2017-12-19T12:20Z'],
  ['24 June 2025, 09:30 - 11:00 CEST', '2025-06-24T07:30Z', '2025-06-24T09:00Z'],
  ['8 October 2023, 09:30 - 10:30 JST', '2023-10-08T00:30Z', '2023-10-08T01:30Z'],
  ['30 November 2022, 10:00 EAT', '2022-11-30T07:00Z', undefined],
  ['Friday, 10th December, 2021 (12:50 UTC) - Friday, 10th December, 2021 (14:20 CET)', '2021-12-10T12:50Z', '2021-12-10T13:20Z'],
])('%j is in a zone that is known by its name', (text, start, end) => {
  expect(read(text)).toEqual([start, end, 1, undefined])
})

test('letters that name several zones are read by where the meeting was, and not without it', () => {
  expect(read('17 December 2024, 09:30 - 11:00 AST')).toEqual(['2024-12-17T06:30Z', '2024-12-17T08:00Z', 0.85, undefined])
  expect(read('17 December 2019, 09:30 - 11:00 AST')).toEqual([undefined, undefined, undefined, 'zone-unclear'])
  expect(readTime('17 December 2019, 09:30 AST', 0, 1, 'here').doubt?.choices.map(({ label }) => label)).toEqual([
    'AST as UTC+3: 2019-12-17T06:30Z',
    'AST as UTC\u22124: 2019-12-17T13:30Z',
  ])
  expect(read('24 June 2024, 09:30 CET')).toEqual([undefined, undefined, undefined, 'zone-unclear'])
})

test.each([
  ['2021-12-10 12:50 UTC to 14:20 UTC', '2021-12-10T12:50Z', '2021-12-10T14:20Z'],
  ['2021-12-10 12:50 UTC - 14:20 UTC', '2021-12-10T12:50Z', '2021-12-10T14:20Z'],
  ['2021-12-10 08:00 UTC-09:30', '2021-12-10T08:00Z', '2021-12-10T09:30Z'],
  ['2015-11-10 14:00 UTC-03:00', '2015-11-10T17:00Z', undefined],
  ['2021-12-10 12:50 (UTC+05:30)', '2021-12-10T07:20Z', undefined],
  ['2021-12-10T12:50Z', '2021-12-10T12:50Z', undefined],
  ['13/12/2021 12:50-14:20 UTC', '2021-12-13T12:50Z', '2021-12-13T14:20Z'],
  ['10.12.2021 12:50-14:20 UTC', '2021-12-10T12:50Z', '2021-12-10T14:20Z'],
  ['Friday 10/12/2021 12:50-14:20 UTC', '2021-12-10T12:50Z', '2021-12-10T14:20Z'],
  ['Dec 10, 2021 2:30 - 4 pm UTC', '2021-12-10T14:30Z', '2021-12-10T16:00Z'],
  ['FRIDAY, 10TH DECEMBER, 2021 (12:50 UTC) - FRIDAY, 10TH DECEMBER, 2021 (14:20 UTC)', '2021-12-10T12:50Z', '2021-12-10T14:20Z'],
  ['10 December 2021, 08:00 - 21:30 UTC', '2021-12-10T08:00Z', '2021-12-10T21:30Z'],
  ['10 December 2021, 23:00 - 00:30 UTC', '2021-12-10T23:00Z', '2021-12-11T00:30Z'],
  ['23:00 UTC, 10 December 2021 - 00:30 UTC, 11 December 2021', '2021-12-10T23:00Z', '2021-12-11T00:30Z'],
])('%j is read as it stands', (text, start, end) => {
  expect(read(text)).toEqual([start, end, 1, undefined])
})

test('hours on their own line below the day or above it are those of the day', () => {
  const page = (time: string) =>
    parse(`IGF 2021 WS #51 Tide tables\n\n${time}\n\nRoom\n\nRoom 3\n\nSpeaker 1: Ana Prado, Civil Society, African Group`)
  for (const time of ['Time\n\n10 December 2021\n12:50 UTC', 'Time\n\n12:50 UTC\n10 December 2021'])
    expect(page(time).fields.startsAt?.value).toBe('2021-12-10T12:50Z')
})

test('a slot said in any zone and in UTC is the one in UTC', () => {
  const iso = (time: number, east = 0) => new Date(time + east * 60_000).toISOString().slice(0, 16)
  const zones = [
    ['JST', 540],
    ['EAT', 180],
    ['BRT', -180],
    ['UTC+5:30', 330],
  ] as const
  const starts = fc.integer({ min: Date.UTC(2006) / 60_000, max: Date.UTC(2099) / 60_000 })
  fc.assert(
    fc.property(starts, fc.integer({ min: 15, max: 700 }), fc.constantFrom(...zones), (minute, length, [name, east]) => {
      const [start, end] = [minute * 60_000, (minute + length) * 60_000]
      const clocks = (of: number) => [start, end].map(time => iso(time, of).slice(11)).join('-')
      const line = `${iso(start, east).slice(0, 10)} ${clocks(east)} ${name} (${clocks(0)} UTC)`
      expect(read(line)).toEqual([`${iso(start)}Z`, `${iso(end)}Z`, 1, undefined])
    }),
  )
})

test('days that can be two are for the rapporteur to choose', () => {
  expect(readTime('10/12/2021 12:50 UTC', 0, 1, 'here').doubt).toMatchObject({
    code: 'day-unclear',
    choices: [{ label: 'Day first: 2021-12-10T12:50Z' }, { label: 'Month first: 2021-10-12T12:50Z' }],
  })
  expect(read('7-8 December 2021, 09:00 - 17:00 UTC').at(-1)).toBe('day-unclear')
})

test('a day without its year is of the year of the page where the weekday fits', () => {
  const start = (text: string) => readTime(text, 0, 1, 'here', 2016).startsAt?.value
  expect(start('Tuesday, 6 December, 15:00 - 18:00 UTC')).toBe('2016-12-06T15:00Z')
  expect(start('Tuesday, December 6th, 15:00 - 18:00 UTC')).toBe('2016-12-06T15:00Z')
  expect(start('Monday, 6 December, 15:00 - 18:00 UTC')).toBeUndefined()
})

test('times that do not fit together are less sure', () => {
  expect(read('10 December 2021 (14:20 UTC) - 10 December 2021 (12:50 UTC)')).toEqual([
    '2021-12-10T14:20Z',
    '2021-12-10T12:50Z',
    0.75,
    undefined,
  ])
  expect(read('10 December 2021, 14:20 - 12:50 UTC')).toEqual(['2021-12-10T14:20Z', '2021-12-10T12:50Z', 0.75, undefined])
  expect(read('8 October 2023, 09:30-10:30 JST (02:30 UTC)')).toEqual(['2023-10-08T02:30Z', undefined, 0.75, 'times-differ'])
  expect(read('30 November 2022, 10:00-11:00, 11:30-12:30 UTC')).toEqual(['2022-11-30T10:00Z', '2022-11-30T11:00Z', 0.75, 'times-differ'])
})

test.each([
  ['Wednesday, 30th February, 2022 (12:50 UTC)', 'no-such-day'],
  ['7 December 2021', 'time-unread'],
  ['09:00-10:30', 'time-unread'],
  ['to be announced', 'time-unread'],
])('%j sets nothing, and says so', (text, code) => {
  expect(read(text)).toEqual([undefined, undefined, undefined, code])
})
