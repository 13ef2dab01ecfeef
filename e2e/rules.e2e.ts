import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { SessionRecord } from '../src-preload/types.ts'
import { selectWords } from '../scripts/driven-app.ts'
import { expect, test, type App } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'
import { violations } from './violations.ts'

const heading = 'Why This Matters Now'
const fog = (number: number) => `Fog costs ${number} ships each year, and the harbours pay for it together.`
const foggy = (number: number) =>
  sessionPage(number, `Fog ${number}`).replace('    Expected Outcomes', `    ${heading}\n\n    ${fog(number)}\n\n    Expected Outcomes`)
const file = (number: number) => `${String(number).padStart(3, '0')}.txt`

async function openPages(app: App, count: number): Promise<void> {
  await app.newProject()
  writePages(app.folder, Object.fromEntries(Array.from({ length: count }, (_, i) => [file(i + 1), foggy(i + 1)])))
  await app.importPaths(...Array.from({ length: count }, (_, i) => `${app.folder}/${file(i + 1)}`))
}
async function records(app: App): Promise<SessionRecord[]> {
  const lines = await app.ask('session.list', everything)
  return Promise.all(lines.map(line => app.ask('session.get', line.id)))
}
const withKey = async (app: App, key: string) =>
  (await records(app)).filter(record => record.sections.some(section => section.key === key && section.state !== 'cleared')).length

/** Makes a section of the words under the heading, and says of what kind it is. */
async function correctFirst(app: App): Promise<void> {
  const { page } = app
  const [first] = await app.ask('session.list', { ...everything, sort: 'attention' })
  const number = Number(first!.title!.slice('Fog '.length))
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()
  await selectWords(page, fog(number))
  await page.keyboard.press('f')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('x')
  const row = page.getByRole('group', { name: 'Section Other' })
  await row.getByText('Other', { exact: true }).first().click()
  await row.getByRole('button', { name: /Kind of section/ }).click()
  await page.getByRole('option', { name: 'Interaction and participation' }).click()
}
const toRules = (page: Page) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Rules' }).click()

