import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Input, Output, RequestName, StoreApi } from '../../../src-preload/contract.ts'
import type { ImportState, LibraryFilter } from '../../../src-preload/types.ts'
import { replyOf } from '../../serve.ts'
import { openProject } from '../open.ts'
import { storeOf } from '../store.ts'
import { sessionPage } from '../../testing/session-page.ts'

export { sessionPage as page }

export const everything: LibraryFilter = { text: '', statuses: [], years: [], types: [], themeIds: [], sort: 'imported' }

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A store on a new project in a temporary folder; `ask` throws what the store refuses. */
export function temporaryStore(path = join(temporaryFolder(), 'Test.rapporteur'), create = true) {
  const heard: RequestName[][] = []
  const open = openProject(path, { create })
  const store = storeOf(open, 'A. Rapporteur', names => heard.push([...names]))
  async function ask<K extends keyof StoreApi & RequestName>(name: K, input: Input<K>): Promise<Output<K>> {
    const reply = replyOf<Output<K>>(await store.request(name, input))
    if (!reply.ok) throw Object.assign(new Error(reply.message), { code: reply.code })
    return reply.value
  }
  async function importPaths(...paths: string[]): Promise<ImportState> {
    await ask('import.start', paths)
    for (;;) {
      const state = await ask('import.state', null)
      if (!state.isRunning) return state
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }
  async function importPages(pages: Readonly<Record<string, string | Uint8Array>>): Promise<ImportState> {
    const folder = temporaryFolder()
    for (const [name, content] of Object.entries(pages)) writeFileSync(join(folder, name), content)
    return importPaths(folder)
  }
  const sessions = (filter: Partial<LibraryFilter> = {}) => ask('session.list', { ...everything, ...filter })
  return { path, db: open.db, store, ask, heard, importPaths, importPages, sessions }
}
export type TemporaryStore = ReturnType<typeof temporaryStore>

/** A store with one imported page, and the record of its session. */
export async function storeWithPage(text = sessionPage(51)) {
  const store = temporaryStore()
  await store.importPages({ 'page.txt': text })
  const [line] = await store.sessions()
  const record = () => store.ask('session.get', line!.id)
  return { ...store, id: line!.id, record }
}
