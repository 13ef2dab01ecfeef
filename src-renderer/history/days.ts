import type { ActionLine } from '../../src-preload/types.ts'
import { dayName } from '../shell/times.ts'

export interface Day {
  readonly name: string
  readonly actions: readonly ActionLine[]
}

/** Actions by the day they were done on, in the order given. */
export function byDay(actions: readonly ActionLine[], now = new Date()): Day[] {
  const days = Map.groupBy(actions, action => dayName(action.at, now))
  return [...days].map(([name, dayActions]) => ({ name, actions: dayActions }))
}
