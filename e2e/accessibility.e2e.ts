import { expect, test, type App } from './app.ts'
import { writePages } from './records.ts'
import { doubtfulPage } from '../src-main/testing/doubtful-page.ts'
import { violations } from './violations.ts'

async function sample(app: App): Promise<void> {
  await app.page.getByRole('button', { name: /sample project/ }).click()
  await expect(app.page.getByText('14 imported')).toBeVisible()
}

test('no violations on the first screen and in an empty project', async ({ app }) => {
  expect(await violations(app.page)).toEqual([])
  await app.newProject()
  expect(await violations(app.page)).toEqual([])
})

test('no violations in the library, in review and on every view', async ({ app }) => {
  await sample(app)
  const { page } = app
  expect(await violations(page)).toEqual([])
  await page.getByRole('option').filter({ hasText: 'Who owns the rain' }).click()
  await page.locator('.cm-content').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('n')
  await page.keyboard.press('e')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  for (const codebook of await app.ask('codebook.list', null)) await app.ask('codebook.add', codebook.id)
  const [line] = await app.ask('session.list', { text: 'rain', statuses: [], years: [], types: [], themeIds: [], sort: 'attention' })
  const [theme] = await app.ask('theme.list', null)
  await app.ask('tagging.add', { themeId: theme!.id, sessionIds: [line!.id], span: [10, 40] })
  await app.ask('note.add', { sessionId: line!.id, target: 'span', rowId: null, span: [10, 40], text: 'A note' })
  expect(await violations(page)).toEqual([])
  for (const view of ['Themes', 'Notes', 'History', 'Rules']) {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
    expect(await violations(page), view).toEqual([])
  }
})

test('no violations in any dialog', async ({ app }) => {
  await sample(app)
  const { page } = app
  await page.getByRole('option').filter({ hasText: 'Who owns the rain' }).click()
  await page.locator('.cm-content').waitFor()
  for (const keys of ['Control+k', '?', 't', 'Shift+M', 'Control+e']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog').first(), keys).toBeVisible()
    expect(await violations(page), keys).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('no violations where a problem offers choices', async ({ app }) => {
  await app.newProject()
  writePages(app.folder, { 'page.txt': doubtfulPage })
  await app.importPaths(`${app.folder}/page.txt`)
  await app.page.getByRole('option').first().click()
  await expect(app.page.locator('.cm-content')).toBeVisible()
  const choices = app.page.getByRole('group', { name: 'It could be' })
  while (!(await choices.isVisible())) await app.page.keyboard.press('n')
  expect(await violations(app.page)).toEqual([])
})
