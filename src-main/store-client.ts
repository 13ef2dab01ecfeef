import type { RequestName } from '../src-preload/contract.ts'
import { AppError } from './app-error.ts'
import { refused, type Request } from './serve.ts'
import type { StorePort } from './store-process.ts'
import type { FromStore } from './store-protocol.ts'

export interface StoreClient {
  /** Rejects with an `AppError` where the store could not open the project. */
  readonly opened: Promise<{ readonly isReadOnly: boolean }>
  readonly exited: Promise<void>
  /** Waits for `opened`; always settles, with `store-gone` where the store is. */
  readonly request: Request
  /** Resolves when the process has gone: by itself, or by force after the limit. */
  close(): Promise<void>
}

/** Request and reply over a process that may die. */
export function connectStore(port: StorePort, changed: (names: readonly RequestName[]) => void, closeLimit = 20_000): StoreClient {
  const pending = new Map<number, (reply: string) => void>()
  const opened = Promise.withResolvers<{ readonly isReadOnly: boolean }>()
  const exited = Promise.withResolvers<void>()
  let gone: string | undefined
  let lastId = 0
  // Requests find it again; without any, a project that failed to open is no unhandled rejection.
  opened.promise.catch(() => undefined)

  port.onMessage(message => receive(message))
  port.onExit(code => {
    const reason = new AppError('store-gone', goneMessage(code))
    gone = refusal(reason)
    opened.reject(reason)
    for (const settle of pending.values()) settle(gone)
    pending.clear()
    exited.resolve()
  })

  function receive(message: FromStore) {
    if ('reply' in message) {
      pending.get(message.id)?.(message.reply)
      pending.delete(message.id)
    } else if ('changed' in message) changed(message.changed)
    else if ('opened' in message) opened.resolve(message.opened)
    else if ('failed' in message) {
      opened.reject(new AppError(message.failed.code, message.failed.message))
      port.kill()
    }
  }

  async function request(name: string, input: unknown): Promise<string> {
    const failure = await opened.promise.then(() => gone, refusal)
    if (failure) return failure
    const id = ++lastId
    return new Promise(settle => {
      pending.set(id, settle)
      port.postMessage({ id, name, input })
    })
  }

  async function close(): Promise<void> {
    const timer = setTimeout(() => port.kill(), closeLimit)
    const isOpen = await opened.promise.then(
      () => !gone,
      () => false,
    )
    if (isOpen) port.postMessage({ close: true })
    await exited.promise
    clearTimeout(timer)
  }

  return { opened: opened.promise, exited: exited.promise, request, close }
}

const refusal = ({ code, message }: AppError) => refused(code, message)

function goneMessage(code: number | null) {
  return `The project's own process stopped (${code ?? 'killed'}) before it answered. What was saved is safe; look whether your last change is there.`
}
