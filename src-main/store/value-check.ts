import { sessionTypes, type FieldKey } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { goalTargets } from '../../src-preload/goals.ts'

const wholeNumber = (least: number, most: number, what: string) => (value: string) =>
  /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most
    ? String(Number(value))
    : refuse(`${what} is a whole number from ${least} to ${most}, not “${value}”.`)

const checks: Partial<Record<FieldKey, (value: string) => string>> = {
  year: wholeNumber(1990, 2100, 'A year'),
  sessionNumber: wholeNumber(0, 99_999, 'A session number'),
  durationMinutes: wholeNumber(1, 1440, 'A duration in minutes'),
  startsAt: utcMinute,
  endsAt: utcMinute,
  sdgs: developmentGoal,
  sessionType: value =>
    (sessionTypes as readonly string[]).includes(value)
      ? value
      : refuse(`“${value}” is no kind of session. Use one of: ${sessionTypes.join(', ')}.`),
}

/** The value as it is stored. Refuses with `bad-value` what `key` cannot hold. */
export function checkValue(key: FieldKey, value: string): string {
  const trimmed = value.toWellFormed().trim()
  if (trimmed === '') refuse('There is nothing to set. Clear the field instead.')
  return checks[key]?.(trimmed) ?? trimmed.replace(/\s+/g, ' ')
}

function utcMinute(value: string): string {
  const isTime =
    /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(value) &&
    new Date(value).getTime() >= 0 &&
    new Date(value).toISOString().startsWith(value.slice(0, 16))
  return isTime ? value : refuse(`A time is written in UTC as 2021-12-10T12:50Z, not “${value}”.`)
}

function developmentGoal(value: string): string {
  const [, goal, target] = /^(\d{1,2})(?:\.(\d{1,2}|[a-z]))?$/.exec(value.toLowerCase()) ?? []
  const [numbered, lettered] =
    goalTargets[Number(goal) - 1] ?? refuse(`“${value}” is no Sustainable Development Goal. Write a goal (10) or a target (16.10, 5.b).`)
  if (target === undefined) return String(Number(goal))
  const number = /\d/.test(target) ? Number(target) : target.charCodeAt(0) - 96
  if (number < 1 || number > (/\d/.test(target) ? numbered : lettered)) refuse(`Goal ${Number(goal)} has no target ${target}.`)
  return `${Number(goal)}.${/\d/.test(target) ? number : target}`
}

function refuse(message: string): never {
  throw new AppError('bad-value', message)
}
