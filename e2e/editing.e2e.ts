import type { Page } from '@playwright/test'
import type { SessionRecord } from '../src-preload/types.ts'
import { expect, test, type App } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

const titles = ['Lamps', 'Buoys', 'Fog']

/** A project with three pages; what is recorded of each. */
async function openPages(app: App): Promise<(title: string) => Promise<SessionRecord>> {
  await app.newProject()
  writePages(app.folder, Object.fromEntries(titles.map((title, i) => [`${title}.txt`, sessionPage(i + 1, title)])))
  await app.importPaths(...titles.map(title => `${app.folder}/${title}.txt`))
  const lines = await app.ask('session.list', everything)
  return title => app.ask('session.get', lines.find(line => line.title === title)!.id)
}
async function show(page: Page, title: string): Promise<void> {
  await page.getByRole('option').filter({ hasText: title }).click()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await page.locator('.cm-content').waitFor()
}
async function typeInto(page: Page, label: RegExp, text: string): Promise<void> {
  await page.getByRole('group', { name: label }).focus()
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: label })).toBeFocused()
  await page.keyboard.type(text)
}
const valueOf = (record: SessionRecord, key: string) => record.fields.find(field => field.key === key)?.value
const names = (record: SessionRecord) => record.people.map(person => person.name)

test('what is typed is saved when a key leads to another view or session', async ({ app }) => {
  const record = await openPages(app)
  const { page } = app
  await show(page, 'Lamps')
  await typeInto(page, /^Room/, 'The lamp room')
  await page.keyboard.press('Control+2')
  await expect.poll(async () => valueOf(await record('Lamps'), 'room')).toBe('The lamp room')
  await page.keyboard.press('Control+1')
  await page.locator('.cm-content').waitFor()
  await typeInto(page, /^Room/, 'The oil cellar')
  await page.keyboard.press('Control+Alt+ArrowDown')
  await expect(page.getByRole('heading', { level: 2, name: 'Lamps' })).toHaveCount(0)
  await expect.poll(async () => valueOf(await record('Lamps'), 'room')).toBe('The oil cellar')
})

test('a person and a section that were being edited are saved when another session or value is opened', async ({ app }) => {
  const record = await openPages(app)
  const { page } = app
  await show(page, 'Lamps')
  await page.getByRole('row').filter({ hasText: 'Tui Mahuta' }).focus()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Name' }).fill('Tui Te Mahuta')
  await show(page, 'Buoys')
  await expect.poll(async () => names(await record('Lamps'))).toContain('Tui Te Mahuta')
  await page.getByRole('group', { name: 'Section Expected outcomes' }).focus()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Text of Expected outcomes' }).fill('A long list.')
  await page.getByRole('group', { name: 'Section Description' }).dblclick()
  await expect.poll(async () => (await record('Buoys')).sections.map(section => section.text)).toContain('A long list.')
  await expect(page.getByRole('textbox', { name: 'Text of Description' })).toBeVisible()
})

test('what cannot be saved on the way to another session is said, with what was typed', async ({ app }) => {
  const record = await openPages(app)
  const { page } = app
  await show(page, 'Lamps')
  await typeInto(page, /^Year/, 'the year of the fog')
  await show(page, 'Buoys')
  await expect(page.getByText('Not saved: “the year of the fog”')).toBeVisible()
  expect(valueOf(await record('Lamps'), 'year')).toBe('2021')
})

test('going from a value that was typed to somewhere else leaves the focus there', async ({ app }) => {
  const record = await openPages(app)
  const { page } = app
  await show(page, 'Lamps')
  await typeInto(page, /^Room/, 'The lamp room')
  await page.getByRole('searchbox', { name: 'Find in all pages' }).click()
  await expect(page.getByRole('group', { name: 'Room: The lamp room' })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Find in all pages' })).toBeFocused()
  await typeInto(page, /^Room/, 'The oil cellar')
  await page.getByRole('group', { name: /^Seating/ }).dblclick()
  await expect.poll(async () => valueOf(await record('Lamps'), 'room')).toBe('The oil cellar')
  await expect(page.getByRole('group', { name: 'Room: The oil cellar' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Seating/ })).toBeFocused()
})

test('Enter pressed twice adds one person', async ({ app }) => {
  const record = await openPages(app)
  const { page } = app
  await show(page, 'Lamps')
  await page.getByRole('button', { name: 'Add person' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Nils Ek')
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])
  await expect(page.getByRole('row').filter({ hasText: 'Nils Ek' }).first()).toBeFocused()
  expect(names(await record('Lamps')).filter(name => name === 'Nils Ek')).toHaveLength(1)
})

test('a session is where it was left when another view has been looked at', async ({ app }) => {
  const { page } = app
  await app.newProject()
  const lamps = '    Lamps burn, and fog comes in from the sea.\n\n'.repeat(200)
  writePages(app.folder, { 'long.txt': sessionPage(1, 'Lamps').replace('    Expected', `${lamps}    Expected`) })
  await app.importPaths(`${app.folder}/long.txt`)
  await show(page, 'Lamps')
  const outcomes = page.getByRole('group', { name: 'Section Expected outcomes' })
  await outcomes.focus()
  await expect(page.locator('.cm-content')).toContainText('A short list of harbours')
  const scrolled = () => page.locator('.cm-scroller').evaluate(scroller => Math.round(scroller.scrollTop / 100))
  await expect.poll(scrolled).toBeGreaterThan(20)
  const before = await scrolled()
  await page.keyboard.press('Control+5')
  await expect(page.getByRole('main', { name: 'Rules' })).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(outcomes).toBeFocused()
  await expect.poll(scrolled).toBe(before)
})

test('what is typed is saved when the window is closed', async ({ app }) => {
  await openPages(app)
  const { path } = (await app.ask('app.state', null)).project!
  await show(app.page, 'Lamps')
  await app.page.getByRole('row').filter({ hasText: 'Tui Mahuta' }).focus()
  await app.page.keyboard.press('e')
  await app.page.getByRole('textbox', { name: 'Name' }).fill('Tui Te Mahuta')
  await app.restart()
  await app.ask('project.openRecent', path)
  const line = (await app.ask('session.list', everything)).find(one => one.title === 'Lamps')!
  expect(names(await app.ask('session.get', line.id))).toContain('Tui Te Mahuta')
})
