import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { selectWords } from '../scripts/driven-app.ts'
import { expect, test } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

test('a whole review, from import to export, without a mouse', async ({ app }) => {
  const { page } = app
  const path = join(app.folder, 'Keys.rapporteur')
  const out = join(app.folder, 'out.json')
  writePages(app.folder, { 'one.txt': sessionPage(1), 'two.txt': sessionPage(2, 'Ferries at night').replace('Ballroom A', 'Cabin 4') })
  await app.answerDialogs({ save: path, open: [`${app.folder}/one.txt`, `${app.folder}/two.txt`] })

  await page.getByRole('button', { name: /New project/ }).waitFor()
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText(/New project/)
  await page.keyboard.press('Enter')
  await expect.poll(() => existsSync(path)).toBe(true)
  await page.getByRole('searchbox').waitFor()
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('option')).toHaveCount(2)

  await page.keyboard.press('/')
  await page.keyboard.type('Ferries')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.cm-content').waitFor()
  const [line] = await app.ask('session.list', { ...everything, text: 'Ferries' })
  const record = () => app.ask('session.get', line!.id)

  await selectWords(page, 'old customs house')
  await page.keyboard.press('f')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('r')
  await expect.poll(async () => (await record()).fields.find(field => field.key === 'room')?.value).toBe('old customs house')
  await page.keyboard.press('t')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Night traffic')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await record()).taggings.length).toBe(1)
  await page.keyboard.press('Shift+M')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Read twice.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await record()).notes.length).toBe(1)
  await page.keyboard.press('Shift+A')
  await expect.poll(async () => (await record()).people.every(person => person.state === 'accepted')).toBe(true)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await record()).people.some(person => person.state === 'parsed')).toBe(true)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await record()).people.every(person => person.state === 'accepted')).toBe(true)
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await record()).status).toBe('reviewed')

  await app.answerDialogs({ save: out })
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog').waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Export/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => existsSync(out)).toBe(true)
  expect((JSON.parse(readFileSync(out, 'utf8')) as { sessions: unknown[] }).sessions.length).toBeGreaterThan(0)
})

test('F6 goes from pane to pane, and ? shows every key', async ({ app }) => {
  await app.newProject()
  writePages(app.folder, { 'one.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/one.txt`)
  await app.page.getByRole('option').first().click()
  await app.page.locator('.cm-content').waitFor()
  const visited = new Set<string>()
  for (let i = 0; i < 3; i++) {
    await app.page.keyboard.press('F6')
    visited.add(
      await app.page.evaluate(
        () =>
          document.activeElement?.closest('[role=region], section, aside, [role=listbox], [role=textbox]')?.getAttribute('aria-label') ??
          document.activeElement?.className ??
          '',
      ),
    )
  }
  expect(visited.size).toBe(3)
  await app.page.keyboard.press('F6')
  await app.page.keyboard.press('?')
  await expect(app.page.getByRole('dialog')).toContainText('Reviewed, and to the next session')
})

test('a session chosen by name takes the focus, also from the search field', async ({ app }) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, { 'one.txt': sessionPage(1), 'two.txt': sessionPage(2, 'Ferries at night') })
  await app.importPaths(`${app.folder}/one.txt`, `${app.folder}/two.txt`)
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Ferries')
  await page.getByRole('dialog').getByRole('option', { name: 'Ferries at night' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Title: Ferries at night' })).toBeFocused()
})

test('a command chosen by name works on what had the focus, and its dialog gives the focus back', async ({ app }) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, { 'one.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/one.txt`)
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()
  const command = async (name: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(name)
    await page.getByRole('dialog').getByRole('option', { name }).first().waitFor()
    await page.keyboard.press('Enter')
  }
  const title = page.getByRole('group', { name: /^Title/ })
  await title.focus()
  for (const name of ['Read all pages again', 'Paste text as a session']) {
    await command(name)
    await page.getByRole('dialog', { name: name.slice(0, 4) }).waitFor()
    await page.keyboard.press('Escape')
    await expect(title).toBeFocused()
  }
  await selectWords(page, 'register of harbours')
  await command('Note on the words')
  await expect(page.getByRole('dialog', { name: 'New note' })).toContainText('register of harbours')
})
