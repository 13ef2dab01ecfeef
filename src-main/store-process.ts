import { fork } from 'node:child_process'
import { utilityProcess } from 'electron'
import { AppError } from './app-error.ts'
import { fromRoot } from './from-root.ts'
import type { FromStore, StoreOptions, ToStore } from './store-protocol.ts'

/** A running store, whatever carries its messages. */
export interface StorePort {
  postMessage(message: ToStore): void
  onMessage(listener: (message: FromStore) => void): void
  /** Called once, after the last message. */
  onExit(listener: (code: number | null) => void): void
  kill(): void
}
export type StartStore = (options: StoreOptions) => StorePort

const stdio = ['ignore', 'inherit', 'pipe'] as const

/** Starts stores whose complaints go to `log`. */
export function storeStarter(log: (text: string) => void): StartStore {
  // better-sqlite3 needs Node 22; an older Electron lends its place to a Node of its own.
  const start = Number.parseInt(process.versions.node, 10) < 22 ? startChild : startUtility
  return options => start(fromRoot('out/main/store.js'), [JSON.stringify(options)], log)
}

function startUtility(entry: string, args: string[], log: (text: string) => void): StorePort {
  const store = utilityProcess.fork(entry, args, { serviceName: 'Rapporteur store', stdio: [...stdio] })
  store.stderr?.on('data', (chunk: Buffer) => log(String(chunk)))
  return {
    postMessage: message => store.postMessage(message),
    onMessage: listener => void store.on('message', listener),
    onExit: listener => void store.once('exit', listener),
    kill: () => void store.kill(),
  }
}

function startChild(entry: string, args: string[], log: (text: string) => void): StorePort {
  const execPath = process.env.RAPPORTEUR_NODE
  if (!execPath)
    throw new AppError('no-node', 'This Electron needs a Node of version 22 or newer beside it. Start Rapporteur with `npm start`.')
  const store = fork(entry, args, { execPath, execArgv: [], serialization: 'advanced', stdio: [...stdio, 'ipc'] })
  store.stderr?.on('data', (chunk: Buffer) => log(String(chunk)))
  store.on('error', error => log(`The store process: ${error.message}`))
  return {
    // Without a callback, a message to a process that has just died would be thrown.
    postMessage: message => void store.send(message, error => error && log(`The store did not get a message: ${error.message}`)),
    onMessage: listener => void store.on('message', message => listener(message as FromStore)),
    onExit: listener => void store.once('close', listener),
    kill: () => void store.kill('SIGKILL'),
  }
}
