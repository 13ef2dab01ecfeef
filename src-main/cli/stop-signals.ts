import { constants } from 'node:os'

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** From the first signal on, work is to end after the step at hand. */
export function stopSignals() {
  const asked = new AbortController()
  let exitCode = 0
  for (const name of names) {
    process.on(name, () => {
      exitCode = 128 + constants.signals[name]
      asked.abort()
    })
  }
  return { signal: asked.signal, exitCode: () => exitCode }
}
