import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

const limit = 1_000_000

export type Log = (what: unknown) => void

/** Writes to log.txt in `folder`; when that is long, it becomes log.old.txt and the one before is dropped. */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'log.txt')
  return what => {
    const line = `${new Date().toISOString()} ${typeof what === 'string' ? what.trimEnd() : inspect(what)}\n`
    process.stderr.write(line)
    if (existsSync(file) && statSync(file).size > limit) renameSync(file, join(folder, 'log.old.txt'))
    appendFileSync(file, line)
  }
}
