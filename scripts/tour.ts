// Works through the sample project as a rapporteur would, in the real app, and leaves what came out in out/tour/.
import type { Page } from '@playwright/test'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ExportFormat, SessionRecord } from '../src-preload/types.ts'
import { everything, launch, selectWords, type App } from './driven-app.ts'

const out = join(process.cwd(), 'out', 'tour')
const shots: string[] = []

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const app = await launch(out)
try {
  await tour(app)
  await app.close()
  say(`Done. ${readdirSync(out).length} things in ${relative(process.cwd(), out)}: the project, its exports and ${shots.length} pictures.`)
} catch (error) {
  await app.page.screenshot({ path: join(out, 'failed.png') }).catch(say)
  await app.close().catch(say)
  say(`The tour failed: ${String(error)}. The window as it was: out/tour/failed.png`)
  process.exitCode = 1
}

async function tour({ page }: App): Promise<void> {
  await picture(page, 'first-start')
  await page.getByRole('button', { name: /sample project/ }).click()
  await page.getByText(/\d+ imported/).waitFor()
  const lines = await app.ask('session.list', everything)
  say(`Made the sample project: ${lines.length} invented session pages imported and parsed.`)

  const line = lines.find(one => one.title?.startsWith('Who owns the rain'))!
  await page.getByRole('option').filter({ hasText: line.title! }).click()
  await page.locator('.cm-content').waitFor()
  await picture(page, 'review')
  const before = await record(line.id)
  say(`Opened “${line.title}”: ${before.people.length} people, ${before.sections.length} sections, ${line.problems} things to look at.`)

  await acceptProblem(app, line.id)
  await setTopic(app, line.id)
  await tagWords(app, line.id)
  await writeNote(app, line.id)
  await undoAndRedo(app, line.id)

  await page.keyboard.press('Control+Enter')
  await until('the session is reviewed', async () => (await record(line.id)).status === 'reviewed')
  say('Marked it as reviewed and went on to the next one.')
  await views(page)
  for (const format of ['json', 'csv', 'markdown'] as const) await exportAll(app, format)
}

async function acceptProblem({ page }: App, id: string): Promise<void> {
  const checked = async () => (await record(id)).people.filter(person => person.state !== 'parsed').length
  await page.keyboard.press('n')
  await picture(page, 'problem')
  await page.keyboard.press('a')
  await until('the person is accepted', async () => (await checked()) === 1)
  say('Went to the first problem, and accepted the person that it is about.')
}

async function setTopic(app: App, id: string): Promise<void> {
  const words = 'weather measurements'
  await selectWords(app.page, words)
  await app.page.keyboard.press('f')
  await app.page.getByRole('dialog').waitFor()
  await picture(app.page, 'set-field')
  await app.page.keyboard.press('o')
  await until('the topic is set', async () => (await topics(id)).includes(words))
  say(`Selected “${words}” in the page and set it as a topic.`)
}

async function tagWords(app: App, id: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('t')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Places')
  await picture(page, 'tag')
  await page.keyboard.press('Enter')
  await until('the words are tagged', async () => (await record(id)).taggings.length === 1)
  say('Tagged the same words with a new theme, “Places”.')
}

async function writeNote(app: App, id: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('textbox').fill('Ask the organisers whether this is the room.')
  await page.keyboard.press('Control+Enter')
  await until('the note is there', async () => (await record(id)).notes.length === 1)
  await picture(page, 'tagged-and-noted')
  say('Wrote a note on them.')
}

async function undoAndRedo(app: App, id: string): Promise<void> {
  for (let i = 0; i < 3; i++) await app.page.keyboard.press('Control+z')
  // The note, the tag and the theme made for it, then the room.
  await until('three steps are undone', async () => (await record(id)).notes.length === 0 && (await record(id)).taggings.length === 0)
  await app.page.keyboard.press('Control+Shift+z')
  await app.page.keyboard.press('Control+Shift+z')
  await app.page.keyboard.press('Control+Shift+z')
  await until('they are redone', async () => (await record(id)).notes.length === 1 && (await record(id)).taggings.length === 1)
  say('Undid three steps and brought them back.')
}

async function views(page: Page): Promise<void> {
  for (const view of ['Themes', 'Notes', 'History', 'Library']) {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
    await page.waitForTimeout(200)
    await picture(page, view.toLowerCase())
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'library-dark')
  await page.emulateMedia({ colorScheme: 'light' })
}

async function exportAll(app: App, format: ExportFormat): Promise<void> {
  const path = join(out, format === 'json' ? 'sessions.json' : format)
  await app.answerDialogs({ save: path })
  await app.ask('export.choose', { format, scope: 'all', sessionIds: [] })
  await until('the export is written', async () => !(await app.ask('export.state', null)).isRunning && existsSync(path))
  const { result, error } = await app.ask('export.state', null)
  if (!result) throw new Error(error?.message ?? 'The export gave nothing')
  say(`Exported ${result.sessions} sessions as ${format} to ${relative(process.cwd(), path)}.`)
}

function record(id: string): Promise<SessionRecord> {
  return app.ask('session.get', id)
}

async function topics(id: string): Promise<readonly (string | null)[]> {
  return (await record(id)).fields.filter(field => field.key === 'topics').map(field => field.value)
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return
    await app.page.waitForTimeout(50)
  }
  throw new Error(`It never came about that ${what}`)
}

async function picture(page: Page, name: string): Promise<void> {
  const path = join(out, `${String(shots.length + 1).padStart(2, '0')}-${name}.png`)
  await page.waitForTimeout(250)
  await page.screenshot({ path })
  shots.push(path)
}

function say(words: unknown): void {
  console.log(String(words))
}
