import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

test('undo and redo work across a restart', async ({ app }) => {
  const path = await app.newProject()
  writePages(app.folder, { 'a.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/a.txt`)
  const [line] = await app.ask('session.list', everything)
  await app.ask('field.set', { sessionId: line!.id, key: 'room', id: null, value: 'The cellar', spans: [] })
  await app.restart()
  await app.ask('project.openRecent', path)
  const room = async () => (await app.ask('session.get', line!.id)).fields.find(field => field.key === 'room')?.value
  await expect.poll(room).toBe('The cellar')
  await app.page.getByRole('option').first().waitFor()
  await app.page.keyboard.press('Control+z')
  await expect.poll(room).toBe('Ballroom A')
  await app.page.keyboard.press('Control+Shift+z')
  await expect.poll(room).toBe('The cellar')
})

test('the store process killed in the middle loses nothing acknowledged, and the window goes on', async ({ app }) => {
  await app.newProject()
  writePages(app.folder, { 'a.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/a.txt`)
  const [line] = await app.ask('session.list', everything)
  await app.ask('field.set', { sessionId: line!.id, key: 'room', id: null, value: 'The cellar', spans: [] })
  await app.page.getByText('Lighthouses and the law').first().click()
  expect(await killStores(app.electron.process().pid!)).toBeGreaterThan(0)
  await expect.poll(async () => (await app.ask('app.state', null)).storeRestarts).toBe(1)
  const room = async () => (await app.ask('session.get', line!.id)).fields.find(field => field.key === 'room')?.value
  await expect.poll(room).toBe('The cellar')
  await app.ask('field.set', { sessionId: line!.id, key: 'room', id: null, value: 'The attic', spans: [] })
  await expect(app.page.getByText('The attic').first()).toBeVisible()
})

test('the whole app killed at once loses no acknowledged edit', async ({ app }) => {
  const path = await app.newProject()
  writePages(app.folder, { 'a.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/a.txt`)
  const [line] = await app.ask('session.list', everything)
  for (let i = 1; i <= 20; i++) await app.ask('field.set', { sessionId: line!.id, key: 'room', id: null, value: `Cellar ${i}`, spans: [] })
  await app.kill()
  await app.page.getByRole('button', { name: 'Test' }).first().click()
  await expect.poll(async () => (await app.ask('app.state', null)).project?.path).toBe(path)
  const { fields } = await app.ask('session.get', line!.id)
  expect(fields.find(field => field.key === 'room')?.value).toBe('Cellar 20')
  expect((await app.ask('history.state', null)).undo?.label).toBe('Set room to “Cellar 20”')
})

test('a damaged project is said so, left alone, and its newest backup is put in its place', async ({ app }) => {
  const path = await app.newProject('Kyoto')
  writePages(app.folder, { 'a.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/a.txt`)
  await app.ask('project.close', null)
  const bytes = readFileSync(path)
  bytes.fill(0xab, 4096 * 3, 4096 * 8)
  writeFileSync(path, bytes)
  await app.ask('project.openRecent', path).catch(() => null)
  await expect(app.page.getByText(/damaged/).first()).toBeVisible()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  await app.page
    .getByRole('button', { name: /restore/i })
    .first()
    .click()
  const confirm = app.page
    .getByRole('alertdialog')
    .or(app.page.getByRole('dialog'))
    .getByRole('button', { name: /restore/i })
  if (await confirm.isVisible({ timeout: 1000 }).catch(() => false)) await confirm.click()
  await expect.poll(async () => (await app.ask('session.list', everything).catch(() => [])).length).toBe(1)
})

/** Kills the children of the app that hold a store, whichever way the store was started. */
async function killStores(pid: number): Promise<number> {
  const { execFileSync } = await import('node:child_process')
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const stores = lines.filter(line => line.includes('store.js') && isBelow(lines, line, pid))
  for (const line of stores) process.kill(Number(line.trim().split(/\s+/)[0]), 'SIGKILL')
  return stores.length
}

function isBelow(lines: readonly string[], line: string, pid: number): boolean {
  const parent = Number(line.trim().split(/\s+/)[1])
  if (parent === pid) return true
  const next = lines.find(one => Number(one.trim().split(/\s+/)[0]) === parent)
  return next !== undefined && parent > 1 && isBelow(lines, next, pid)
}
