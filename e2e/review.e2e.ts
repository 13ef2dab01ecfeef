import type { SessionRecord } from '../src-preload/types.ts'
import { selectWords } from '../scripts/driven-app.ts'
import { expect, test, type App } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'
import { barePage, doubtfulPage } from '../src-main/testing/doubtful-page.ts'

const text = sessionPage(51)

/** A project with one page, open for review. */
async function openPage(app: App, content = text): Promise<() => Promise<SessionRecord>> {
  await app.newProject()
  writePages(app.folder, { 'page.txt': content })
  await app.importPaths(`${app.folder}/page.txt`)
  const [line] = await app.ask('session.list', everything)
  await app.page.getByRole('option').first().click()
  await expect(app.page.locator('.cm-content')).toBeVisible()
  return () => app.ask('session.get', line!.id)
}
const field = (record: SessionRecord, key: string) => record.fields.find(one => one.key === key)
const section = (record: SessionRecord, key: string) => record.sections.find(one => one.key === key)!
const quote = (span: readonly [number, number]) => text.slice(...span)

test('selected words become the value of a field, tied to where they stand', async ({ app }) => {
  const record = await openPage(app)
  await selectWords(app.page, 'the cellar of the old customs house')
  await app.page.keyboard.press('f')
  await app.page.getByRole('dialog').waitFor()
  await app.page.keyboard.press('r')
  await expect.poll(async () => field(await record(), 'room')?.value).toBe('the cellar of the old customs house')
  const room = field(await record(), 'room')!
  expect(room.state).toBe('corrected')
  expect(room.spans.map(quote)).toEqual(['the cellar of the old customs house'])
  await expect(app.page.getByRole('group', { name: /Room: the cellar/ })).toBeVisible()
})

test('words with astral characters and right-to-left lines are tied exactly', async ({ app }) => {
  const record = await openPage(app, text.replace('A short list', 'קצרה 𝔞𝔟𝔠 قائمة الموانئ 🗺️ A short list'))
  await selectWords(app.page, 'قائمة الموانئ 🗺️')
  await app.page.keyboard.press('f')
  await app.page.getByRole('dialog').waitFor()
  await app.page.keyboard.press('o')
  await expect.poll(async () => field(await record(), 'topics')?.value).toBe('قائمة الموانئ 🗺️')
  const source = await app.ask('session.source', (await record()).id)
  expect(field(await record(), 'topics')!.spans.map(span => source.text.slice(...span))).toEqual(['قائمة الموانئ 🗺️'])
})

test('clicking lit words focuses their field, and focusing a field lights its words', async ({ app }) => {
  await openPage(app)
  await app.page.locator('.cm-content').getByText('Ballroom A').click()
  await expect(app.page.getByRole('group', { name: /Room: Ballroom A/ })).toBeFocused()
})

test('a value is edited in place, refused when it cannot be, restored and accepted', async ({ app }) => {
  const record = await openPage(app)
  const { page } = app
  await page.getByRole('group', { name: /Duration/ }).click()
  await page.keyboard.press('e')
  await page
    .getByRole('textbox', { name: /Duration/ })
    .or(page.getByRole('spinbutton', { name: /Duration/ }))
    .fill('9000')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/whole number from 1 to 1440/).first()).toBeVisible()
  await page
    .getByRole('textbox', { name: /Duration/ })
    .or(page.getByRole('spinbutton', { name: /Duration/ }))
    .fill('60')
  await page.keyboard.press('Enter')
  await expect.poll(async () => field(await record(), 'durationMinutes')).toMatchObject({ value: '60', state: 'corrected' })
  await expect(page.getByRole('group', { name: 'Duration: 60 min' })).toBeFocused()
  await page.keyboard.press('r')
  await expect.poll(async () => field(await record(), 'durationMinutes')).toMatchObject({ value: '90', state: 'parsed' })
  await expect(page.getByRole('group', { name: 'Duration: 90 min' })).toBeFocused()
  await page.keyboard.press('a')
  await expect.poll(async () => field(await record(), 'durationMinutes')?.state).toBe('accepted')
})

