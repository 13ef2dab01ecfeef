import { useEffect, useRef } from 'react'
import { useKeys } from './keys.ts'

export interface Command {
  readonly id: string
  readonly title: string
  /** Where the palette and the list of keys show it: `Review`, `Library`, `Import`. */
  readonly group: string
  /** Bound while the command is there; several separated by a space. */
  readonly keys?: string | undefined
  /** Once for each time that its key is pressed, however long it is held: it settles something and goes on to the next. */
  readonly isOnce?: boolean | undefined
  readonly run: () => void
  readonly isEnabled?: (() => boolean) | undefined
}

const sources: { current: readonly Command[] }[] = []

const isEnabled = (command: Command) => command.isEnabled?.() ?? true

/** All that can be done now; where two have one id, the newest. */
export function allCommands(): readonly Command[] {
  const byId = new Map(sources.flatMap(source => source.current).map(command => [command.id, command]))
  return [...byId.values()]
}
export const enabledCommands = () => allCommands().filter(isEnabled)

/** As its key was pressed, or is still held. */
export function runByKey(command: Command, { repeat }: KeyboardEvent) {
  if (isEnabled(command) && !(repeat && command.isOnce)) command.run()
}

export function runCommand(id: string) {
  const command = allCommands().find(each => each.id === id)
  if (command && isEnabled(command)) command.run()
}

function bindingsOf(commands: readonly Command[]) {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  for (const command of commands) {
    for (const keys of command.keys?.split(' ') ?? []) bindings[keys] = event => runByKey(command, event)
  }
  return bindings
}

/** Offers commands by name, in the palette, and by their keys, as long as the component is mounted. */
export function useCommands(commands: readonly Command[]) {
  const source = useRef(commands)
  useEffect(() => {
    source.current = commands
  })
  useEffect(() => {
    sources.push(source)
    return () => void sources.splice(sources.indexOf(source), 1)
  }, [])
  useKeys(bindingsOf(commands))
}
