import { expect, test } from 'vitest'
import { byDay } from './days.ts'

const now = new Date(2026, 10, 22, 9, 0)
const action = (id: number, at: Date) => ({
  id,
  label: 'Edit',
  author: 'A',
  at: at.toISOString(),
  kind: 'edit' as const,
  isUndone: false,
  changes: 1,
  sessionTitle: null,
})

test('actions stand under their day, in the order given', () => {
  const days = byDay(
    [action(4, now), action(3, new Date(2026, 10, 22, 0, 1)), action(2, new Date(2026, 10, 21, 23, 59)), action(1, new Date(2025, 0, 1))],
    now,
  )
  expect(days.map(day => day.actions.map(each => each.id))).toEqual([[4, 3], [2], [1]])
  expect(days.slice(0, 2).map(day => day.name)).toEqual(['Today', 'Yesterday'])
  expect(days[2]!.name).toContain('2025')
})
