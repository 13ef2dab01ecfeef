import { parentPort, workerData } from 'node:worker_threads'
import { parse } from '../parse/parse.ts'
import { bug, readPageFile, type Knowledge } from './page-file.ts'
import { readRows } from './page-rows.ts'
import type { Answered, Asked, ReaderData } from './page-readers.ts'
import { hasHash } from './shared-hashes.ts'

/** What the thread knows from its start: the hashes of all bytes that are in the project, and its rules. */
const { known, rules } = workerData as ReaderData
const knowledge: Knowledge = { isKnown: sha256 => hasHash(known, sha256), rules }
const port = parentPort!
let last: Promise<void> = Promise.resolve()

// One file after another, so that who waits knows which of them is at hand.
port.on('message', (asked: Asked) => void (last = last.then(() => answer(asked))))
port.postMessage('ready')

async function answer(asked: Asked): Promise<void> {
  if ('text' in asked) return port.postMessage(parsed(asked))
  const reading = await readPageFile(asked.path, knowledge)
  if (!('page' in reading)) return port.postMessage(reading)
  // A copy of its own can be handed over; the bytes may be a part of a larger buffer.
  const bytes = new Uint8Array(reading.page.bytes)
  port.postMessage({ page: { ...reading.page, bytes } }, [bytes.buffer])
}

function parsed(asked: Exclude<Asked, { readonly path: string }>): Answered {
  try {
    return 'notes' in asked ? { rows: readRows(asked, rules) } : { record: parse(asked.text, rules) }
  } catch (error) {
    console.error(error)
    return { failure: bug(error) }
  }
}
