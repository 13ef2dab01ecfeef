import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { enabledCommands, runByKey } from '../shell/commands.ts'
import { belongsToTyping, matchesKeys } from '../shell/key-match.ts'
import { isMac } from '../shell/keys.ts'
import type { ReviewActions } from './review-context.ts'
import type { ReviewRow } from './rows.ts'

/** Runs the command of a key pressed in the text, where letters are commands although it looks like typing. */
export function runTextKey(event: KeyboardEvent): boolean {
  const isIts = (keys: string) => belongsToTyping(keys) && matchesKeys(keys, event, isMac)
  const command = enabledCommands().findLast(each => each.keys?.split(' ').some(isIts))
  if (!command) return false
  event.preventDefault()
  runByKey(command, event)
  return true
}

function moveRow(row: ReviewRow, step: 1 | -1, isEnd: boolean, actions: ReviewActions): boolean {
  if (row.kind === 'person') actions.movePerson(row.person.id, step)
  else if (row.kind === 'section') actions.moveEdgeByLine(row, isEnd ? 'end' : 'start', step)
  else return false
  return true
}

/** Keys of a row that has the focus; true when one did something. */
export function pressRow(event: ReactKeyboardEvent, row: ReviewRow, actions: ReviewActions): boolean {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event
  if (ctrlKey || metaKey) return false
  const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[key]
  if (altKey) return step !== undefined && moveRow(row, step, shiftKey, actions)
  if (shiftKey) return false
  if (key === 'Enter') actions.edit(row.address)
  else if (key === 'Delete' || key === 'Backspace') actions.clear(row)
  else return false
  return true
}
