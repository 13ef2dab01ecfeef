import { expect, test, type App } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

async function withPages(app: App, count: number): Promise<string> {
  const path = await app.newProject()
  const names = Array.from({ length: count }, (_, i) => `${i + 1}.txt`)
  writePages(app.folder, Object.fromEntries(names.map((name, i) => [name, sessionPage(i + 1, `Session ${i + 1} on lamps`)])))
  await app.importPaths(...names.map(name => `${app.folder}/${name}`))
  return path
}

test('several sessions are chosen and marked, tagged and undone together', async ({ app }) => {
  await withPages(app, 5)
  const { page } = app
  await page.getByRole('option').nth(0).click()
  await page
    .getByRole('option')
    .nth(1)
    .click({ modifiers: ['Control'] })
  await page
    .getByRole('option')
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await expect(page.locator('[role=option][aria-selected=true]')).not.toHaveCount(1)
  const chosen = await page.locator('[role=option][aria-selected=true]').count()
  await page.getByRole('toolbar', { name: 'Selected sessions' }).getByRole('button', { name: /^Tag/ }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Lamps')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await app.ask('theme.list', null))[0]?.taggings).toBe(chosen)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await app.ask('theme.list', null))[0]?.taggings ?? 0).toBe(0)
})

test('the library is filtered, says so, and says what to do when nothing matches', async ({ app }) => {
  await withPages(app, 3)
  const { page } = app
  const [line] = await app.ask('session.list', everything)
  await app.ask('session.setStatus', { sessionIds: [line!.id], status: 'reviewed' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('dialog', { name: 'Filter' }).getByText('Reviewed', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('searchbox').fill('no such words')
  await expect(page.getByText('No session matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all sessions' }).click()
  await expect(page.getByRole('option')).toHaveCount(3)
})

test('panes keep the size that they were given, and the session that was open is open again', async ({ app }) => {
  const path = await withPages(app, 2)
  await app.page.getByRole('option').nth(1).click()
  const separator = app.page.getByRole('separator').first()
  const box = (await separator.boundingBox())!
  await app.page.mouse.move(box.x + box.width / 2, box.y + 300)
  await app.page.mouse.down()
  await app.page.mouse.move(box.x + 90, box.y + 300, { steps: 5 })
  await app.page.mouse.up()
  const width = async () => Math.round((await app.page.getByRole('listbox', { name: 'Sessions' }).boundingBox())!.width)
  const before = await width()
  const title = await app.page.getByRole('heading', { level: 2 }).first().textContent()
  await app.page.waitForTimeout(400)
  await app.restart()
  await app.ask('project.openRecent', path)
  await expect(app.page.getByRole('heading', { level: 2 }).first()).toHaveText(title!)
  expect(Math.abs((await width()) - before)).toBeLessThan(6)
})

test('a project that is open is not opened twice: its window comes forward', async ({ app }) => {
  const path = await withPages(app, 1)
  await app.answerDialogs({ open: [path] })
  expect(await app.ask('project.open', null)).toBe(path)
  expect(app.electron.windows()).toHaveLength(1)
})

test('a long library is drawn only where it is seen', async ({ app }) => {
  await withPages(app, 60)
  const { page } = app
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-setsize', '60')
  expect(await page.getByRole('option').count()).toBeLessThan(40)
  await page.getByRole('listbox', { name: 'Sessions' }).focus()
  await page.keyboard.press('End')
  await expect(page.locator('[role=option][aria-posinset="60"]')).toBeVisible()
})

test('the first click in a list that was scrolled opens the session under the mouse', async ({ app }) => {
  await withPages(app, 60)
  const { page } = app
  await page.getByRole('option').first().hover()
  await page.mouse.wheel(0, 1500)
  await expect(page.locator('[role=option][aria-posinset="1"]')).toHaveCount(0)
  const row = page.locator('[role=option][aria-posinset="32"]')
  const title = (await row.locator('.row-title').textContent())!
  await row.click()
  await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible()
})
