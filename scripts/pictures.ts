// Takes the pictures of the README from the running app, on the sample project.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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
await app.close()
rmSync(folder, { recursive: true, force: true })

async function picture(name: string): Promise<void> {
  // What moves comes to rest.
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(out, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}
