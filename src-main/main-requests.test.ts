import { existsSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Dialogs } from './dialogs.ts'
import { windowRequests, type Desk } from './main-requests.ts'
import { recentProjects } from './recent.ts'
import { replyOf } from './serve.ts'
import { livelyStores, tempFolder } from './testing/fake-store.ts'
import { Workspaces } from './workspaces.ts'

function window() {
  const folder = tempFolder()
  const stores = livelyStores()
  const dialogs = {
    newProject: vi.fn<Dialogs['newProject']>(),
    project: vi.fn<Dialogs['project']>(),
    importPaths: vi.fn<Dialogs['importPaths']>(),
    exportPath: vi.fn<Dialogs['exportPath']>(),
    rulesFile: vi.fn<Dialogs['rulesFile']>(),
    rulesPath: vi.fn<Dialogs['rulesPath']>(),
  }
  let lastId = 0
  const openView = () => ({ id: ++lastId, dialogs, changed: vi.fn(), showProject: vi.fn(), focus: vi.fn() })
  const recent = recentProjects(folder, vi.fn())
  const workspaces = new Workspaces({ startStore: stores.start, author: 'Ada', backupMinutes: 0, log: vi.fn() }, openView)
  const showInFolder = vi.fn()
  const desk: Desk = {
    workspaces,
    recent,
    version: '1',
    sampleFolder: join(folder, 'sample'),
    log: vi.fn(),
    showInFolder,
    recentChanged: vi.fn(),
  }
  const workspace = workspaces.add()
  return {
    folder,
    dialogs,
    desk,
    workspace,
    workspaces,
    recent,
    showInFolder,
    started: stores.started,
    ask: async (name: string, input: unknown) => replyOf(await windowRequests(desk, workspace)(name, input)),
  }
}

async function withProject() {
  const opened = window()
  const path = join(opened.folder, 'A.rapporteur')
  opened.dialogs.newProject.mockResolvedValue(path)
  expect(await opened.ask('project.create', null)).toEqual({ ok: true, value: path })
  return { ...opened, path }
}

test('the state says what is open, what was, and which version this is', async () => {
  const { ask, path } = await withProject()
  expect(await ask('app.state', null)).toEqual({
    ok: true,
    value: {
      version: '1',
      platform: process.platform,
      project: { path, name: 'A', isReadOnly: false },
      recent: [{ path, name: 'A', openedAt: expect.any(String), isThere: false }],
      failure: null,
      storeRestarts: 0,
    },
  })
})

test('a dialog that is cancelled changes nothing', async () => {
  const { ask, dialogs, started } = await withProject()
  for (const dialog of Object.values(dialogs)) dialog.mockResolvedValue(null)
  expect(await ask('project.create', null)).toEqual({ ok: true, value: null })
  expect(await ask('project.open', null)).toEqual({ ok: true, value: null })
  expect(await ask('import.choose', 'files')).toEqual({ ok: true, value: false })
  expect(await ask('export.choose', { format: 'csv', scope: 'all', sessionIds: [] })).toEqual({ ok: true, value: false })
  expect(started).toHaveLength(1)
  expect(started[0]!.received).toEqual([])
})

test('a project that its window shows as failed gives no path', async () => {
  const { ask, dialogs, folder, workspace, recent } = window()
  const path = join(folder, 'A (damaged-project).rapporteur')
  writeFileSync(path, '')
  dialogs.project.mockResolvedValue(path)
  expect(await ask('project.open', null)).toEqual({ ok: true, value: null })
  expect(workspace.state.failure?.code).toBe('damaged-project')
  expect(recent.paths()).toEqual([])
})

test('what is chosen goes to the store', async () => {
  const { ask, dialogs, started } = await withProject()
  dialogs.importPaths.mockResolvedValue(['/a.txt', '/b.txt'])
  dialogs.exportPath.mockResolvedValue('/out')
  expect(await ask('import.choose', 'files')).toEqual({ ok: true, value: true })
  for (const format of ['json', 'csv'] as const) await ask('export.choose', { format, scope: 'all', sessionIds: [] })
  expect(started[0]!.received).toEqual([
    { id: 1, name: 'import.start', input: ['/a.txt', '/b.txt'] },
    { id: 2, name: 'export.write', input: { format: 'json', scope: 'all', sessionIds: [], path: '/out.json' } },
    { id: 3, name: 'export.write', input: { format: 'csv', scope: 'all', sessionIds: [], path: '/out' } },
  ])
})

test('rules are loaded from and written to what was chosen, and nothing else', async () => {
  const { ask, dialogs, started } = await withProject()
  dialogs.rulesFile.mockResolvedValue('/a.json')
  dialogs.rulesPath.mockResolvedValueOnce('/b.json').mockResolvedValueOnce(null)
  for (const name of ['rule.import', 'rule.export'])
    expect(await ask(name, '/etc/passwd')).toMatchObject({ ok: false, code: 'dialog-needed' })
  await ask('rule.chooseImport', null)
  await ask('rule.chooseExport', null)
  expect(await ask('rule.chooseExport', null)).toEqual({ ok: true, value: null })
  expect(started[0]!.received).toEqual([
    { id: 1, name: 'rule.import', input: '/a.json' },
    { id: 2, name: 'rule.export', input: '/b.json' },
  ])
})

test('only a save dialog says where an export goes', async () => {
  const { ask, started } = await withProject()
  expect(await ask('export.write', { format: 'json', scope: 'all', sessionIds: [], path: '/etc/passwd' })).toMatchObject({
    ok: false,
    code: 'dialog-needed',
  })
  expect(started[0]!.received).toEqual([])
})

test('requests of the store are passed on, and nothing else', async () => {
  const { ask } = await withProject()
  expect(await ask('session.facets', null)).toEqual({ ok: true, value: 'session.facets' })
  expect(await ask('toString', null)).toMatchObject({ ok: false, code: 'unknown-request' })
})

test('without a project there is nothing to import to, export, or show', async () => {
  const { ask, dialogs } = window()
  for (const [name, input] of [
    ['import.choose', 'files'],
    ['export.choose', { format: 'json', scope: 'all', sessionIds: [] }],
    ['project.reveal', null],
    ['session.facets', null],
    ['project.restore', 'x'],
  ] as const)
    expect(await ask(name, input)).toMatchObject({ ok: false, code: 'no-project' })
  expect(dialogs.importPaths).not.toHaveBeenCalled()
})

test('the sample is made once, with its pages, and opened as it is from then on', async () => {
  const { ask, started, desk, workspace } = window()
  const reply = await ask('project.openSample', null)
  expect(reply).toEqual({ ok: true, value: join(desk.sampleFolder, 'Sample project.rapporteur') })
  expect(started[0]!.options.create).toBe(true)
  expect(started[0]!.received).toEqual([{ id: 1, name: 'import.start', input: [expect.stringContaining('sample-pages')] }])
  expect(existsSync(desk.sampleFolder)).toBe(true)
  await workspace.close()
  writeFileSync(join(desk.sampleFolder, 'Sample project.rapporteur'), '')
  await ask('project.openSample', null)
  expect(started[1]!.options.create).toBe(false)
  expect(started[1]!.received).toEqual([])
})

test('the folder shown is that of the project or of what was exported', async () => {
  const { ask, path, showInFolder } = await withProject()
  await ask('project.reveal', null)
  expect(showInFolder.mock.calls.map(([shown]) => basename(String(shown)))).toEqual([basename(path)])
  expect(await ask('export.reveal', null)).toMatchObject({ ok: false })
})
