import type { RequestName } from '../src-preload/contract.ts'
import { AppError } from './app-error.ts'
import type { Request } from './serve.ts'
import { connectStore, type StoreClient } from './store-client.ts'
import type { StartStore } from './store-process.ts'
import type { StoreOptions } from './store-protocol.ts'

export interface OpenProject {
  /** Rejects with an `AppError` where the file cannot be opened. */
  readonly opened: StoreClient['opened']
  /** Waits for `opened`; always settles. */
  readonly request: Request
  /** Waits for the store's last word; a second call waits for the same. */
  close(): Promise<void>
}
export interface ProjectEvents {
  changed(names: readonly RequestName[]): void
  /** The store had died and is there again: everything may differ. */
  restarted(): void
  /** The store cannot be kept alive; the project is closed. */
  lost(reason: AppError): void
}

const restartLimit = 5
const restartSpan = 60_000

/** Whether a process that was started anew at these times may be so once more. */
export function mayRestart(restarts: readonly number[], now: number): boolean {
  return restarts.filter(at => at > now - restartSpan).length < restartLimit
}

/** Opens a project in a store process of its own and starts that anew whenever it dies. */
export function openProject(options: StoreOptions, startStore: StartStore, events: ProjectEvents): OpenProject {
  const restarts: number[] = []
  let closing: Promise<void> | undefined
  let store = connectStore(startStore(options), names => events.changed(names))
  store.opened.then(keepAlive, () => undefined)

  async function keepAlive(): Promise<void> {
    await store.exited
    if (closing) return
    if (!mayRestart(restarts, Date.now())) return events.lost(unstable())
    restarts.push(Date.now())
    store = connectStore(startStore({ ...options, create: false }), names => events.changed(names))
    const failure = await store.opened.then(
      () => null,
      (error: AppError) => error,
    )
    if (failure && failure.code !== 'store-gone') return events.lost(failure)
    if (!failure) events.restarted()
    return keepAlive()
  }

  return {
    opened: store.opened,
    request: (name, input) => store.request(name, input),
    close: () => (closing ??= store.close()),
  }
}

function unstable() {
  const message = `The project's own process stopped ${restartLimit + 1} times within a minute. What was saved is in its file: open it again, or restore a backup.`
  return new AppError('store-unstable', message)
}
