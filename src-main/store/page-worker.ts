import { parentPort, workerData } from 'node:worker_threads'
import { readPageFile } from './page-file.ts'

/** What the thread knows from its start: the hashes of all bytes that are in the project. */
const known = new Set(workerData as readonly string[])
const port = parentPort!
let last: Promise<void> = Promise.resolve()

// One file after another, so that who waits knows which of them is at hand.
port.on('message', (path: string) => void (last = last.then(() => answer(path))))

async function answer(path: string): Promise<void> {
  const reading = await readPageFile(path, sha256 => known.has(sha256))
  if (!('page' in reading)) return port.postMessage(reading)
  // A copy of its own can be handed over; the bytes may be a part of a larger buffer.
  const bytes = new Uint8Array(reading.page.bytes)
  port.postMessage({ page: { ...reading.page, bytes } }, [bytes.buffer])
}
