import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

test('the same data exports to the same bytes, in every format, and holds what was corrected', async ({ app }) => {
  await app.newProject()
  writePages(app.folder, { 'a.txt': sessionPage(1), 'b.txt': sessionPage(2, '=HYPERLINK("x") on lamps') })
  await app.importPaths(`${app.folder}/a.txt`, `${app.folder}/b.txt`)
  const [line] = await app.ask('session.list', everything)
  await app.ask('field.set', { sessionId: line!.id, key: 'room', id: null, value: 'The cellar', spans: [] })
  for (const format of ['json', 'csv', 'markdown'] as const) {
    const twice = []
    for (const name of [`${format}-1`, `${format}-2`]) {
      const path = join(app.folder, format === 'json' ? `${name}.json` : name)
      await app.answerDialogs({ save: path })
      await app.ask('export.choose', { format, scope: 'all', sessionIds: [] })
      await expect.poll(async () => !(await app.ask('export.state', null)).isRunning && existsSync(path)).toBe(true)
      twice.push(contents(path))
    }
    expect(twice[0]).toEqual(twice[1])
    expect(Object.values(twice[0]!).join()).toContain('The cellar')
  }
  expect(readFileSync(join(app.folder, 'csv-1', 'sessions.csv'), 'utf8')).not.toMatch(/(^|[,"])=HYPERLINK/m)
})

test('the export dialog offers formats and scopes, and says where the export is', async ({ app }) => {
  await app.newProject()
  writePages(app.folder, { 'a.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/a.txt`)
  const path = join(app.folder, 'chosen.json')
  await app.answerDialogs({ save: path })
  await app.page.getByRole('button', { name: 'Export' }).first().click()
  const dialog = app.page.getByRole('dialog')
  await expect(dialog.getByText('Markdown').first()).toBeVisible()
  await expect(dialog.getByText('CSV').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Export/ }).click()
  await expect(app.page.getByText(/chosen\.json/).first()).toBeVisible()
  expect(existsSync(path)).toBe(true)
})

function contents(path: string): Record<string, string> {
  if (path.endsWith('.json')) return { file: readFileSync(path, 'utf8') }
  return Object.fromEntries(
    readdirSync(path)
      .toSorted()
      .map(name => [name, readFileSync(join(path, name), 'utf8')]),
  )
}
