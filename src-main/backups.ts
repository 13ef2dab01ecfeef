import { constants, existsSync } from 'node:fs'
import { copyFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackupLine } from '../src-preload/types.ts'
import { AppError } from './app-error.ts'
import { companions, extension, freshPath, projectName } from './project-path.ts'

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/

export function backupFolder(path: string): string {
  return join(dirname(path), `${projectName(path)} backups`)
}

/** The backups of a project, newest first; the project itself need not be there. */
export async function listBackups(path: string): Promise<BackupLine[]> {
  const folder = backupFolder(path)
  if (!existsSync(folder)) return []
  const lines = await Promise.all((await readdir(folder)).map(name => backupLine(path, name)))
  return lines.filter(line => line !== null).toSorted((a, b) => b.at.localeCompare(a.at))
}

async function backupLine(path: string, name: string): Promise<BackupLine | null> {
  const start = `${projectName(path)} `
  const at = name.startsWith(start) && name.endsWith(extension) ? momentOf(name.slice(start.length, -extension.length)) : null
  if (at === null) return null
  const file = await stat(join(backupFolder(path), name))
  return file.isFile() ? { name, at, bytes: file.size } : null
}

function momentOf(text: string): string | null {
  const match = moment.exec(text)
  return match && `${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`
}

/** Puts a backup in the place of a closed project, whose own file is renamed beside it and never overwritten. */
export async function restoreBackup(path: string, backup: string, now = new Date()): Promise<void> {
  if (!(await listBackups(path)).some(line => line.name === backup)) {
    throw new AppError('no-such-backup', `There is no backup “${backup}” any more. Choose another one.`)
  }
  const copy = freshPath(beside(path, 'restoring'))
  const aside = freshPath(beside(path, `before restore ${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`))
  try {
    await copyFile(join(backupFolder(path), backup), copy, constants.COPYFILE_EXCL)
    await moveProject(path, aside)
    await rename(copy, path)
  } catch (error) {
    if (!existsSync(path)) await moveProject(aside, path)
    throw new AppError('restore-failed', `The backup could not be put in place; the project is as it was. ${String(error)}`, {
      cause: error,
    })
  } finally {
    await rm(copy, { force: true })
  }
}

function beside(path: string, remark: string): string {
  return join(dirname(path), `${projectName(path)} (${remark})${extension}`)
}

async function moveProject(from: string, to: string): Promise<void> {
  for (const companion of companions) if (existsSync(from + companion)) await rename(from + companion, to + companion)
}
