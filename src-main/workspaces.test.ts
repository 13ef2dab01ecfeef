import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { backupFolder } from './backups.ts'
import { replyOf } from './serve.ts'
import { livelyStores, settled, tempFolder } from './testing/fake-store.ts'
import type { View } from './workspace.ts'
import { Workspaces } from './workspaces.ts'

function desk() {
  const folder = tempFolder()
  const stores = livelyStores()
  const log = vi.fn()
  let lastId = 0
  const openView = (): View => ({ id: ++lastId, dialogs: noDialogs, changed: vi.fn(), showProject: vi.fn(), focus: vi.fn() })
  const workspaces = new Workspaces({ startStore: stores.start, author: 'Ada', backupMinutes: 0, log }, openView)
  function file(name: string) {
    const path = join(folder, name)
    writeFileSync(path, 'a project')
    return path
  }
  return { folder, file, workspaces, log, started: stores.started }
}
const noDialogs = {
  newProject: vi.fn(),
  project: vi.fn(),
  importPaths: vi.fn(),
  exportPath: vi.fn(),
  rulesFile: vi.fn(),
  rulesPath: vi.fn(),
}

test('a window without a project takes it; one that has a project leaves it to another window', async () => {
  const { file, workspaces } = desk()
  const first = workspaces.add()
  const [a, b] = [file('A.rapporteur'), file('B.rapporteur')]
  expect(await workspaces.open(a, false, first)).toBe(first)
  expect(first.state.project).toEqual({ path: a, name: 'A', isReadOnly: false })
  const second = await workspaces.open(b, false, first)
  expect(second).not.toBe(first)
  expect([...workspaces]).toEqual([first, second])
})

test('a project that is open comes forward, by whichever of its names it is asked for', async () => {
  const { folder, file, workspaces, started } = desk()
  const path = file('A.rapporteur')
  const link = join(folder, 'Link.rapporteur')
  symlinkSync(path, link)
  const [first, second] = await Promise.all([workspaces.open(path, false, null), workspaces.open(link, false, null)])
  expect(second).toBe(first)
  expect(first.view.focus).toHaveBeenCalledOnce()
  expect(started).toHaveLength(1)
})

test('a file that is not there, is no project, or would be replaced is refused before any window opens', async () => {
  const { file, folder, workspaces } = desk()
  await expect(workspaces.open(join(folder, 'No.rapporteur'), false, null)).rejects.toMatchObject({ code: 'no-such-file' })
  await expect(workspaces.open(file('a.txt'), false, null)).rejects.toMatchObject({ code: 'not-a-project' })
  await expect(workspaces.open(file('A.rapporteur'), true, null)).rejects.toMatchObject({ code: 'file-exists' })
  expect([...workspaces]).toEqual([])
})

test('a project that fails to open says why, with its backups, and the window is free for another', async () => {
  const { file, workspaces } = desk()
  const path = file('Old (damaged-project).rapporteur')
  mkdirSync(backupFolder(path))
  writeFileSync(join(backupFolder(path), 'Old (damaged-project) 2026-01-02T03-04-05Z.rapporteur'), 'a backup')
  const workspace = await workspaces.open(path, false, null)
  expect(workspace.state).toMatchObject({
    project: null,
    failure: { code: 'damaged-project', path, backups: [{ at: '2026-01-02T03:04:05Z' }] },
  })
  expect(await workspaces.open(file('A.rapporteur'), false, workspace)).toBe(workspace)
  expect(workspace.state.failure).toBeNull()
})

test('a window that closes closes its project, and whoever opens that again waits for it', async () => {
  const { file, workspaces, started } = desk()
  const path = file('A.rapporteur')
  const first = await workspaces.open(path, false, null)
  const released = workspaces.release(first.view.id)
  const second = await workspaces.open(path, false, null)
  await released
  expect(second).not.toBe(first)
  expect([...workspaces]).toEqual([second])
  expect(started.map(({ received }) => received)).toEqual([[{ close: true }], []])
})