test('a section boundary is moved in the page by dragging its edge', async ({ app }) => {
  const record = await openPage(app)
  const { page } = app
  const before = section(await record(), 'description').spans[0]!
  await page.getByRole('group', { name: /Section Description/ }).click()
  const edge = page.locator('.cm-content .cm-edge-end').first()
  await page.locator('.cm-content').hover()
  await page.mouse.wheel(0, 2000)
  const target = page.locator('.cm-content').getByText('A short list of harbours').first()
  const [from, to] = [(await edge.boundingBox())!, (await target.boundingBox())!]
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 80, to.y + 8, { steps: 8 })
  await page.mouse.up()
  await expect.poll(async () => section(await record(), 'description').spans[0]![1]).toBeGreaterThan(before[1])
  const after = await record()
  expect(section(after, 'expectedOutcomes').spans[0]![0]).toBeGreaterThanOrEqual(section(after, 'description').spans[0]![1])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => section(await record(), 'description').spans[0]).toEqual(before)
})

test('people are added, changed, moved and removed in the table', async ({ app }) => {
  const record = await openPage(app)
  const { page } = app
  const names = async () => (await record()).people.filter(person => person.state !== 'cleared').map(person => person.name)
  const before = await names()
  await page.getByRole('row', { name: /Tui Mahuta/ }).click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await names())[0]).toBe('Tui Mahuta')
  await page.keyboard.press('Delete')
  await expect.poll(names).toEqual(before.filter(name => name !== 'Tui Mahuta'))
  await page.getByRole('button', { name: 'Add person' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Oriel Finch')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await names()).at(-1)).toBe('Oriel Finch')
  for (let i = 0; i < 3; i++) await app.ask('history.undo', null)
  expect(await names()).toEqual(before)
})

test('words are tagged with several themes and noted, and both are found in the library', async ({ app }) => {
  const record = await openPage(app)
  const { page } = app
  await selectWords(page, 'register of harbours')
  for (const theme of ['Registers', 'Seafaring']) {
    await page.keyboard.press('t')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(theme)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await expect
    .poll(async () => (await record()).taggings.map(tagging => quote(tagging.span!)))
    .toEqual(['register of harbours', 'register of harbours'])
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('textbox').fill('Who keeps the key?')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await record()).notes.map(note => note.text)).toEqual(['Who keeps the key?'])
  for (const words of ['seafaring', 'keeps the key']) {
    await page.getByRole('searchbox').fill(words)
    await expect(page.getByRole('option')).toHaveCount(1)
  }
  await page.getByRole('searchbox').fill('nothing of the kind')
  await expect(page.getByRole('option')).toHaveCount(0)
})

test('themes are made, moved and deleted with what they would untag', async ({ app }) => {
  await openPage(app)
  const parent = await app.ask('theme.add', { parentId: null, name: 'Access' })
  const [line] = await app.ask('session.list', everything)
  await app.ask('tagging.add', { themeId: parent, sessionIds: [line!.id], span: null })
  const { page } = app
  await page.getByRole('button', { name: 'Themes' }).click()
  await page.getByRole('row', { name: /Access/ }).click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toContainText(/1/)
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: /delete/i })
    .click()
  await expect.poll(() => app.ask('theme.list', null)).toEqual([])
  await app.ask('history.undo', null)
  expect((await app.ask('theme.list', null)).map(theme => theme.taggings)).toEqual([1])
})

test('where readings are close nothing is set, and a number chooses one with its words', async ({ app }) => {
  const record = await openPage(app, doubtfulPage)
  const { page } = app
  const choices = page.getByRole('group', { name: 'It could be' })
  const open = async () => (await record()).problems.filter(problem => !problem.isResolved).map(problem => problem.code)
  while (!(await choices.getByRole('button', { name: /Time in Paris/ }).isVisible())) await page.keyboard.press('n')
  expect(field(await record(), 'startsAt')).toBeUndefined()
  const before = await open()
  await choices.getByRole('button', { name: /Time in Paris/ }).hover()
  await expect(page.locator('.cm-content .cm-lit').filter({ hasText: /^10:50$/ })).toBeVisible()
  await page.keyboard.press('2')
  await expect.poll(async () => field(await record(), 'startsAt')).toMatchObject({ value: '2018-11-12T08:20Z', state: 'corrected' })
  expect(field(await record(), 'startsAt')!.spans.map(span => doubtfulPage.slice(...span))).toEqual(['Monday, 12 November, 2018 - 09:20'])
  await expect(page.getByRole('group', { name: /Starts: Mon/ })).toBeVisible()
  expect(await open()).toEqual(before.filter(code => code !== 'time-without-zone'))

  while (!(await choices.getByRole('button', { name: /Description/ }).isVisible())) await page.keyboard.press('n')
  await page.keyboard.press('1')
  const paragraph = 'First the tables are shown, then they are merged.'
  await expect
    .poll(async () => (await record()).sections.map(({ key, spans }) => [key, ...spans.map(span => doubtfulPage.slice(...span))]))
    .toContainEqual(['description', paragraph])
  await page.keyboard.press('Control+z')
  await expect.poll(open).toContain('ambiguous-text')
  await page.keyboard.press('Control+z')
  await expect.poll(open).toEqual(before)
  expect(field(await record(), 'startsAt')).toBeUndefined()
})

