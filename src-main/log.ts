import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

const limit = 1_000_000 // bytes

export type Log = (what: unknown) => void

/** Writes to log.txt in `folder`; when that is long, it becomes log.old.txt and the one before is dropped. */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'log.txt')
  return what => {
    const line = `${new Date().toISOString()} ${typeof what === 'string' ? what.trimEnd() : inspect(what)}\n`
    process.stderr.write(line)
    append(file, line, join(folder, 'log.old.txt'))
  }
}

function append(file: string, line: string, old: string) {
  try {
    if (existsSync(file) && statSync(file).size + line.length > limit) renameSync(file, old)
    appendFileSync(file, line)
  } catch (error) {
    // A log that threw would be logged, and so on for ever.
    process.stderr.write(`The log could not be written: ${String(error)}\n`)
  }
}
