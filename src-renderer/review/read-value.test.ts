import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldKeys, type FieldKey } from '../../src-preload/record.ts'
import { readPerson } from './read-person.ts'
import { readValues, typedValue } from './read-value.ts'
import { valueWords } from './value-words.ts'

const values = (key: FieldKey, text: string, day?: string) => readValues(key, text, day).map(({ value }) => value)

test.each<[FieldKey, string, string]>([
  ['year', 'IGF 2021 WS #51', '2021'],
  ['sessionNumber', 'IGF 2021 WS #51', '51'],
  ['sessionNumber', 'Number 7', '7'],
  ['sessionType', 'IGF 2021 WS #51', 'workshop'],
  ['sessionType', 'Open Forum #12', 'openForum'],
  ['sessionType', 'dynamicCoalition', 'dynamicCoalition'],
  ['sessionType', 'Launch / Award Event #3', 'launchAward'],
  ['durationMinutes', 'Panel - Auditorium - 90 Min', '90'],
  ['durationMinutes', '1 hour 30 minutes', '90'],
  ['durationMinutes', '1.5 hours', '90'],
  ['durationMinutes', '1h30', '90'],
  ['durationMinutes', '60', '60'],
  ['startsAt', 'Friday, 10th December, 2021 (12:50 UTC) - Friday, 10th December, 2021 (14:20 UTC)', '2021-12-10T12:50Z'],
  ['endsAt', 'Friday, 10th December, 2021 (12:50 UTC) - Friday, 10th December, 2021 (14:20 UTC)', '2021-12-10T14:20Z'],
  ['endsAt', 'Monday, 12 November, 2018 - 09:20 to 10:20', '2018-11-12T10:20Z'],
  ['startsAt', 'December 1, 2022 at 2:15 PM', '2022-12-01T14:15Z'],
  ['startsAt', '2021-12-10T12:50Z', '2021-12-10T12:50Z'],
  ['room', '  Ballroom\n A ', 'Ballroom A'],
])('%s of “%s” is %s', (key, text, value) => {
  expect(values(key, text)).toEqual([value])
})

test('a time without a date is on the day that is known', () => {
  expect(values('endsAt', '14:20', '2021-12-10')).toEqual(['2021-12-10T14:20Z'])
  expect(values('endsAt', '14:20')).toEqual([])
})

test('words that say nothing of a field’s kind set nothing', () => {
  expect(values('year', 'no year here')).toEqual([])
  expect(values('sessionType', 'a conversation')).toEqual([])
  expect(values('sdgs', 'none of them')).toEqual([])
})

test('goals and targets are found in every way pages write them, each once', () => {
  expect(values('sdgs', 'GOAL 9: Industry, Innovation and Infrastructure\nGOAL 16: Peace, Justice and Strong Institutions')).toEqual([
    '9',
    '16',
  ])
  expect(values('sdgs', '16.10\n16.a\n5. Gender Equality\nTargets: 8.2')).toEqual(['16.10', '16.a', '5', '8.2'])
  expect(values('sdgs', 'Good Health and Well Being, Climate Action')).toEqual(['3', '13'])
})

test('every line is a topic, without its bullet', () => {
  const text = '- Data governance\n\n2. Trust  and safety\n'
  expect(readValues('topics', text).map(({ value, start, end }) => [value, text.slice(start, end)])).toEqual([
    ['Data governance', 'Data governance'],
    ['Trust and safety', 'Trust  and safety'],
  ])
})

test('what was read stands where it is said to stand', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fieldKeys), fc.string({ unit: 'binary', maxLength: 80 }), (key, text) => {
      for (const { value, start, end } of readValues(key, text)) {
        expect(value.trim()).not.toBe('')
        expect(0 <= start && start < end && end <= text.length).toBe(true)
      }
    }),
  )
})

test('what was typed is brought into the store’s form, or left for the store to refuse', () => {
  expect(typedValue('startsAt', '2021-12-10 12:50')).toBe('2021-12-10T12:50Z')
  expect(typedValue('startsAt', 'soon')).toBe('soon')
  expect(typedValue('title', ' 5 years  on ')).toBe('5 years on')
})

test('a person’s line gives name, affiliation and groups', () => {
  expect(readPerson('Speaker 2: Dr. Luca Belli, Civil Society, Latin American and Caribbean Group (GRULAC)', 'speaker')).toEqual({
    role: 'speaker',
    name: 'Luca Belli',
    affiliation: null,
    stakeholderGroup: 'Civil Society',
    regionalGroup: 'Latin American and Caribbean Group (GRULAC)',
  })
  expect(readPerson('Yuanyuan Fan, College of Media, Zhejiang University', 'organizer')).toMatchObject({
    name: 'Yuanyuan Fan',
    affiliation: 'College of Media, Zhejiang University',
    stakeholderGroup: null,
  })
  expect(readPerson('(1) A, Intergovernmental Organization, Intergovernmental Organization', 'speaker')).toMatchObject({
    name: 'A',
    stakeholderGroup: 'Intergovernmental Organization',
    regionalGroup: 'Intergovernmental Organization',
  })
})

test('values are shown in words', () => {
  expect(valueWords('startsAt', '2021-12-10T12:50Z')).toBe('Fri, 10 Dec 2021, 12:50 UTC')
  expect(valueWords('sdgs', '16.10')).toBe('16.10 Peace, Justice and Strong Institutions')
  expect(valueWords('sessionType', 'openForum')).toBe('Open Forum')
  expect(valueWords('durationMinutes', '90')).toBe('90 min')
})
