import type { Database } from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../app-error.ts'
import { fromRoot } from '../from-root.ts'
import { installJournal } from './journal-triggers.ts'

const folder = fromRoot('src-main/store/migrations')
/** Append-only: file n brings a project to `user_version` n. */
export const migrations: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.sql'))
  .toSorted()
  .map(name => readFileSync(join(folder, name), 'utf8'))

export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

export function refuseNewer(db: Database, steps = migrations): void {
  const version = schemaVersion(db)
  if (version > steps.length) {
    throw new AppError(
      'newer-project',
      `This project was made by a newer Rapporteur (its format is ${version}, this one knows ${steps.length}). Update Rapporteur to open it.`,
    )
  }
}

/** Brings `db` up to the newest schema, all or nothing. */
export function migrate(db: Database, steps = migrations): void {
  refuseNewer(db, steps)
  const version = schemaVersion(db)
  if (version === steps.length) return
  // SQLite ignores this pragma inside a transaction, so it comes first.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    for (const step of steps.slice(version)) db.exec(step)
    installJournal(db)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new AppError('damaged-project', `${broken.length} rows of this project point to rows that are gone. Restore a backup.`)
    db.pragma(`user_version = ${steps.length}`)
  }).exclusive()
  db.pragma('foreign_keys = ON')
}
