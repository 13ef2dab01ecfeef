// A reader's thread that does with each file what the file's name says.
import { parentPort } from 'node:worker_threads'

const port = parentPort!
port.postMessage('ready')

port.on('message', ({ path }: { readonly path: string }) => {
  if (path === 'stuck') for (;;);
  if (path === 'crash') throw new Error('a bug')
  if (path === 'leave') process.exit(3)
  port.postMessage({ sha256: path })
})
