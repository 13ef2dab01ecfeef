import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from './app-error.ts'
import { writeError } from './export/write-error.ts'

export const extension = '.rapporteur'
/** What SQLite keeps beside a project; acknowledged edits may still be in the second. */
export const companions = ['', '-wal', '-shm']

export function projectName(path: string): string {
  return basename(path, extension)
}

export function withExtension(path: string): string {
  return path.endsWith(extension) ? path : path + extension
}

/** One name for one file, whatever links led to it; the file itself need not be there, its folder must. */
export async function realProjectPath(path: string): Promise<string> {
  return existsSync(path) ? realpath(path) : join(await realpath(dirname(path)), basename(path))
}

/** Says why no project can be made there, if none can: whether a folder takes a file, only trying tells for sure. */
export function refuseUnmakeable(path: string): void {
  if (existsSync(path)) throw new AppError('file-exists', `${path} is there already and is never replaced. Choose another name.`)
  try {
    closeSync(openSync(path, 'wx'))
    rmSync(path)
  } catch (error) {
    throw writeError(error, path)
  }
}

/** The path itself, or with the first number after its name that makes it a path where nothing is. */
export function freshPath(path: string): string {
  const stem = path.slice(0, -extension.length)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${stem} ${number}${extension}`
    if (companions.every(companion => !existsSync(candidate + companion))) return candidate
  }
}

/** The projects named on a command line. */
export function projectPathsIn(argv: readonly string[], folder: string): string[] {
  return argv.filter(argument => !argument.startsWith('-') && argument.endsWith(extension)).map(path => resolve(folder, path))
}
