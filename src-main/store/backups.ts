import Database, { type Database as Connection } from 'better-sqlite3'
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupLine } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { backupFolder, listBackups } from '../backups.ts'
import { extension, projectName } from '../project-path.ts'
import { applicationId } from './open.ts'

const kept = 10

/** Copies of an open project, each opened and checked before it counts; the newest ten stay. Calls `onMade` after each. */
export function backups(db: Connection, path: string, onMade: () => void = () => {}) {
  const folder = backupFolder(path)
  const lastChange = db.prepare<[], number>('SELECT ifnull(max(id), 0) FROM change').pluck()
  let backedUp = lastChange.get()!
  let running: Promise<BackupLine> | null = null

  async function make(): Promise<BackupLine> {
    const change = lastChange.get()!
    const at = `${new Date().toISOString().slice(0, 19)}Z`
    const name = `${projectName(path)} ${at.replaceAll(':', '-')}${extension}`
    const [part, file] = [join(folder, `${name}.part`), join(folder, name)]
    mkdirSync(folder, { recursive: true })
    try {
      await db.backup(part)
      check(part)
      renameSync(part, file)
    } finally {
      rmSync(part, { force: true })
    }
    backedUp = change
    await dropOld(path)
    onMade()
    return { name, at, bytes: statSync(file).size }
  }

  return {
    /** Makes a backup now, or joins the one being made. */
    make(): Promise<BackupLine> {
      running ??= make().finally(() => (running = null))
      return running
    },
    hasNews: () => lastChange.get()! > backedUp,
  }
}

function check(file: string): void {
  const copy = new Database(file)
  try {
    // A backup is one file: without this it would want a log beside it.
    copy.pragma('journal_mode = DELETE')
    const [found] = copy.prepare<[], string>('PRAGMA quick_check(1)').pluck().all()
    if (found !== 'ok' || copy.pragma('application_id', { simple: true }) !== applicationId)
      throw new AppError('bad-backup', `The backup could not be read back (${found}). It was not kept; check the disk.`)
  } finally {
    copy.close()
  }
}

async function dropOld(path: string): Promise<void> {
  for (const { name } of (await listBackups(path)).slice(kept)) rmSync(join(backupFolder(path), name))
}
