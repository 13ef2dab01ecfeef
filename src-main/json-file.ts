import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type * as z from 'zod'

/** What the file holds; `initial` where there is none, or, with a word to `log`, where it is damaged. */
export function readJson<T>(path: string, schema: z.ZodType<T>, initial: T, log: (text: string) => void): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log(`${path} could not be read and is begun anew: ${String(error)}`)
    return initial
  }
}

/** The file holds either what it did or all of `value`, whenever the power goes; a disk that refuses is said to `log` and bothers nobody. */
export function writeJson(path: string, value: unknown, log: (text: string) => void): void {
  try {
    writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { flush: true })
    renameSync(`${path}.new`, path)
  } catch (error) {
    log(`${path} could not be written: ${String(error)}`)
  }
}
