import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, type App } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

declare global {
  /** How often a native dialog was asked for. */
  var timesAsked: number | undefined
}

/** The next dialogs of the system are cancelled, and counted. */
async function cancelDialogs(app: App): Promise<() => Promise<number>> {
  await app.electron.evaluate(({ dialog }) => {
    globalThis.timesAsked = 0
    const cancelled = <T>(answer: T) => {
      globalThis.timesAsked!++
      return Promise.resolve(answer)
    }
    dialog.showOpenDialog = () => cancelled({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = () => cancelled({ canceled: true, filePath: '' })
  })
  return () => app.electron.evaluate(() => globalThis.timesAsked!)
}
/** A folder that takes no file; where we are root, who may write anywhere else, one of the system's. */
function closedFolder(folder: string): string {
  if (process.getuid?.() === 0) return '/sys'
  mkdirSync(join(folder, 'closed'))
  chmodSync(join(folder, 'closed'), 0o555)
  return join(folder, 'closed')
}
const project = async (app: App) => (await app.ask('app.state', null)).project?.name ?? null
const notices = (app: App) => app.page.getByRole('region', { name: 'Notices' })
async function expectNotice(app: App, words: string): Promise<void> {
  await expect(notices(app)).toContainText(words)
  await notices(app).getByRole('button', { name: 'Dismiss' }).first().click()
  await expect(app.page.getByText(words)).toHaveCount(0)
}

test('a new project is made where the dialog says, is nothing when that is cancelled, and replaces nothing', async ({ app }) => {
  const make = app.page.getByRole('button', { name: /New project/ })
  const asked = await cancelDialogs(app)
  await make.click()
  await expect.poll(asked).toBe(1)
  expect(await project(app)).toBeNull()
  await expect(notices(app)).toHaveCount(0)
  writePages(app.folder, { 'There.rapporteur': 'something else', 'file.txt': 'x' })
  const bad: [string, string][] = [
    [join(app.folder, 'There'), 'is there already and is never replaced. Choose another name.'],
    [join(app.folder, 'gone', 'New'), 'could not be written: there is no such folder. Make it, or choose another.'],
    [join(app.folder, 'file.txt', 'New'), 'could not be written: it leads through a file. Choose a folder.'],
    [join(app.folder, 'n'.repeat(300)), 'could not be written: the name is too long for this system. Choose a shorter one.'],
    [join(closedFolder(app.folder), 'New'), 'could not be written: writing there is not permitted. Choose a folder of yours.'],
  ]
  for (const [path, words] of bad) {
    await app.answerDialogs({ save: path })
    await make.click()
    await expectNotice(app, words)
    expect(await project(app)).toBeNull()
  }
  expect(readFileSync(join(app.folder, 'There.rapporteur'), 'utf8')).toBe('something else')
  expect(existsSync(join(app.folder, 'gone'))).toBe(false)
  await app.answerDialogs({ save: join(app.folder, 'Kyoto') })
  await make.click()
  await expect.poll(() => project(app)).toBe('Kyoto')
  expect(existsSync(join(app.folder, 'Kyoto.rapporteur'))).toBe(true)
  expect(app.electron.windows()).toHaveLength(1)
})

test('what is no project is not opened, says what it is, and is left as it was', async ({ app }) => {
  const { page } = app
  const open = page.getByRole('button', { name: /Open a project/ })
  const asked = await cancelDialogs(app)
  await open.click()
  await expect.poll(asked).toBe(1)
  expect((await app.ask('app.state', null)).failure).toBeNull()
  const path = (name: string) => join(app.folder, name)
  writePages(app.folder, { 'page.txt': sessionPage(1), 'Text.rapporteur': 'No database, but words of some length. '.repeat(50) })
  mkdirSync(path('Folder.rapporteur'))
  const foreign = new Database(path('Foreign.rapporteur'))
  foreign.exec('CREATE TABLE x (a)')
  foreign.close()
  const bytes = readFileSync(path('Foreign.rapporteur'))
  const bad: [string, string][] = [
    ['page.txt', 'is not a project: its name must end with .rapporteur.'],
    ['gone.rapporteur', 'is not there any more. Was it moved, renamed, or is its disk missing?'],
    ['Text.rapporteur', 'is no Rapporteur project, or its beginning is damaged. It was left as it is.'],
    ['Folder.rapporteur', 'is not a file, so it is no Rapporteur project.'],
    ['Foreign.rapporteur', 'is a database of another program, not a Rapporteur project.'],
  ]
  for (const [name, words] of bad) {
    await app.answerDialogs({ open: [path(name)] })
    await open.click()
    await expect(page.getByText(`${path(name)} ${words}`)).toBeVisible()
    expect(await project(app)).toBeNull()
  }
  expect(readFileSync(path('Foreign.rapporteur'))).toEqual(bytes)
  expect(readFileSync(path('Text.rapporteur'), 'utf8')).toMatch(/^No database/)
  expect(app.electron.windows()).toHaveLength(1)
})

test('a project that another program has open is refused with its name; what is open here stays', async ({ app }) => {
  const taken = await app.newProject('Taken')
  await app.ask('project.close', null)
  await app.newProject('Mine')
  const script = `const { openProject } = await import(${JSON.stringify(join(process.cwd(), 'src-main/store/open.ts'))})
    globalThis.held = openProject(process.argv[1], { program: 'the other program' }); console.log('open'); setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script, taken], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise(resolve => other.stdout.once('data', resolve))
  await app.answerDialogs({ open: [taken] })
  const [shown] = await Promise.all([app.electron.waitForEvent('window'), app.page.keyboard.press('Control+o')])
  await expect(shown.getByText(/Taken\.rapporteur is open in the other program \(process \d+/)).toBeVisible()
  other.kill()
  await new Promise(resolve => other.once('exit', resolve))
  await shown.getByRole('button', { name: 'Try again' }).click()
  await expect(shown.getByText('Import files').first()).toBeVisible()
  expect(await project(app)).toBe('Mine')
  const asked = await cancelDialogs(app)
  await app.page.keyboard.press('Control+o')
  await expect.poll(asked).toBe(1)
  await app.page.keyboard.press('Control+n')
  await expect.poll(asked).toBe(2)
  expect(await project(app)).toBe('Mine')
  expect(app.electron.windows()).toHaveLength(2)
})

test('an import says what it did not take: nothing chosen, nothing found, files of other kinds, and what has gone', async ({ app }) => {
  const { page } = app
  const path = await app.newProject()
  const panel = page.getByRole('region', { name: 'Import' })
  const asked = await cancelDialogs(app)
  await page.keyboard.press('Control+i')
  await expect.poll(asked).toBe(1)
  await page.keyboard.press('Control+Shift+i')
  await expect.poll(asked).toBe(2)
  await expect(panel).toHaveCount(0)
  for (const folder of ['empty', 'photos']) mkdirSync(join(app.folder, folder))
  writePages(join(app.folder, 'photos'), { 'a.png': Buffer.from('89504e47', 'hex'), 'b.xyz': 'x' })
  const answers: [string, string, string][] = [
    ['empty', 'Control+Shift+i', 'no file was found in what was chosen'],
    ['photos', 'Control+Shift+i', '2 files of other kinds left out'],
    ['empty', 'Control+Shift+i', 'no file was found in what was chosen'],
    ['gone.txt', 'Control+i', 'There is no such file. It may have been moved or renamed; choose it again.'],
    [path, 'Control+i', 'This is a database.'],
  ]
  for (const [name, keys, words] of answers) {
    await app.answerDialogs({ open: [name === path ? path : join(app.folder, name)] })
    await page.keyboard.press(keys)
    await expect(panel).toContainText(words)
    await expect(panel).toContainText('0 imported')
    await panel.getByRole('button', { name: 'Put away' }).click()
    await expect(panel).toHaveCount(0)
  }
  expect(await app.ask('session.list', everything)).toEqual([])
})

test('an import that stops says so', async ({ app }) => {
  await app.newProject()
  // As when the disk is full: the state that the store tells of then.
  await app.electron.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, (...input: unknown[]) => Promise<string>> }
    const answer = handlers.get('call')!
    handlers.set('call', async (...input) => {
      const reply = await answer(...input)
      return input[1] === 'import.state' ? reply.replace('"error":null', '"error":"database or disk is full"') : reply
    })
  })
  writePages(app.folder, { 'one.txt': sessionPage(1) })
  await app.importPaths(join(app.folder, 'one.txt'))
  await expect(app.page.getByRole('region', { name: 'Import' })).toContainText(
    'the import stopped (database or disk is full); what was imported is safe',
  )
})

test('an export goes where it can, replaces nothing that is not its own, and says why it does not', async ({ app }) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, { 'one.txt': sessionPage(1), 'mine.json': '{"my": "own"}' })
  mkdirSync(join(app.folder, 'full'))
  mkdirSync(join(app.folder, 'Folder.json'))
  writePages(join(app.folder, 'full'), { 'mine.txt': 'my own' })
  await app.importPaths(join(app.folder, 'one.txt'))
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  const asked = await cancelDialogs(app)
  const start = dialog.getByRole('button', { name: /^Export 1 session/ })
  await start.click()
  await expect.poll(asked).toBe(1)
  await expect(start).toBeEnabled()
  const closed = closedFolder(app.folder)
  const bad: ['JSON' | 'CSV', string, string][] = [
    ['JSON', join(app.folder, 'mine.json'), 'is there already and is no export of Rapporteur. Choose another name.'],
    ['JSON', join(app.folder, 'Folder.json'), 'is a folder. Choose the name of a file.'],
    ['JSON', join(app.folder, 'gone', 'out.json'), 'could not be written: there is no such folder. Make it, or choose another.'],
    ['JSON', join(closed, 'out.json'), 'could not be written: writing there is not permitted. Choose a folder of yours.'],
    ['CSV', join(app.folder, 'full'), 'holds other files. Choose an empty one, or the name of a new one.'],
    ['CSV', join(app.folder, 'mine.json'), 'is a file. Choose the name of a folder.'],
    ['CSV', join(closed, 'out'), 'could not be written: writing there is not permitted. Choose a folder of yours.'],
  ]
  for (const [format, path, words] of bad) {
    await app.answerDialogs({ save: path })
    await dialog.getByRole('radio', { name: format }).check({ force: true })
    await start.click()
    await expect(dialog.getByRole('alert')).toContainText(words)
    await expect(dialog.getByRole('alert')).toContainText(path)
    await dialog.getByRole('button', { name: 'Try again' }).click()
  }
  expect(readFileSync(join(app.folder, 'mine.json'), 'utf8')).toBe('{"my": "own"}')
  expect(readFileSync(join(app.folder, 'full', 'mine.txt'), 'utf8')).toBe('my own')
  await app.answerDialogs({ save: join(app.folder, 'without ending') })
  await dialog.getByRole('radio', { name: 'JSON' }).check({ force: true })
  await start.click()
  await expect(dialog.getByRole('status')).toContainText('without ending.json')
  expect(existsSync(join(app.folder, 'without ending.json'))).toBe(true)
})

test('rules are saved and loaded where the dialog says; what is no file of rules changes nothing', async ({ app }) => {
  const { page } = app
  await app.newProject()
  const rule = { name: 'Why is Summary', kind: 'heading', pattern: 'Why', target: 'summary' } as const
  await app.ask('reading.apply', { what: 'add', rule })
  await page.keyboard.press('Control+5')
  const [save, load] = [page.getByRole('button', { name: 'Save…' }), page.getByRole('button', { name: 'Load…' }).first()]
  const asked = await cancelDialogs(app)
  await save.click()
  await expect.poll(asked).toBe(1)
  await load.click()
  await expect.poll(asked).toBe(2)
  await expect(notices(app)).toHaveCount(0)
  const rules = () => app.ask('rule.list', null)
  const before = await rules()
  for (const [path, words] of [
    [join(closedFolder(app.folder), 'out.json'), 'could not be written: writing there is not permitted. Choose a folder of yours.'],
    [join(app.folder, 'gone', 'out.json'), 'could not be written: there is no such folder. Make it, or choose another.'],
  ] as const) {
    await app.answerDialogs({ save: path })
    await save.click()
    await expectNotice(app, words)
  }
  mkdirSync(join(app.folder, 'Folder.json'))
  writePages(app.folder, {
    'page.txt': sessionPage(1),
    'other.json': '{"a": 1}',
    'newer.json': '{"format": "rapporteur-rules", "version": 99}',
  })
  for (const [name, words] of [
    ['page.txt', 'page.txt is not a file of rules, or it is damaged. Nothing was loaded.'],
    ['other.json', 'other.json is not a file of rules. Nothing was loaded.'],
    ['newer.json', 'newer.json was written by a newer Rapporteur. Update to load these rules.'],
    ['Folder.json', 'Folder.json cannot be read. This is a folder, not a file.'],
    ['gone.json', 'gone.json cannot be read. There is no such file.'],
  ] as const) {
    await app.answerDialogs({ open: [join(app.folder, name)] })
    await load.click()
    await expectNotice(app, words)
  }
  expect(await rules()).toEqual(before)
  await app.answerDialogs({ save: join(app.folder, 'mine'), open: [join(app.folder, 'mine.rapporteur-rules.json')] })
  await save.click()
  await expectNotice(app, '1 rule saved')
  writeFileSync(join(app.folder, 'copy.json'), readFileSync(join(app.folder, 'mine.rapporteur-rules.json')))
  await load.click()
  await expect(notices(app)).toBeVisible()
  expect(await rules()).toEqual(before)
})
