import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

test('a folder with bad files: each has its line, the others are imported, one undo takes all back', async ({ app }) => {
  await app.newProject()
  const folder = join(app.folder, 'pages')
  mkdirSync(join(folder, 'deeper'), { recursive: true })
  symlinkSync(folder, join(folder, 'deeper', 'loop'))
  writePages(folder, {
    'good.txt': sessionPage(1),
    'same bytes.txt': sessionPage(1),
    'empty.txt': '',
    'broken.docx': 'PK\u0003\u0004 not a document',
    'broken.pdf': '%PDF-1.7 nothing more',
    'deeper/odd “name” \u202Eلماذا.txt': sessionPage(2),
    'deeper/latin.txt': Buffer.from('IGF 2020 WS #7 Caf\xE9 au lait for network engineers\n\nRoom\n\nSalle d\x92attente\n', 'latin1'),
  })
  await app.answerDialogs({ open: [folder] })
  await app.page
    .getByRole('button', { name: 'Import a folder' })
    .or(app.page.getByRole('button', { name: /folder/i }))
    .first()
    .click()
  await expect(app.page.getByText(/3 imported/).first()).toBeVisible()
  const state = await app.ask('import.state', null)
  expect(state.counts).toEqual({ imported: 3, duplicate: 1, failed: state.counts.failed })
  const failed = state.lines.filter(line => line.status === 'failed').map(line => line.file.split('/').at(-1))
  expect(failed).toEqual(expect.arrayContaining(['empty.txt', 'broken.docx', 'broken.pdf']))
  for (const line of state.lines.filter(one => one.status === 'failed')) expect(line.message.length).toBeGreaterThan(20)
  const rooms = await Promise.all(
    (await app.ask('session.list', everything)).map(async line => (await app.ask('session.source', line.id)).text),
  )
  expect(rooms.join()).toContain('Salle d’attente')
  await app.page.getByRole('button', { name: 'Undo import' }).click()
  await expect.poll(() => app.ask('session.list', everything)).toEqual([])
})

test('pasted text becomes a session', async ({ app }) => {
  await app.newProject()
  await app.page.keyboard.press('Control+k')
  await app.page.keyboard.type('Paste text')
  await app.page.keyboard.press('Enter')
  const dialog = app.page.getByRole('dialog')
  await dialog.getByLabel('Text of the page').fill(sessionPage(9))
  await dialog.getByLabel('Name').fill('From the mail')
  await dialog.getByRole('button', { name: /import/i }).click()
  await expect(app.page.getByText('2021 WS #9').first()).toBeVisible()
  const [line] = await app.ask('session.list', everything)
  expect((await app.ask('session.source', line!.id)).text).toBe(sessionPage(9))
})

test('what was undone is not done again by a button that offered to undo it; the history brings it back', async ({ app }) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, { 'page.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/page.txt`)
  const undoImport = page.getByRole('button', { name: 'Undo import' })
  await expect(page.getByRole('option')).toHaveCount(1)
  await app.ask('history.undo', null)
  await expect(page.getByRole('option')).toHaveCount(0)
  await undoImport.click()
  await expect(undoImport).toHaveCount(0)
  await expect(page.getByRole('option')).toHaveCount(0)
  await app.ask('theme.add', { parentId: null, name: 'Lamps' })
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Redo: Import 1 page' }).click()
  await expect(page.getByRole('button', { name: 'Undo: Import 1 page' })).toBeVisible()
  expect(await app.ask('session.list', everything)).toHaveLength(1)
  expect(await app.ask('theme.list', null)).toHaveLength(1)
})
