import type { Page } from '@playwright/test'
import type { SessionRecord } from '../src-preload/types.ts'
import { selectWords } from '../scripts/driven-app.ts'
import { expect, test, type App } from './app.ts'
import { violations } from './violations.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

const draft = sessionPage(51)
const final = draft
  .replace('Lighthouses and the law', 'Lighthouses, lamps and the law')
  .replace('Ballroom A', 'The old customs house')
  .replace('Keepers and engineers speak', 'Keepers, engineers and sailors speak')
  .replace('A short list', 'קצרה قائمة A short list')

/** A project with a draft, open for review, and its final text; what the problem bar says of them stands first. */
async function openDraft(app: App): Promise<() => Promise<SessionRecord>> {
  await app.newProject()
  writePages(app.folder, { 'draft.txt': draft, 'final.txt': final })
  await app.importPaths(`${app.folder}/draft.txt`)
  await app.importPaths(`${app.folder}/final.txt`)
  const [line] = await app.ask('session.list', everything)
  await app.page.getByRole('option').filter({ hasText: 'Lighthouses and the law' }).click()
  await expect(app.page.locator('.cm-content')).toBeVisible()
  return () => app.ask('session.get', line!.id)
}
async function tag(page: Page, words: string, theme: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('t')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(theme)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}
async function stepTo(page: Page, button: string): Promise<void> {
  const wanted = page.getByRole('button', { name: button })
  for (let i = 0; i < 20 && !(await wanted.isVisible()); i++) {
    await page.getByRole('button', { name: 'Next problem' }).click()
    await page.waitForTimeout(50)
  }
  await wanted.click()
}
const quotes = ({ taggings }: SessionRecord, text: string) =>
  taggings.map(({ span, lostQuote }) => (span ? text.slice(...span) : `lost: ${lostQuote}`)).toSorted()

test('a final text takes the place of its draft with the tags, notes and corrections; what has no place is placed by hand', async ({
  app,
}) => {
  const record = await openDraft(app)
  const { page } = app
  await tag(page, 'who answers when a lamp goes out', 'Lamps')
  await tag(page, 'Ballroom A', 'Rooms')
  await selectWords(page, 'register of harbours')
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('textbox').fill('Who keeps the key?')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  const before = await record()
  await stepTo(page, 'Compare…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('group', { name: /Difference 1 of/ })).toBeVisible()
  await expect(dialog.locator('del').filter({ hasText: 'Ballroom A' })).toBeVisible()
  await expect(dialog.locator('ins').filter({ hasText: 'customs house' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(dialog.getByRole('group', { name: /Difference 1 of/ })).toBeFocused()
  await expect(dialog.getByRole('region', { name: 'No place in the newer text' })).toContainText('Rooms')
  await expect(dialog.getByRole('region', { name: 'Moves along' })).toContainText('Who keeps the key?')
  const swap = dialog.getByRole('button', { name: 'The other is newer' })
  for (const older of ['final.txt', 'draft.txt']) {
    await swap.press('Enter')
    await expect(dialog.getByRole('button', { name: `Make it the new version of ${older}` })).toBeEnabled()
    await expect(swap).toBeFocused()
  }
  await dialog.getByRole('button', { name: /Make it the new version of draft.txt/ }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(async () => quotes(await record(), final)).toEqual(['lost: Ballroom A', 'who answers when a lamp goes out'])
  expect((await record()).notes.map(({ span }) => final.slice(...span!))).toEqual(['register of harbours'])
  await expect(page.getByRole('option')).toHaveCount(1)
  await expect(page.locator('.cm-content')).toContainText('The old customs house')
  await expect(page.getByText('Not placed: “Ballroom A”')).toBeVisible()
  await page.getByRole('button', { name: /^Open the session of .*final\.txt/ }).click()
  await expect(page.getByText('its page is a version of another session now')).toBeVisible()
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()

  await selectWords(page, 'The old customs house')
  await stepTo(page, 'Use selection to place it')
  await expect.poll(async () => quotes(await record(), final)).toEqual(['The old customs house', 'who answers when a lamp goes out'])

  await page.getByRole('button', { name: 'Version 2 of 2' }).click()
  await page.getByRole('menuitem', { name: /Version 1: draft.txt/ }).click()
  await expect(page.getByRole('dialog').locator('del').filter({ hasText: 'Ballroom A' })).toBeVisible()
  await page.keyboard.press('Escape')
  await app.ask('history.undo', null)
  await app.ask('history.undo', null)
  expect(await record()).toEqual(before)
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.locator('.cm-content')).toContainText('Ballroom A')
})

test('“Not the same session” is remembered across a restart and a new import', async ({ app }) => {
  const record = await openDraft(app)
  await stepTo(app.page, 'Compare…')
  await app.page.getByRole('button', { name: 'Not the same session' }).click()
  await expect(app.page.getByRole('dialog')).toBeHidden()
  const open = async () =>
    (await record()).problems.filter(({ otherSessionId, isResolved }) => otherSessionId !== null && !isResolved).length
  await expect.poll(open).toBe(0)
  await app.restart()
  await app.page.getByRole('button', { name: 'Test', exact: false }).first().click()
  await app.page.getByRole('option').first().waitFor()
  expect(await open()).toBe(0)
  const [imported] = (await app.ask('history.list', { sessionId: null, limit: 20 })).filter(({ label }) => label === 'Import 1 page')
  await app.ask('history.undo', null)
  await app.ask('history.redo', null)
  expect(imported).toBeDefined()
  await app.importPaths(`${app.folder}/final.txt`)
  expect(await open()).toBe(0)
})

test('no violations while texts are compared', async ({ app }) => {
  await openDraft(app)
  await tag(app.page, 'Ballroom A', 'Rooms')
  await tag(app.page, 'lamp goes out', 'Lamps')
  await stepTo(app.page, 'Compare…')
  await app.page.getByRole('group', { name: /Difference 1 of/ }).waitFor()
  expect(await violations(app.page)).toEqual([])
  await app.page.getByRole('button', { name: /Make it the new version/ }).click()
  await app.page.getByText('Not placed: “Ballroom A”').waitFor()
  expect(await violations(app.page)).toEqual([])
})
