// Takes the pictures of the README from the running app, on the sample project.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { page as sessionPage, writePages } from '../e2e/records.ts'
import { everything, launch, selectWords, temporaryFolder } from './driven-app.ts'

const out = join(process.cwd(), 'docs', 'pictures')
mkdirSync(out, { recursive: true })
const folder = temporaryFolder()
const app = await launch(folder)
const { page } = app
await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1440, 900))
await picture('start')

await page.getByRole('button', { name: /sample project/ }).click()
await page.getByText(/\d+ imported/).waitFor()
await page.getByRole('button', { name: 'Put away' }).click()
const line = (await app.ask('session.list', everything)).find(one => one.title?.startsWith('Who owns the rain'))!
await app.ask('codebook.add', 'policy-issues')
const themes = await app.ask('theme.list', null)
const tag = async (name: string, words: string) => {
  const { text } = await app.ask('session.source', line.id)
  const start = text.indexOf(words)
  const themeId = themes.find(theme => theme.name === name)!.id
  await app.ask('tagging.add', { themeId, sessionIds: [line.id], span: [start, start + words.length] })
}
await page.getByRole('option').filter({ hasText: line.title! }).click()
await page.locator('.cm-content').waitFor()
await page.keyboard.press('n')
await picture('review')

await tag('Economic', 'weather measurements without an invoice')
await tag('Infrastructure', 'weather measurements')
await selectWords(page, 'weather measurements')
await page.keyboard.press('f')
await picture('set-field')
await page.keyboard.press('Escape')
await page.emulateMedia({ colorScheme: 'dark' })
await picture('review-dark')
await page.emulateMedia({ colorScheme: 'light' })

await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Themes' }).click()
await page.getByRole('row', { name: /Economic/ }).click()
await picture('themes')
await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Library' }).click()
await page.keyboard.press('Control+e')
await picture('export')
await page.keyboard.press('Escape')

const heading = 'Why This Matters Now'
const fog = (number: number) => `Fog costs ${number} ships each year, and the harbours pay for it together.`
const foggy = (number: number) =>
  sessionPage(number, `Fog on route ${number}`)
    .replace(' 🌫️', '')
    .replace('    Expected', `    ${heading}\n\n    ${fog(number)}\n\n    Expected`)
writePages(folder, Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`fog-${i + 11}.txt`, foggy(i + 11)])))
writePages(folder, {
  'fog-12-final.txt': foggy(12).replace('speak of lamps', 'speak of horns and lamps').replace('Ballroom A', 'Ballroom C'),
})
await app.importPaths(...Array.from({ length: 12 }, (_, i) => join(folder, `fog-${i + 11}.txt`)), join(folder, 'fog-12-final.txt'))
await openSession('Fog on route 11')
await selectWords(page, fog(11))
await page.keyboard.press('f')
await page.getByRole('dialog').waitFor()
await page.keyboard.press('x')
const section = page.getByRole('group', { name: 'Section Other' })
await section.getByText('Other', { exact: true }).first().click()
await section.getByRole('button', { name: /Kind of section/ }).click()
await page.getByRole('option', { name: 'Interaction and participation' }).click()
await page.getByRole('button', { name: /^Apply to \d+ more/ }).click()
await page.getByText(/sessions would change/).waitFor()
await picture('rule')
await page.keyboard.press('Escape')
await checkOlder()
await openSession('Fog on route 12')
await page.locator('.cm-content').focus()
await page.keyboard.press('n')
await page.keyboard.press('c')
await page.getByRole('dialog').waitFor()
await picture('compare')
await app.close()
rmSync(folder, { recursive: true, force: true })

/** Some of the older text is checked, tagged and noted: most of it will move along. */
async function checkOlder(): Promise<void> {
  const { id } = (await app.ask('session.list', everything)).find(one => one.sourceName === 'fog-12.txt')!
  const { fields, people } = await app.ask('session.get', id)
  const { text } = await app.ask('session.source', id)
  const span = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const
  const checked = fields.filter(({ key }) => ['title', 'room'].includes(key)).map(field => field.id)
  await app.ask('value.accept', { sessionId: id, ids: [...checked, people[0]!.id] })
  const themeId = themes.find(theme => theme.name === 'Infrastructure')!.id
  await app.ask('tagging.add', { themeId, sessionIds: [id], span: span('The register of harbours') })
  const note = { sessionId: id, target: 'span', rowId: null, span: span(fog(12)), text: 'Ask for the figures.' } as const
  await app.ask('note.add', note)
}

async function openSession(title: string): Promise<void> {
  await page.getByRole('searchbox').fill(title)
  await page.getByRole('option', { name: title }).first().click()
  await page.getByRole('heading', { level: 2, name: title }).waitFor()
  await page.locator('.cm-content').waitFor()
}

async function picture(name: string): Promise<void> {
  // What moves comes to rest.
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(out, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}
