import type { CDPSession } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type App } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

interface Dragged {
  readonly files?: readonly string[]
  readonly items?: readonly { readonly mimeType: string; readonly data: string }[]
}

/** A drag from the desktop, as Chromium itself has it: files have their paths. */
async function drag(app: App, dragged: Dragged, at = { x: 600, y: 400 }) {
  const session: CDPSession = await app.page.context().newCDPSession(app.page)
  const data = { items: [...(dragged.items ?? [])], files: [...(dragged.files ?? [])], dragOperationsMask: 1 }
  const send = (type: 'dragEnter' | 'dragOver' | 'drop', { x, y } = at) => session.send('Input.dispatchDragEvent', { type, x, y, data })
  return {
    async over() {
      await send('dragEnter')
      await send('dragOver')
    },
    leave: () => send('dragOver', { x: -40, y: -40 }),
    async drop() {
      await send('drop')
      await session.detach()
    },
  }
}
async function drop(app: App, dragged: Dragged, at?: { x: number; y: number }): Promise<void> {
  const dragging = await drag(app, dragged, at)
  await dragging.over()
  await dragging.drop()
}
const overlay = (app: App) => app.page.locator('.drop-overlay')
const titles = async (app: App) => (await app.ask('session.list', everything)).map(line => line.title ?? line.sourceName).toSorted()
/** The page that the window shows, marked, so that one loaded in its place is told from it. */
async function mark(app: App): Promise<() => Promise<void>> {
  const url = app.page.url()
  await app.page.evaluate(() => void (document.body.dataset['same'] = 'yes'))
  return async () => {
    expect(await app.page.evaluate(() => document.body.dataset['same'])).toBe('yes')
    expect(app.page.url()).toBe(url)
  }
}

test('files and folders dropped on the window are imported; while they are dragged it says so', async ({ app }) => {
  await app.newProject()
  mkdirSync(join(app.folder, 'pages', 'deeper'), { recursive: true })
  writePages(app.folder, {
    'one “name”.txt': sessionPage(1),
    'pages/two.txt': sessionPage(2, 'Fog'),
    'pages/deeper/three.txt': sessionPage(3, 'Tides'),
  })
  const files = [join(app.folder, 'one “name”.txt'), join(app.folder, 'pages')]
  const isSame = await mark(app)
  const dragging = await drag(app, { files })
  await expect(overlay(app)).toHaveCount(0)
  await dragging.over()
  await expect(overlay(app)).toContainText('Drop to import')
  await dragging.leave()
  await expect(overlay(app)).toHaveCount(0)
  expect(await titles(app)).toEqual([])
  await drop(app, { files })
  await expect(app.page.getByText('3 imported')).toBeVisible()
  await expect(overlay(app)).toHaveCount(0)
  expect(await titles(app)).toEqual(['Fog', 'Lighthouses and the law', 'Tides'])
  await isSame()
})

test('wherever pages are dropped they are imported, and what cannot be read has its line', async ({ app }) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, {
    'one.txt': sessionPage(1),
    'two.txt': sessionPage(2, 'Fog'),
    'three.txt': sessionPage(3, 'Tides'),
    'photo.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    'program.bin': Buffer.from([0, 1, 2, 3, 0, 0, 255, 254]),
  })
  await app.importPaths(join(app.folder, 'one.txt'))
  await page.getByRole('option').click()
  const text = page.locator('.cm-content')
  await text.waitFor()
  const before = await text.innerText()
  const box = (await text.boundingBox())!
  await drop(app, { files: [join(app.folder, 'two.txt')] }, { x: box.x + 40, y: box.y + 60 })
  await expect.poll(() => titles(app)).toEqual(['Fog', 'Lighthouses and the law'])
  expect(await text.innerText()).toBe(before)
  const search = page.getByRole('searchbox')
  const field = (await search.boundingBox())!
  await drop(
    app,
    { files: [join(app.folder, 'three.txt'), join(app.folder, 'photo.png'), join(app.folder, 'program.bin')] },
    { x: field.x + 20, y: field.y + 8 },
  )
  await expect(page.getByText('This is a picture.')).toBeVisible()
  await expect(page.getByText('The file is not text.')).toBeVisible()
  await expect(page.getByText('2 could not be read')).toBeVisible()
  await expect(search).toHaveValue('')
  expect(await titles(app)).toEqual(['Fog', 'Lighthouses and the law', 'Tides'])
})

