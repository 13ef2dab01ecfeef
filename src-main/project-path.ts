import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

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
