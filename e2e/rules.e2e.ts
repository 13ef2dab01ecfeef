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
/** Pages that take a while to be read again. */
async function openLongPages(app: App): Promise<string> {
  const path = await app.newProject()
  const lamps = '    Lamps burn, and fog comes in from the sea; who answers when a lamp goes out?\n\n'.repeat(300)
  const names = Array.from({ length: 250 }, (_, i) => file(i + 1))
  writePages(app.folder, Object.fromEntries(names.map((name, i) => [name, foggy(i + 1).replace('    Expected', `${lamps}    Expected`)])))
  await app.importPaths(...names.map(name => `${app.folder}/${name}`))
  return path
}
const rule = { name: 'Why is Interaction', kind: 'heading', pattern: heading, target: 'interaction' } as const
/** Begins to apply the rule, and gives back the window when some pages have been read. */
async function beginToApply(app: App): Promise<void> {
  await app.page.evaluate(rule => void window.bridge.call('reading.apply', { what: 'add', rule }), rule)
  await expect.poll(async () => (await app.ask('reading.state', null)).done, { intervals: [20] }).toBeGreaterThan(0)
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
  await dialog.getByRole('button', { name: 'Apply to 39 sessions' }).press('Enter')
  await expect.poll(() => withKey(app, 'interaction')).toBe(40)
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await expect(offer).toHaveCount(0)
  await expect(app.page.locator('.cm-content')).toBeFocused()
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
  await toRules(page)
  await expect(page.getByText('No rules yet')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await app.ask('reading.apply', { what: 'add', rule })
  const use = page.getByRole('switch', { name: 'Use the rule Why is Interaction' })
  await use.press('Space')
  await expect.poll(() => withKey(app, 'interaction')).toBe(0)
  await expect(use).not.toBeChecked()
  await expect(use).toBeFocused()
  await page.keyboard.press('Space')
  await expect.poll(() => withKey(app, 'interaction')).toBe(3)

  await page.getByRole('button', { name: 'Edit Why is Interaction' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the rule' })
  const wordsOfPage = dialog.getByRole('textbox', { name: 'Heading, as in the page' })
  await wordsOfPage.fill(' ')
  await expect(dialog.getByText('The rule needs the words of the page that it is about.')).toBeVisible()
  await wordsOfPage.fill(heading)
  await dialog.getByRole('textbox', { name: 'Name of the rule' }).fill('')
  await expect(dialog.getByText('The rule needs a name.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
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

  const bad = `${app.folder}/bad.rapporteur-rules.json`
  writePages(app.folder, { 'bad.rapporteur-rules.json': '{' })
  await app.answerDialogs({ open: [bad] })
  const failures = page.getByText(/is not a file of rules/)
  for (let times = 0; times < 2; times++) {
    await page.getByRole('button', { name: 'Load…' }).first().click()
    await expect(failures).toHaveCount(1)
  }
  await app.answerDialogs({ open: [path] })
  await page.getByRole('button', { name: 'Load…' }).first().click()
  await expect(page.getByText('1 rule loaded')).toBeVisible()
  await expect(failures).toHaveCount(0)
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
  const apply = page.getByRole('dialog').getByRole('button', { name: 'Apply to 2 sessions' })
  // News of the step before can have the preview made again; meanwhile the button waits.
  await expect(async () => {
    if ((await left()) > 0) await apply.press('Enter', { timeout: 1000 })
    expect(await left()).toBe(0)
  }).toPass()
})

test('a name written two ways is offered and put away, or named and applied', async ({ app }) => {
  await openPages(app, 3)
  const { page } = app
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()
  const offer = page.getByRole('button', { name: 'Apply to 2 more' })
  const rename = async () => {
    await page.getByRole('row', { name: /^Speaker Tui Mahuta/ }).click()
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: 'Name' }).fill('Tui M. Mahuta')
    await page.keyboard.press('Enter')
    await expect(offer).toBeVisible()
    await expect(page.getByRole('row', { name: /^Speaker Tui M. Mahuta/ })).toBeFocused()
  }
  await rename()
  // Put back as it was read, it teaches nothing.
  await page.keyboard.press('r')
  await expect(offer).toHaveCount(0)
  await rename()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(offer).toHaveCount(0)
  await page.getByRole('row', { name: /Tui M. Mahuta/ }).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Affiliation' }).fill('Lamp Keepers')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Tui M. Mahuta.*Lamp Keepers/ })).toBeVisible()
  await expect(offer).toHaveCount(0)
  await page.getByRole('row', { name: /Wanda Ødegård/ }).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Name' }).fill('Wanda Odegaard')
  await page.keyboard.press('Enter')
  await expect(offer).toBeVisible()
  await page.keyboard.press('Shift+R')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name of the rule' }).fill('Wanda’s name')
  await page.getByRole('button', { name: 'Apply to 2 sessions' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('row', { name: /Wanda Odegaard/ })).toBeFocused()
  await expect
    .poll(async () => (await records(app)).filter(record => record.people.some(one => one.name === 'Wanda Odegaard')).length)
    .toBe(3)
  expect((await records(app)).filter(record => record.people.some(one => one.name === 'Tui Mahuta'))).toHaveLength(2)
  expect(await app.ask('rule.list', null)).toMatchObject([{ name: 'Wanda’s name', values: 2 }])
})

test('all that one correction could teach is offered: one is applied, the other put away', async ({ app }) => {
  const { page } = app
  await app.newProject()
  // Pages that have lost their one-word headings, with two people whose roles only their order tells.
  const pages = [1, 2, 3].map(number => {
    const bare = sessionPage(number).replace('    Moderator\n', '').replace('    SDGs\n\n    14.1\n\n', '')
    return [file(number), bare.replace('    Format\n', '    Oto Lind, Civil Society, African Group\n\n    Format\n')] as const
  })
  writePages(app.folder, Object.fromEntries(pages))
  await app.importPaths(...pages.map(([name]) => `${app.folder}/${name}`))
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()
  const officer = (await records(app))[0]!.people.filter(one => one.reason.includes('it has no heading')).at(-1)!
  await page.getByRole('row', { name: new RegExp(officer.name!) }).click()
  await page.keyboard.press('e')
  await page.getByRole('button', { name: /Role/ }).click()
  await page.getByRole('option', { name: officer.role === 'rapporteur' ? 'Online moderator' : 'Rapporteur' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Otto Lind')
  await page.keyboard.press('Enter')
  const offers = page.getByRole('button', { name: /^Apply to 2 more/ })
  await expect(offers).toHaveCount(2)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Shift+R')
  await page.getByRole('dialog').getByRole('button', { name: 'Apply to 2 sessions' }).click()
  await expect(offers).toHaveCount(1)
  await page.getByRole('button', { name: /^Not now/ }).press('Enter')
  await expect(offers).toHaveCount(0)
  await expect(page.locator('.cm-content')).toBeFocused()
  expect(await app.ask('rule.list', null)).toHaveLength(1)
})

test('reading again is followed and cancelled from the status bar, and leaves nothing when the app is killed', async ({ app }) => {
  const path = await openLongPages(app)
  await beginToApply(app)
  await app.page.getByRole('button', { name: /Reading again \d+ of 250/ }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Reading pages again' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => app.ask('rule.list', null)).toEqual([])
  expect(await withKey(app, 'interaction')).toBe(0)
  await beginToApply(app)
  await app.kill()
  await app.ask('project.openRecent', path)
  expect(await app.ask('rule.list', null)).toEqual([])
  expect(await withKey(app, 'interaction')).toBe(0)
  expect(await app.ask('history.state', null)).toMatchObject({ undo: { label: 'Import 250 pages' }, redo: null })
})

test('a preview follows what changes meanwhile, and deleting says which rule', async ({ app }) => {
  await openPages(app, 4)
  const { page } = app
  await app.ask('reading.apply', { what: 'add', rule })
  await app.ask('reading.apply', { what: 'add', rule: { ...rule, name: 'Agenda', pattern: 'Agenda' } })
  await toRules(page)
  await page.getByRole('button', { name: 'Delete Why is Interaction' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete the rule?' })
  await expect(dialog.getByText('Why is Interaction')).toBeVisible()
  await expect(dialog.getByText('in 4 sessions would change')).toBeVisible()
  const [first] = await app.ask('session.list', everything)
  await app.ask('session.setStatus', { sessionIds: [first!.id], status: 'reviewed' })
  await expect(dialog.getByText('in 3 sessions would change')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete the rule' }).press('Enter')
  await expect(page.getByRole('switch', { name: 'Use the rule Agenda' })).toBeFocused()
  // Not only when the notice of it has gone.
  await expect(page.getByRole('alertdialog')).toBeVisible()
})
