import { useCallback, useState, useSyncExternalStore } from 'react'
import type { Bridge, Input, Output, Reply, RequestName } from '../../src-preload/contract.ts'
import { createAnswers, nothingYet, type Answer } from './answers.ts'
import { attempt } from './notices.tsx'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

export class RequestError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'RequestError'
    this.code = code
  }
}

export async function call<K extends RequestName>(name: K, input: Input<K>): Promise<Output<K>> {
  const reply = JSON.parse(await window.bridge.call(name, input)) as Reply<Output<K>>
  if (!reply.ok) throw new RequestError(reply.code, reply.message)
  return reply.value
}

/** After what waits already. Several answers that come together are shown one by one, so that whoever types or clicks comes between. */
const ownTurn = () => scheduler.postTask(() => {}, { priority: 'background' }) as Promise<void>

const answers = createAnswers((name, input) => call(name as RequestName, input as Input<RequestName>), ownTurn)

/** Call once at start. */
export function watchChanges() {
  return window.bridge.onChanged(names => answers.changed(names))
}

/** After another project was opened or the store process started anew. */
export function askEverythingAgain() {
  answers.allChanged()
}

/** For what the window itself knows to have changed. */
export const askAgain = (names: readonly RequestName[]) => answers.changed(names)

const noReader = () => () => {}

/**
 * The answer to a request, asked again whenever the store says that it changed; `input: undefined` asks nothing.
 * With `keepsPrevious` the last answer stays while one to another input is awaited: for lists, never for a record.
 */
export function useQuery<K extends RequestName>(
  name: K,
  input: Input<K> | undefined,
  { keepsPrevious = false }: { keepsPrevious?: boolean } = {},
): Answer<Output<K>> {
  const key = input === undefined ? undefined : JSON.stringify(input)
  const subscribe = useCallback(
    (notify: () => void) => answers.subscribe(name, key === undefined ? undefined : JSON.parse(key), notify),
    [name, key],
  )
  const answer = useSyncExternalStore(key === undefined ? noReader : subscribe, () =>
    key === undefined ? nothingYet : answers.read(name, input),
  ) as Answer<Output<K>>
  const [previous, setPrevious] = useState<Output<K> | undefined>(undefined)
  if (keepsPrevious && answer.data !== undefined && answer.data !== previous) setPrevious(answer.data)
  return keepsPrevious && answer.data === undefined ? { ...answer, data: previous } : answer
}

/** A request that changes something, its failure reported to the user; `undefined` when it failed. */
export function useCommand<K extends RequestName>(name: K) {
  const [running, setRunning] = useState(0)
  const run = useCallback(
    (input: Input<K>): Promise<Output<K> | undefined> => {
      setRunning(count => count + 1)
      return attempt(call(name, input), name).finally(() => setRunning(count => count - 1))
    },
    [name],
  )
  return { run, isRunning: running > 0 }
}
