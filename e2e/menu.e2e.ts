import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type App } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

declare global {
  /** What the system was asked for in place of doing it. */
  var asked: string[] | undefined
}
interface Item {
  readonly menu: string
  readonly label: string
  readonly role: string | null
  readonly isEnabled: boolean
  /** As the menu shows it; of a role, the one that Electron gives it. */
  readonly accelerator: string | null
}

function items(app: App): Promise<Item[]> {
  return app.electron.evaluate(({ Menu }) => {
    const plain = (label: string) => label.replace(/&(.)/g, '$1')
    const below = (menu: string, list: readonly Electron.MenuItem[]): Item[] =>
      list
        .filter(item => item.type !== 'separator')
        .flatMap(item => {
          const { accelerator, getDefaultRoleAccelerator: ofRole } = item as Electron.MenuItem & { getDefaultRoleAccelerator?(): string }
          const shown = accelerator ?? ofRole?.call(item) ?? null
          const self = { menu, label: plain(item.label), role: item.role ?? null, isEnabled: item.enabled, accelerator: shown }
          return [self, ...below(plain(item.label), item.submenu?.items ?? [])]
        })
    return Menu.getApplicationMenu()!.items.flatMap(menu => below(plain(menu.label), menu.submenu?.items ?? []))
  })
}

/** Chooses what the menu has under this label; throws where it is grey. */
async function choose(app: App, label: string): Promise<void> {
  await app.electron.evaluate(({ Menu, BrowserWindow }, label) => {
    const all = (list: readonly Electron.MenuItem[]): Electron.MenuItem[] => list.flatMap(item => [item, ...all(item.submenu?.items ?? [])])
    const item = all(Menu.getApplicationMenu()!.items).find(each => each.label.replace(/&(.)/g, '$1') === label)
    if (!item?.enabled) throw new Error(`${label} cannot be chosen`)
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]!
    item.click(undefined, window, window.webContents)
  }, label)
}
/** Closes every window but the first. */
async function closeOthers(app: App): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()
      .toSorted((a, b) => a.id - b.id)
      .slice(1))
      window.close()
  })
  await expect.poll(() => app.electron.windows().length).toBe(1)
}
const projectNames = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.getTitle().replace(/ – Rapporteur$/, '')))
const count = async (app: App) => (await app.ask('session.list', everything)).length
async function dialogCloses(app: App, name: string): Promise<void> {
  await expect(app.page.getByRole('dialog', { name })).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
}
const shows = (view: string) => async (app: App) => expect(app.page.getByRole('main', { name: view })).toBeVisible()
const room = async (app: App) => {
  const [line] = await app.ask('session.list', everything)
  return (await app.ask('session.get', line!.id)).fields.find(field => field.key === 'room')?.value
}
const imports = async (app: App) => {
  await expect.poll(() => count(app)).toBe(2)
  await app.ask('history.undo', null)
  await expect.poll(() => count(app)).toBe(1)
}
const opens = (name: string) => async (app: App) => {
  await expect.poll(() => projectNames(app)).toContain(name)
  await closeOthers(app)
}

interface Deed {
  readonly label: string
  /** What the list of keys calls it, where it has one. */
  readonly help?: string
  readonly before?: (app: App) => Promise<unknown>
  /** Waits for what it does, and takes it back. */
  readonly does: (app: App) => Promise<unknown>
}
const answers = (open: string, save: string) => (app: App) =>
  app.answerDialogs({ open: [join(app.folder, open)], save: join(app.folder, `${save} ${++made}.rapporteur`) })
let made = 0
const deeds: readonly Deed[] = [
  { label: 'New project…', help: 'New project…', before: answers('', 'Made'), does: app => opens(`Made ${made}`)(app) },
  { label: 'Open…', help: 'Open another project…', before: answers('Other.rapporteur', ''), does: opens('Other') },
  { label: 'Open the sample project', does: opens('Sample project') },
  { label: 'Import files…', help: 'Import files…', before: answers('two.txt', ''), does: imports },
  { label: 'Import a folder…', help: 'Import a folder…', before: answers('pages', ''), does: imports },
  { label: 'Paste text as a session…', does: app => dialogCloses(app, 'Paste text as a session') },
  { label: 'Export…', help: 'Export…', does: app => dialogCloses(app, 'Export') },
  { label: 'Backups…', does: app => dialogCloses(app, 'Backups') },
  {
    label: 'Show project in its folder',
    does: app => expect.poll(() => app.electron.evaluate(() => globalThis.asked)).toEqual([join(app.folder, 'Test.rapporteur')]),
  },
  {
    label: 'Undo',
    help: 'Undo',
    does: app =>
      expect
        .poll(() => room(app))
        .toBe('Ballroom A')
        .then(() => app.ask('history.redo', null)),
  },
  {
    label: 'Redo',
    help: 'Redo',
    before: app => app.ask('history.undo', null),
    does: app => expect.poll(() => room(app)).toBe('The cellar'),
  },
  { label: 'Themes', help: 'Go to themes', does: shows('Themes') },
  { label: 'Notes', help: 'Go to notes', does: shows('Notes') },
  { label: 'History', help: 'Go to history', does: shows('History') },
  { label: 'Rules', help: 'Go to rules', does: shows('Rules') },
  { label: 'Library', help: 'Go to the library', does: shows('Library') },
  {
    label: 'Command palette…',
    help: 'Find a command, session or theme',
    does: app => dialogCloses(app, 'Find a command, session or theme'),
  },
  { label: 'Keys', does: app => dialogCloses(app, 'Keys') },
]

