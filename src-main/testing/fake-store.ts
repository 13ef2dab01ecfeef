import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RequestName } from '../../src-preload/contract.ts'
import { replyText } from '../serve.ts'
import type { StartStore, StorePort } from '../store-process.ts'
import type { FromStore, StoreOptions, ToStore } from '../store-protocol.ts'

/** A folder of this test's own, gone with it. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A store process in name only: the test says what it answers and when it dies. */
export interface FakeStore {
  readonly options: StoreOptions
  readonly port: StorePort
  readonly received: ToStore[]
  wasKilled: boolean
  opens(): void
  fails(code: string): void
  answers(id: number, value: unknown): void
  says(names: readonly RequestName[]): void
  exits(code: number): void
}

const anyOptions = { path: '/a.rapporteur', create: false, author: 'Ada', backupMinutes: 0 }

export function fakeStore(options: StoreOptions = anyOptions): FakeStore {
  let listen: (message: FromStore) => void = () => undefined
  let ended: (code: number | null) => void = () => undefined
  const store: FakeStore = {
    options,
    received: [],
    wasKilled: false,
    opens: () => listen({ opened: { isReadOnly: false } }),
    fails: code => listen({ failed: { code, message: `It is ${code}` } }),
    answers: (id, value) => listen({ id, reply: replyText({ ok: true, value }) }),
    says: names => listen({ changed: names }),
    exits: code => ended(code),
    port: {
      postMessage: message => void store.received.push(message),
      onMessage: listener => void (listen = listener),
      onExit: listener => void (ended = listener),
      kill() {
        store.wasKilled = true
        ended(null)
      },
    },
  }
  return store
}

/** Starts stores that open, answer their own name and end when asked; a path with a code in it fails with that code. */
export function livelyStores() {
  const started: FakeStore[] = []
  const start: StartStore = options => {
    const store = fakeStore(options)
    started.push(store)
    const failure = /\((.*)\)/.exec(options.path)?.[1]
    queueMicrotask(() => (failure ? store.fails(failure) : store.opens()))
    return { ...store.port, postMessage: message => react(store, message) }
  }
  return { start, started }
}

function react(store: FakeStore, message: ToStore) {
  store.received.push(message)
  if ('close' in message) store.exits(0)
  else store.answers(message.id, message.name)
}

/** Lets everything that waits for promises alone go on. */
export function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
