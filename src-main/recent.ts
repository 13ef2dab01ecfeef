import { access } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { RecentProject } from '../src-preload/types.ts'
import { readJson, writeJson } from './json-file.ts'
import { projectName } from './project-path.ts'

const limit = 15
const schema = z.array(z.object({ path: z.string().min(1), openedAt: z.iso.datetime() }))

export interface RecentProjects {
  /** Newest first. */
  paths(): string[]
  list(): Promise<RecentProject[]>
  add(path: string): void
  forget(path: string): void
}

/** The projects opened last, remembered in `folder`. */
export function recentProjects(folder: string, log: (text: string) => void): RecentProjects {
  const file = join(folder, 'recent.json')
  let entries = readJson(file, schema, [], log)

  function set(next: typeof entries) {
    entries = next.slice(0, limit)
    writeJson(file, entries, log)
  }
  const without = (path: string) => entries.filter(entry => entry.path !== path)

  return {
    paths: () => entries.map(entry => entry.path),
    list: () => Promise.all(entries.map(async entry => ({ ...entry, name: projectName(entry.path), isThere: await isThere(entry.path) }))),
    add: path => set([{ path, openedAt: new Date().toISOString() }, ...without(path)]),
    forget: path => set(without(path)),
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
