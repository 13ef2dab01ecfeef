import type { FieldKey, SessionType } from '../../src-preload/record.ts'
import { sessionTypeNames } from '../shell/words.ts'
import { goalNames } from '../../src-preload/goals.ts'

const time = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** `16.10` as `16.10 Peace, Justice and Strong Institutions`. */
export function goalName(value: string) {
  return goalNames[Number(value.split('.')[0]) - 1] ?? 'no such goal'
}

function timeWords(value: string) {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? value : `${time.format(at)} UTC`
}

/** A stored value in words for people. */
export function valueWords(key: FieldKey, value: string): string {
  if (key === 'startsAt' || key === 'endsAt') return timeWords(value)
  if (key === 'sessionType') return sessionTypeNames[value as SessionType] ?? value
  if (key === 'durationMinutes') return `${value} min`
  if (key === 'sdgs') return `${value} ${goalName(value)}`
  return value
}
