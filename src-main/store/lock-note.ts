import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'

const notePath = (project: string) => `${project}-lock`

export interface LockNote {
  remove(): void
}

/** Says beside the project who has it open. It is a note for people; the lock itself is SQLite's. */
export function writeLockNote(project: string, program: string): LockNote {
  writeFileSync(notePath(project), JSON.stringify({ program, pid: process.pid, host: hostname(), since: new Date().toISOString() }))
  return { remove: () => rmSync(notePath(project), { force: true }) }
}

/** Who has `project` open, in words. */
export function lockedBy(project: string): string {
  try {
    const { program, pid, host, since } = JSON.parse(readFileSync(notePath(project), 'utf8')) as Record<string, unknown>
    return `${String(program)} (process ${String(pid)} on ${String(host)}, since ${new Date(String(since)).toLocaleString()})`
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return 'another program'
    throw error
  }
}
