import type { RequestName } from '../../src-preload/contract.ts'
import { AppError } from '../app-error.ts'
import type { FromStore, StoreOptions, ToStore } from '../store-protocol.ts'
import { openProject, type OpenProject } from './open.ts'
import { inBursts } from './bursts.ts'
import { letOthersFirst } from './priority.ts'
import { storeOf, type Store } from './store.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as StoreOptions
const parent = process.parentPort as Electron.ParentPort | undefined
const post = (message: FromStore) => (parent ? parent.postMessage(message) : process.send!(message))

function open(): OpenProject | undefined {
  try {
    return openProject(options.path, { create: options.create, program: 'the Rapporteur app' })
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error)
    const { code, message } =
      error instanceof AppError ? error : { code: 'internal', message: `The project could not be opened: ${String(error)}` }
    post({ failed: { code, message } })
    return undefined
  }
}

function run(project: OpenProject): void {
  const announce = inBursts<RequestName>(names => post({ changed: names }), 60)
  const store = storeOf(project, options.author, announce)
  const timer =
    options.backupMinutes > 0 ? setInterval(() => void store.backUpNews().catch(console.error), options.backupMinutes * 60_000) : undefined
  const receive = (message: ToStore) => void ('close' in message ? close(store, timer) : answer(store, message))
  if (parent) parent.on('message', ({ data }) => receive(data as ToStore))
  else process.on('message', message => receive(message as ToStore)).on('disconnect', () => void close(store, timer))
  post({ opened: { isReadOnly: project.isReadOnly } })
}

async function answer(store: Store, { id, name, input }: Exclude<ToStore, { close: true }>): Promise<void> {
  post({ id, reply: await store.request(name, input) })
}

let closing: Promise<void> | undefined

function close(store: Store, timer: NodeJS.Timeout | undefined): Promise<void> {
  closing ??= closeOnce(store, timer)
  return closing
}

async function closeOnce(store: Store, timer: NodeJS.Timeout | undefined): Promise<void> {
  clearInterval(timer)
  await store.close()
  if (parent || process.connected) post({ closed: true })
  if (!parent && process.connected) process.disconnect()
  // A message that is still in the pipe goes out before the process ends.
  setTimeout(() => process.exit(0), 50)
}

// Where an import needs all cores, the window still comes first.
letOthersFirst()
// Ctrl+C in a terminal reaches every process of the app; this one ends when main has said so.
process.on('SIGINT', () => {})
const project = open()
if (project) run(project)
else setTimeout(() => process.exit(1), 50)