test('a dialog has the window to itself: what is dropped meanwhile is refused, and says why', async ({ app }) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, { 'one.txt': sessionPage(1) })
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  const dragging = await drag(app, { files: [join(app.folder, 'one.txt')] })
  await dragging.over()
  await expect(overlay(app)).toContainText('A dialog is open')
  await dragging.drop()
  await expect(page.getByText('A dialog is open. Close it, then drop the files again.')).toBeVisible()
  await expect(page.getByRole('dialog').first()).toBeVisible()
  expect((await app.ask('import.state', null)).total).toBe(0)
  await page.keyboard.press('Escape')
  await drop(app, { files: [join(app.folder, 'one.txt')] })
  await expect(page.getByText('1 imported')).toBeVisible()
})

test('what is dropped while an import runs is refused with the way on, and the import goes on', async ({ app }) => {
  await app.newProject()
  const names = Array.from({ length: 400 }, (_, i) => `${i}.txt`)
  mkdirSync(join(app.folder, 'many'))
  writePages(join(app.folder, 'many'), Object.fromEntries(names.map((name, i) => [name, sessionPage(i + 1, `Lamps ${i + 1}`)])))
  writePages(app.folder, { 'late.txt': sessionPage(2000, 'Late') })
  await drop(app, { files: [join(app.folder, 'many')] })
  await drop(app, { files: [join(app.folder, 'late.txt')] })
  await expect(app.page.getByText('An import is running. Wait for it to end, or cancel it.')).toBeVisible()
  await expect(app.page.getByText('400 imported')).toBeVisible()
  expect(await titles(app)).not.toContain('Late')
  await drop(app, { files: [join(app.folder, 'late.txt')] })
  await expect.poll(() => titles(app)).toContain('Late')
})

test('a project dropped on the window is opened, pages dropped before that are not; nothing leads away from the window', async ({
  app,
}) => {
  const { page } = app
  const path = await app.newProject('Kyoto')
  await app.ask('project.close', null)
  await page.getByRole('button', { name: /New project/ }).waitFor()
  writePages(app.folder, { 'one.txt': sessionPage(1), 'page.html': '<title>Elsewhere</title><p>Elsewhere' })
  const isSame = await mark(app)
  const dragging = await drag(app, { files: [join(app.folder, 'page.html')] })
  await dragging.over()
  await expect(overlay(app)).toContainText('Drop a project to open it')
  await dragging.drop()
  await expect(page.getByText('Pages are imported into a project.')).toBeVisible()
  for (const data of ['https://example.org/', `file://${app.folder}/page.html`]) {
    await drop(app, {
      items: [
        { mimeType: 'text/uri-list', data },
        { mimeType: 'text/plain', data },
      ],
    })
    await isSame()
  }
  await drop(app, { files: [path] })
  await expect.poll(async () => (await app.ask('app.state', null)).project?.name).toBe('Kyoto')
  for (const data of ['https://example.org/', `file://${app.folder}/page.html`])
    await drop(app, {
      items: [
        { mimeType: 'text/uri-list', data },
        { mimeType: 'text/plain', data },
      ],
    })
  await drop(app, { files: [join(app.folder, 'one.txt')] })
  await expect(page.getByText('1 imported')).toBeVisible()
  await isSame()
  expect(app.electron.windows()).toHaveLength(1)
})

test('the words over the window go when the files do, whatever was redrawn meanwhile', async ({ app }) => {
  await app.newProject()
  const dragging = await drag(app, { files: [join(app.folder, 'one.txt')] })
  await app.page.evaluate(() => {
    const redrawn = document.createElement('div')
    redrawn.id = 'redrawn'
    redrawn.style.cssText = 'position: fixed; inset: 0'
    document.body.append(redrawn)
  })
  await dragging.over()
  await expect(overlay(app)).toBeVisible()
  await app.page.evaluate(() => document.getElementById('redrawn')!.remove())
  await dragging.over()
  await dragging.leave()
  await expect(overlay(app)).toHaveCount(0)
  await dragging.over()
  await expect(overlay(app)).toBeVisible()
  await app.page.mouse.move(300, 300)
  await expect(overlay(app)).toHaveCount(0)
})

test('a file that is dropped out of another program’s memory has no place on the disk, and that is said', async ({ app }) => {
  await app.newProject()
  await app.page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['words'], 'memory.txt'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(app.page.getByText('What was dropped is not a file on this computer.')).toBeVisible()
})