test('a closed project leaves an empty window that refuses requests', async () => {
  const { file, workspaces } = desk()
  const workspace = await workspaces.open(file('A.rapporteur'), false, null)
  expect(replyOf(await workspace.request('project.info', null))).toEqual({ ok: true, value: 'project.info' })
  await workspace.close()
  expect(workspace.state.project).toBeNull()
  expect(replyOf(await workspace.request('project.info', null))).toMatchObject({ ok: false, code: 'no-project' })
  expect(workspaces.free).toBe(workspace)
})

test('closing all waits for every store', async () => {
  const { file, workspaces, started } = desk()
  for (const name of ['A.rapporteur', 'B.rapporteur']) await workspaces.open(file(name), false, null)
  await workspaces.closeAll()
  expect(started.map(({ received }) => received)).toEqual([[{ close: true }], [{ close: true }]])
})

test('a store that died and is there again makes the window ask everything anew', async () => {
  const { file, workspaces, started } = desk()
  const workspace = await workspaces.open(file('A.rapporteur'), false, null)
  started[0]!.exits(139)
  await settled()
  expect(workspace.state.storeRestarts).toBe(1)
  expect(workspace.view.changed).toHaveBeenLastCalledWith(expect.arrayContaining(['app.state', 'session.list', 'history.state']))
  expect(replyOf(await workspace.request('project.info', null))).toMatchObject({ ok: true })
})

test('a store that cannot be kept alive leaves a failure, not a project', async () => {
  const { file, workspaces, started } = desk()
  const workspace = await workspaces.open(file('A.rapporteur'), false, null)
  for (let death = 1; death <= 6; death++) {
    started.at(-1)!.exits(139)
    await settled()
  }
  await vi.waitFor(() => expect(workspace.state.failure).toMatchObject({ code: 'store-unstable' }))
  expect(workspace.state.project).toBeNull()
})

test('restoring closes the store, swaps the files and opens the backup', async () => {
  const { file, folder, workspaces, started } = desk()
  const path = file('A.rapporteur')
  mkdirSync(backupFolder(path))
  writeFileSync(join(backupFolder(path), 'A 2026-01-02T03-04-05Z.rapporteur'), 'a backup')
  const workspace = await workspaces.open(path, false, null)
  await workspace.restore('A 2026-01-02T03-04-05Z.rapporteur')
  expect(started.map(({ received }) => received)).toEqual([[{ close: true }], []])
  expect(workspace.state.project?.path).toBe(path)
  expect(readdirSync(folder).filter(name => name.includes('before restore'))).toHaveLength(1)
})

test('a backup that is asked for twice is restored once, and a window that closes meanwhile closes what was restored', async () => {
  const { file, folder, workspaces, started } = desk()
  const path = file('A.rapporteur')
  mkdirSync(backupFolder(path))
  writeFileSync(join(backupFolder(path), 'A 2026-01-02T03-04-05Z.rapporteur'), 'a backup')
  const workspace = await workspaces.open(path, false, null)
  const asked = [workspace.restore('A 2026-01-02T03-04-05Z.rapporteur'), workspace.restore('A 2026-01-02T03-04-05Z.rapporteur')]
  await Promise.all([...asked, workspaces.release(workspace.view.id)])
  expect(readdirSync(folder).filter(name => name.includes('before restore'))).toHaveLength(1)
  expect(started.map(({ received }) => received)).toEqual([[{ close: true }], [{ close: true }]])
})

test('restoring a backup that is not there leaves the project open as it was', async () => {
  const { file, workspaces } = desk()
  const path = file('A.rapporteur')
  const workspace = await workspaces.open(path, false, null)
  await expect(workspace.restore('A 2020-01-02T03-04-05Z.rapporteur')).rejects.toMatchObject({ code: 'no-such-backup' })
  expect(workspace.state.project?.path).toBe(path)
  expect(existsSync(path)).toBe(true)
})