test('one correction is applied to 39 more pages, undone as one, kept across a restart, and used by new imports', async ({ app }) => {
  await openPages(app, 40)
  await correctFirst(app)
  const offer = app.page.getByRole('button', { name: 'Apply to 39 more' })
  await expect(offer).toBeVisible()
  expect(await violations(app.page)).toEqual([])
  expect(await withKey(app, 'interaction')).toBe(1)
  await offer.click()
  const dialog = app.page.getByRole('dialog', { name: 'Make a rule' })
  await expect(dialog.getByText('78 values in 39 sessions would change')).toBeVisible()
  await expect(dialog.getByText(/Fog costs \d+ ships/).first()).toBeVisible()
  expect(await violations(app.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Apply to 39 sessions' }).click()
  await expect.poll(() => withKey(app, 'interaction')).toBe(40)
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await expect(offer).toHaveCount(0)
  await app.page.locator('.cm-content').focus()
  await app.page.keyboard.press('Control+z')
  await expect.poll(() => withKey(app, 'interaction')).toBe(1)
  expect(await app.ask('rule.list', null)).toEqual([])
  await app.page.keyboard.press('Control+Shift+z')
  await expect.poll(() => withKey(app, 'interaction')).toBe(40)

  const { path } = (await app.ask('app.state', null)).project!
  await app.restart()
  await app.ask('project.openRecent', path)
  await toRules(app.page)
  await expect(app.page.getByRole('button', { name: /39 values in 39 sessions set by Why This Matters Now is Interaction/ })).toBeVisible()
  expect(await violations(app.page)).toEqual([])
  writePages(app.folder, { 'new.txt': foggy(77) })
  await app.importPaths(`${app.folder}/new.txt`)
  const added = (await records(app)).at(-1)!
  expect(added.sections.find(section => section.key === 'interaction')).toMatchObject({ ruleId: (await app.ask('rule.list', null))[0]!.id })
  await app.page.getByRole('button', { name: /40 values in 40 sessions set by/ }).click()
  await app.page.getByRole('dialog').getByRole('button').filter({ hasText: 'Fog 77' }).click()
  await expect(app.page.getByText('by the rule “Why This Matters Now is Interaction”').first()).toBeVisible()
})

test('a rule is switched off and on, edited, saved, deleted and loaded again', async ({ app }) => {
  await openPages(app, 3)
  const { page } = app
  const rule = { name: 'Why is Interaction', kind: 'heading', pattern: heading, target: 'interaction' } as const
  await toRules(page)
  await expect(page.getByText('No rules yet')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await app.ask('reading.apply', { what: 'add', rule })
  const use = page.getByRole('switch', { name: 'Use the rule Why is Interaction' })
  await use.press('Space')
  await expect.poll(() => withKey(app, 'interaction')).toBe(0)
  await expect(use).not.toBeChecked()
  await use.press('Space')
  await expect.poll(() => withKey(app, 'interaction')).toBe(3)

  await page.getByRole('button', { name: 'Edit Why is Interaction' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the rule' })
  await dialog.getByRole('textbox', { name: 'Name of the rule' }).fill('Why is Summary')
  await dialog.getByRole('button', { name: /What it opens/ }).click()
  await page.getByRole('option', { name: 'Summary', exact: true }).click()
  await expect(dialog.getByText('in 3 sessions would change')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => withKey(app, 'summary')).toBe(3)

  const path = `${app.folder}/x.rapporteur-rules.json`
  await app.answerDialogs({ save: path, open: [path] })
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText('1 rule saved')).toBeVisible()
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: 1, rules: [{ name: 'Why is Summary', target: 'summary' }] })

  await page.getByRole('button', { name: 'Delete Why is Summary' }).click()
  const confirm = page.getByRole('dialog', { name: 'Delete the rule?' })
  await expect(confirm.getByText('in 3 sessions would change')).toBeVisible()
  await confirm.getByRole('button', { name: 'Delete the rule' }).click()
  await expect.poll(() => withKey(app, 'summary')).toBe(0)

  await page.getByRole('button', { name: 'Load…' }).first().click()
  await expect(page.getByText('1 rule loaded')).toBeVisible()
  await page.getByRole('button', { name: 'Read all pages again…' }).click()
  await page.getByRole('button', { name: 'Change 3 sessions' }).click()
  await expect.poll(() => withKey(app, 'summary')).toBe(3)
  const direct = async (name: string) =>
    JSON.parse(await page.evaluate(([name, path]) => window.bridge.call(name as never, path as never), [name, path] as const)) as unknown
  expect(await direct('rule.import')).toMatchObject({ ok: false, code: 'dialog-needed' })
  expect(await direct('rule.export')).toMatchObject({ ok: false, code: 'dialog-needed' })
})

test('a leftover line is boilerplate with one key, and elsewhere by rule from the keyboard', async ({ app }) => {
  const line = 'Brought to you by the Harbour Office'
  await app.newProject()
  const pages = [1, 2, 3].map(number => [file(number), sessionPage(number).replace('    Format\n', `    ${line}\n\n    Format\n`)] as const)
  writePages(app.folder, Object.fromEntries(pages))
  await app.importPaths(...pages.map(([name]) => `${app.folder}/${name}`))
  const { page } = app
  const left = async () => (await records(app)).filter(record => record.leftover.length > 0).length
  expect(await left()).toBe(3)
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()
  await page.locator('.cm-content').focus()
  await page.keyboard.press('l')
  await page.keyboard.press('b')
  await expect.poll(left).toBe(2)
  await expect(page.getByRole('button', { name: 'Apply to 2 more' })).toBeVisible()
  await page.keyboard.press('Shift+R')
  await expect(page.getByRole('dialog').getByText('2 values in 2 sessions')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply to 2 sessions' }).press('Enter')
  await expect.poll(left).toBe(0)
})

test('a name written two ways is offered and put away, or named and applied', async ({ app }) => {
  await openPages(app, 3)
  const { page } = app
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()
  await page.getByRole('row', { name: /Tui Mahuta/ }).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Name' }).fill('Tui M. Mahuta')
  await page.keyboard.press('Enter')
  const offer = page.getByRole('button', { name: 'Apply to 2 more' })
  await expect(offer).toBeVisible()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(offer).toHaveCount(0)
  await page.getByRole('row', { name: /Wanda Ødegård/ }).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Name' }).fill('Wanda Odegaard')
  await page.keyboard.press('Enter')
  await offer.click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name of the rule' }).fill('Wanda’s name')
  await page.getByRole('button', { name: 'Apply to 2 sessions' }).click()
  await expect
    .poll(async () => (await records(app)).filter(record => record.people.some(one => one.name === 'Wanda Odegaard')).length)
    .toBe(3)
  expect((await records(app)).filter(record => record.people.some(one => one.name === 'Tui Mahuta'))).toHaveLength(2)
  expect(await app.ask('rule.list', null)).toMatchObject([{ name: 'Wanda’s name', values: 2 }])
})