/** A project with one page, of which the room was corrected, and another project. */
async function prepare(app: App): Promise<void> {
  await app.electron.evaluate(({ shell }) => {
    globalThis.asked = []
    shell.showItemInFolder = path => void globalThis.asked!.push(path)
  })
  await app.newProject('Other')
  await app.ask('project.close', null)
  await app.newProject()
  writePages(app.folder, { 'one.txt': sessionPage(1), 'two.txt': sessionPage(2, 'Fog') })
  await app.importPaths(join(app.folder, 'one.txt'))
  const [line] = await app.ask('session.list', everything)
  await app.ask('field.set', { sessionId: line!.id, key: 'room', id: null, value: 'The cellar', spans: [] })
}

test('every command of the menu does its thing in the window, and so do its keys, which are those that the list of keys shows', async ({
  app,
}) => {
  await prepare(app)
  mkdirSync(join(app.folder, 'pages'))
  writePages(join(app.folder, 'pages'), { 'three.txt': sessionPage(3, 'Tides') })
  const all = await items(app)
  const commands = all.filter(({ menu, role }) => role === null && menu !== 'Open recent').map(({ label }) => label)
  expect(commands.filter(label => !['Open recent', 'Close project'].includes(label)).toSorted()).toEqual(
    deeds.map(({ label }) => label).toSorted(),
  )
  await choose(app, 'Keys')
  const lines = await app.page
    .locator('.keys-line')
    .evaluateAll(rows =>
      rows.map(
        row => [row.querySelector('dt')!.textContent, [...row.querySelectorAll('kbd')].map(key => key.textContent).join('+')] as const,
      ),
    )
  await app.page.keyboard.press('Escape')
  for (const { label, help, before, does } of deeds) {
    await test.step(`${label}, chosen`, async () => {
      await before?.(app)
      await choose(app, label)
      await does(app)
    })
    const accelerator = all.find(item => item.label === label)!.accelerator
    expect(Boolean(accelerator), label).toBe(Boolean(help))
    if (!accelerator) continue
    const keys = accelerator.replace('CmdOrCtrl', 'Ctrl')
    expect(lines).toContainEqual([help, keys])
    await test.step(`${label}, by its keys`, async () => {
      await app.page.locator('body').focus()
      await before?.(app)
      await app.page.keyboard.press(keys.replace('Ctrl', 'Control'))
      await does(app)
    })
  }
})

test('no two things of the menu have the same keys', async ({ app }) => {
  const keys = (await items(app)).flatMap(({ accelerator }) =>
    accelerator ? [accelerator.replace(/^(CommandOrControl|CmdOrCtrl)/, 'Ctrl')] : [],
  )
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
  expect(keys.length).toBeGreaterThan(20)
})

const always = ['New project…', 'Open…', 'Open the sample project']
const enabled = async (app: App) =>
  (await items(app)).filter(({ role, isEnabled, menu }) => role === null && isEnabled && menu !== 'Open recent').map(({ label }) => label)

