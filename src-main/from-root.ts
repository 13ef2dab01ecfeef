import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json is missing beside the program')
  return findRoot(parent)
}

/** A file that ships with the program, wherever this code was bundled to. */
export const fromRoot = (path: string): string => join(root, path)