test('a problem that is about no value leaves the row that was in hand: its keys change nothing', async ({ app }) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, { 'draft.txt': sessionPage(1), 'final.txt': sessionPage(1).replace('Ballroom A', 'Ballroom C') })
  await app.importPaths(`${app.folder}/draft.txt`, `${app.folder}/final.txt`)
  await page.getByRole('option').first().click()
  await page.locator('.cm-content').waitFor()
  await page.getByRole('group', { name: /^Title/ }).click()
  const compare = page.getByRole('button', { name: /^Compare/ })
  for (let steps = 0; steps < 10 && !(await compare.isVisible()); steps++) await page.keyboard.press('n')
  await expect(compare).toBeVisible()
  await expect(page.locator('.cm-content')).toBeFocused()
  const undo = async () => (await app.ask('history.state', null)).undo!.label
  const before = await undo()
  for (const key of ['a', 'e', 'Delete']) await page.keyboard.press(key)
  await page.keyboard.press('c')
  await page.getByRole('dialog').waitFor()
  expect(await undo()).toBe(before)
})

test('readings that are long to say are all of them in the window', async ({ app }) => {
  await openPage(app, barePage)
  await app.page.keyboard.press('n')
  const choices = app.page.getByRole('group', { name: 'It could be' }).getByRole('button')
  await expect(choices).not.toHaveCount(0)
  const width = await app.page.evaluate(() => innerWidth)
  const edges = await choices.evaluateAll(all => all.map(each => each.getBoundingClientRect().right))
  expect(Math.max(...edges)).toBeLessThanOrEqual(width)
})

test('a double click and a key that is held mark one session as reviewed, and skip none', async ({ app }) => {
  const { page } = app
  await app.newProject()
  const names = ['Lamps', 'Buoys', 'Fog', 'Tides']
  writePages(app.folder, Object.fromEntries(names.map((name, i) => [`${name}.txt`, sessionPage(i + 1, name)])))
  await app.importPaths(...names.map(name => `${app.folder}/${name}.txt`))
  const reviewed = async () =>
    (await app.ask('session.list', everything)).filter(line => line.status === 'reviewed').map(line => line.title)
  await page.getByRole('option').filter({ hasText: 'Lamps' }).click()
  await page.locator('.cm-content').waitFor()
  // A click on a session that was just opened could be the second of two.
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Reviewed, next' }).dblclick()
  await expect(page.getByRole('heading', { level: 2, name: 'Buoys' })).toBeVisible()
  await expect.poll(reviewed).toEqual(['Lamps'])
  await page.getByRole('group', { name: 'Title: Buoys' }).focus()
  await page.keyboard.down('Control')
  for (let times = 0; times < 6; times++) {
    await page.keyboard.down('Enter')
    await page.waitForTimeout(50)
  }
  await page.keyboard.up('Enter')
  await page.keyboard.up('Control')
  await expect(page.getByRole('heading', { level: 2, name: 'Fog' })).toBeVisible()
  expect(await reviewed()).toEqual(['Lamps', 'Buoys'])
})

test('what a key says again and again is shown once', async ({ app }) => {
  await openPage(app)
  const notices = app.page.locator('.notice').filter({ hasText: 'Nothing is in doubt here.' })
  await app.page.locator('.cm-content').focus()
  for (let times = 0; times < 3; times++) {
    await app.page.keyboard.press('n')
    await expect(notices).toHaveCount(1)
  }
})

test('every value that was read says how sure that is', async ({ app }) => {
  const record = await openPage(app)
  const { fields, people, sections } = await record()
  const figures = app.page.locator('.fields-pane .confidence').filter({ hasText: /\d %/, visible: true })
  await expect(figures).toHaveCount(fields.length + people.length + sections.length)
})