test('without a project its commands are grey; opening, closing and a window without one keep the menu true', async ({ app }) => {
  expect(await enabled(app)).toEqual(always)
  await prepare(app)
  const { page } = app
  await expect
    .poll(() => enabled(app))
    .toEqual((await items(app)).flatMap(({ label, role, menu }) => (role || menu === 'Open recent' ? [] : label)))
  const recent = (await items(app)).filter(({ menu }) => menu === 'Open recent').map(({ label }) => label)
  expect(recent).toEqual([`Test – ${app.folder}`, `Other – ${app.folder}`])
  await choose(app, recent[1]!)
  await opens('Other')(app)

  await choose(app, 'Close project')
  await expect(page.getByRole('button', { name: /New project/ })).toBeVisible()
  await expect.poll(() => enabled(app)).toEqual([...always.slice(0, 2), 'Open recent', always[2]])
  await expect(choose(app, 'Export…')).rejects.toThrow('cannot be chosen')
  await choose(app, `Test – ${app.folder}`)
  await expect.poll(() => enabled(app)).toContain('Export…')

  // Two windows: the menu is that of the one in front.
  await choose(app, 'Open the sample project')
  await expect.poll(() => projectNames(app)).toContain('Sample project')
  const bringForward = (title: string) =>
    app.electron.evaluate(({ app, BrowserWindow }, title) => {
      const window = BrowserWindow.getAllWindows().find(each => each.getTitle().startsWith(title))!
      BrowserWindow.getFocusedWindow = () => window
      app.emit('browser-window-focus', {}, window)
    }, title)
  await bringForward('Sample project')
  await choose(app, 'Close project')
  await expect.poll(() => projectNames(app)).toContain('Rapporteur')
  await expect.poll(() => enabled(app)).not.toContain('Export…')
  await bringForward('Test')
  await expect.poll(() => enabled(app)).toContain('Export…')
  await choose(app, 'Themes')
  await shows('Themes')(app)
})

test('editing and view items work on what has the focus', async ({ app }) => {
  await prepare(app)
  const { page } = app
  const search = page.getByRole('searchbox')
  await search.fill('lamps')
  await choose(app, 'Select All')
  await choose(app, 'Cut')
  await expect(search).toHaveValue('')
  await choose(app, 'Paste')
  await expect(search).toHaveValue('lamps')
  await choose(app, 'Undo')
  await expect(search).toHaveValue('')
  await choose(app, 'Redo')
  await expect(search).toHaveValue('lamps')
  expect(await room(app)).toBe('The cellar')
  const window = await app.electron.browserWindow(page)
  const zoom = () => window.evaluate(({ webContents }) => webContents.getZoomLevel())
  const isFull = () => window.evaluate(each => each.isFullScreen())
  await choose(app, 'Zoom In')
  await expect.poll(zoom).toBeGreaterThan(0)
  await choose(app, 'Actual Size')
  await expect.poll(zoom).toBe(0)
  await choose(app, 'Zoom Out')
  await expect.poll(zoom).toBeLessThan(0)
  await choose(app, 'Actual Size')
  await choose(app, 'Toggle Full Screen')
  await expect.poll(isFull).toBe(true)
  await choose(app, 'Toggle Full Screen')
  await expect.poll(isFull).toBe(false)
})

test('a dialog has the window to itself: what the menu is asked for meanwhile is refused, and what was typed stays', async ({ app }) => {
  await prepare(app)
  const { page } = app
  await choose(app, 'Paste text as a session…')
  const text = page.getByRole('dialog').getByLabel('Text of the page')
  await text.fill('Half a page')
  await choose(app, 'Export…')
  await expect(page.getByText('A dialog is open. Close it first.')).toBeVisible()
  await expect(text).toHaveValue('Half a page')
  await text.focus()
  await choose(app, 'Undo')
  await expect(text).toHaveValue('')
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).focus()
  await choose(app, 'Undo')
  await expect(page.getByText('A dialog is open. Close it first.')).toBeVisible()
  expect(await room(app)).toBe('The cellar')
})

test('windows are made small and closed, and the app quits, from the menu; the project has its last word and its backup', async ({
  app,
}) => {
  await prepare(app)
  await choose(app, 'Open the sample project')
  await expect.poll(() => projectNames(app)).toContain('Sample project')
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [first, second] = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id)
    first!.minimize = () => void globalThis.asked!.push('minimize')
    BrowserWindow.getFocusedWindow = () => (second!.isDestroyed() ? first! : second!)
  })
  await choose(app, 'Close window')
  await expect.poll(() => app.electron.windows().length).toBe(1)
  expect(await projectNames(app)).toEqual(['Test'])
  await choose(app, 'Minimize')
  await expect.poll(() => app.electron.evaluate(() => globalThis.asked)).toEqual(['minimize'])
  const closed = app.electron.waitForEvent('close')
  // The app may be gone before it could say that it was asked.
  await choose(app, 'Quit').catch((error: Error) => expect(error.message).toMatch(/closed/))
  await closed
  expect(readdirSync(join(app.folder, 'Test backups'))).toHaveLength(1)
  expect(readdirSync(app.folder).filter(name => name.startsWith('Test.rapporteur-'))).toEqual([])
})
