import { expect, test } from 'vitest'
import { durationIn, endsWithDuration, isDuration } from './duration.ts'

test.each([
  ['1 hour 30 minutes', 90],
  ['1 hour and 30 min.', 90],
  ['1.5 hours', 90],
  ['1,5 h', 90],
  ['1\u00bd hours', 90],
  ['1 1/2 hours', 90],
  ['1h30', 90],
  ['2 hrs', 120],
  ['1h', 60],
  ['90 Min', 90],
  ['90-minute', 90],
  ["45'", 45],
  ['One hour', 60],
  ['an hour and a half', 90],
  ['half an hour', 30],
])('%j takes so many minutes', (text, minutes) => {
  expect(durationIn(text)?.minutes).toBe(minutes)
  expect(isDuration(text)).toBe(true)
  expect(endsWithDuration(`Panel - ${text}`)).toBe(true)
})

test.each(['3 hands', '12:30', '5 mines', 'hour of need', 'Room 1'])('%j is no duration', text => {
  expect(durationIn(text)).toBeUndefined()
})
