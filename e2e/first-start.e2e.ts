import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { everything } from './records.ts'

test('the first start offers a new project, an old one and the sample, and the sample is there the next time', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('button', { name: /New project/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Open a project/ })).toBeVisible()
  await page.getByRole('button', { name: /sample project/ }).click()
  await expect(page.getByText('14 imported')).toBeVisible()
  const lines = await app.ask('session.list', everything)
  expect(lines).toHaveLength(14)
  await app.restart()
  await app.page
    .getByRole('button', { name: /Sample project/ })
    .first()
    .click()
  await expect.poll(async () => (await app.ask('app.state', null)).project?.name).toBe('Sample project')
  expect(await app.ask('session.list', everything)).toEqual(lines)
})

test('a new project is one file, and is among the recent ones', async ({ app }) => {
  const path = await app.newProject('Kyoto')
  expect(existsSync(path)).toBe(true)
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())).toContain('Kyoto')
  await app.restart()
  await app.page.getByRole('button', { name: /Kyoto/ }).first().click()
  await expect.poll(async () => (await app.ask('app.state', null)).project?.path).toBe(path)
})

test('a project that is gone is said so, and can be forgotten', async ({ app }) => {
  await app.answerDialogs({ open: [join(app.folder, 'Nowhere.rapporteur')] })
  await app.page.getByRole('button', { name: /Open a project/ }).click()
  await expect(app.page.getByText(/Nowhere\.rapporteur/).first()).toBeVisible()
})
