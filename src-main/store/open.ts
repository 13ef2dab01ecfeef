import Database from 'better-sqlite3'
import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../app-error.ts'
import { extension, projectName, refuseUnmakeable } from '../project-path.ts'
import { lockedBy, writeLockNote, type LockNote } from './lock-note.ts'
import { migrate, migrations, refuseNewer, schemaVersion } from './migrate.ts'

/** 'rprt': says that a SQLite file is a project of ours. */
export const applicationId = 0x72707274

export interface OpenProject {
  readonly db: Database.Database
  readonly path: string
  readonly isReadOnly: boolean
  close(): void
}
export interface OpenOptions {
  /** Makes a new project; refused where a file is. */
  readonly create?: boolean
  /** Shown to whoever finds the project in use. */
  readonly program?: string
  /** The schema's steps, where they are not the program's own. */
  readonly steps?: readonly string[]
}

/** Opens a project for this process alone. Refuses foreign, newer, damaged and busy files, each with its own code. */
export function openProject(path: string, { create = false, program = 'Rapporteur', steps = migrations }: OpenOptions = {}): OpenProject {
  if (create) refuseUnmakeable(path)
  else refuseMissing(path)
  return isWritable(path) ? openWritable(path, { program, create, steps }) : openCopy(path, steps)
}

function refuseMissing(path: string): void {
  if (!existsSync(path)) throw new AppError('no-such-project', `There is no file ${path}. It may have been moved or renamed.`)
  if (!statSync(path).isFile()) throw new AppError('not-a-project', `${path} is not a file, so it is no Rapporteur project.`)
}

function isWritable(path: string): boolean {
  return canWrite(dirname(path)) && (!existsSync(path) || canWrite(path))
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

function openWritable(path: string, { program, create, steps }: Required<OpenOptions>): OpenProject {
  const db = connect(path)
  let note: LockNote | undefined
  try {
    claim(db, path)
    note = writeLockNote(path, program)
    if (!create) refuseForeign(db, path)
    refuseNewer(db, steps)
    refuseDamaged(db, path)
    keepCopyBeforeMigrating(db, path, steps)
    prepare(db, steps)
    return { db, path, isReadOnly: false, close: () => closeProject(db, note) }
  } catch (error) {
    closeProject(db, note)
    throw asDamage(error, path)
  }
}

function closeProject(db: Database.Database, note: LockNote | undefined): void {
  db.close()
  note?.remove()
}

// A file in WAL mode cannot be read in place where nothing may be written beside it.
function openCopy(path: string, steps: readonly string[]): OpenProject {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'))
  const copy = join(folder, basename(path))
  for (const part of ['', '-wal']) {
    if (!existsSync(path + part)) continue
    copyFileSync(path + part, copy + part)
    chmodSync(copy + part, 0o600)
  }
  const close = (db?: Database.Database) => {
    db?.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const { db } = openWritable(copy, { program: 'a reading copy', create: false, steps })
    db.pragma('query_only = ON')
    return { db, path, isReadOnly: true, close: () => close(db) }
  } catch (error) {
    close()
    throw error
  }
}

function connect(path: string): Database.Database {
  const db = new Database(path, { timeout: 0 })
  db.pragma('trusted_schema = OFF')
  return db
}

// The lock is SQLite's own, so that it goes when its process does, however that ends.
function claim(db: Database.Database, path: string): void {
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      throw new AppError('project-in-use', `${path} is open in ${lockedBy(path)}. Close it there first.`)
    throw error
  }
}

function refuseForeign(db: Database.Database, path: string): void {
  if (db.pragma('application_id', { simple: true }) === applicationId) return
  // A creation that was cut short left nothing in the file: it is made now.
  const holdsNothing = db.prepare('SELECT count(*) = 0 FROM sqlite_schema').pluck().get() === 1
  if (holdsNothing && statSync(path).size > 0) return
  throw new AppError('not-a-project', `${path} is a database of another program, not a Rapporteur project.`)
}

function refuseDamaged(db: Database.Database, path: string): void {
  const found = db.prepare<[], string>('PRAGMA quick_check(5)').pluck().all()
  if (found[0] !== 'ok') throw damage(path, found.join('; '))
}

/** `cause` is for the log: it means nothing to who reads the message. */
function damage(path: string, cause: unknown): AppError {
  return new AppError(
    'damaged-project',
    `${path} is damaged: parts of it cannot be read. It was left as it is. Restore a backup of it, if there is one.`,
    { cause },
  )
}

function asDamage(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (code === 'SQLITE_NOTADB') {
    const message = `${path} is no Rapporteur project, or its beginning is damaged. It was left as it is. Restore a backup of it, if there is one.`
    return new AppError('damaged-project', message, { cause: error })
  }
  return code.startsWith('SQLITE_CORRUPT') ? damage(path, error) : error
}

function codeOf(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : ''
}

function keepCopyBeforeMigrating(db: Database.Database, path: string, steps: readonly string[]): void {
  const version = schemaVersion(db)
  if (version === 0 || version === steps.length) return
  db.pragma('wal_checkpoint(TRUNCATE)')
  const copy = `${join(dirname(path), projectName(path))} (format ${version})${extension}`
  if (existsSync(copy)) return
  copyFileSync(path, `${copy}.part`, constants.COPYFILE_EXCL)
  renameSync(`${copy}.part`, copy)
}

// `synchronous` comes after the journal mode: a file that is in WAL mode already is opened with NORMAL.
function prepare(db: Database.Database, steps: readonly string[]): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) db.pragma(`application_id = ${applicationId}`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cell_size_check = ON')
  // What a statement would take back if it failed half-way stays in memory.
  db.pragma('temp_store = MEMORY')
  // In pages: an import copies them from the log into the file every 16 MB or so instead of every four.
  db.pragma('wal_autocheckpoint = 4000')
  migrate(db, steps)
  assertPragmas(db)
}

/** What must hold of every open project, by pragma. */
export const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  application_id: applicationId,
} as const

function assertPragmas(db: Database.Database): void {
  for (const [name, wanted] of Object.entries(pragmas)) {
    const found = db.pragma(name, { simple: true })
    if (found !== wanted) throw new Error(`${name} is ${String(found)}, not ${wanted}`)
  }
}
