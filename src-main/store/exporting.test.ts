import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExportState } from '../../src-preload/types.ts'
import { page, temporaryFolder, temporaryStore, type TemporaryStore } from './testing/project.ts'

const pages = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.txt`, page(index + 1)]))
async function storeWithPages() {
  const store = temporaryStore()
  await store.importPages(pages)
  return store
}
async function ended({ ask }: TemporaryStore): Promise<ExportState> {
  for (;;) {
    const state = await ask('export.state', null)
    if (!state.isRunning) return state
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}
const request = { format: 'json', scope: 'all', sessionIds: [] } as const

test('an export goes on by itself, tells how far, and ends with what was written', async () => {
  const s = await storeWithPages()
  const path = join(temporaryFolder(), 'out.json')
  await s.ask('export.write', { ...request, path })
  expect((await s.ask('export.state', null)).isRunning).toBe(true)
  expect(await ended(s)).toEqual({
    isRunning: false,
    done: 12,
    total: 12,
    result: { path, files: ['out.json'], sessions: 12, report: [] },
    error: null,
  })
  expect(s.heard.flat()).toContain('export.state')
})

test('a second export is refused while one runs', async () => {
  const s = await storeWithPages()
  const folder = temporaryFolder()
  await s.ask('export.write', { ...request, path: join(folder, 'one.json') })
  await expect(s.ask('export.write', { ...request, path: join(folder, 'two.json') })).rejects.toMatchObject({ code: 'export-running' })
  await ended(s)
  expect(readdirSync(folder)).toEqual(['one.json'])
})

test('a cancelled export leaves nothing, and the next one works', async () => {
  const s = await storeWithPages()
  const path = join(temporaryFolder(), 'tables')
  await s.ask('export.write', { ...request, format: 'csv', path })
  await s.ask('export.cancel', null)
  expect((await ended(s)).error?.code).toBe('export-cancelled')
  expect(readdirSync(dirname(path))).toEqual([])
  await s.ask('export.write', { ...request, format: 'csv', path })
  expect((await ended(s)).result?.sessions).toBe(12)
})

test('closing the project ends the export that runs, which leaves nothing', async () => {
  const s = await storeWithPages()
  const path = join(temporaryFolder(), 'pages')
  await s.ask('export.write', { ...request, format: 'markdown', path })
  await s.store.close()
  expect(existsSync(path)).toBe(false)
  expect(readdirSync(dirname(path))).toEqual([])
})

test('a refusal is the state’s error', async () => {
  const s = await storeWithPages()
  const path = join(temporaryFolder(), 'mine.json')
  writeFileSync(path, 'mine')
  await s.ask('export.write', { ...request, path })
  expect((await ended(s)).error?.code).toBe('not-empty')
})
