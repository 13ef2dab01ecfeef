import { expect, test as base, type Page } from '@playwright/test'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, temporaryFolder, type App } from '../scripts/driven-app.ts'
import { smallest } from '../src-main/window-bounds.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

const sizes = [smallest, { width: 1280, height: 800 }, { width: 2560, height: 1440 }]
const arabic = 'لماذا تحتاج الموانئ إلى منارات، ومن يجيب حين تنطفئ the lamps؟'
const long =
  'Harbours that never sleep: keepers, engineers, ferries, fog and the shared register of lights along the whole of the northern coast'
const unbroken = 'https://example.org/'.padEnd(4000, 'lamp')
const lamps = '    Lamps burn, and fog comes in from the sea; who answers when a lamp goes out?\n\n'

/** The app with its window where it was left: at this size. */
const test = base.extend<{ size: { width: number; height: number }; app: App }>({
  size: [sizes[0]!, { option: true }],
  app: async ({ size }, use) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'window.json'), JSON.stringify({ x: 0, y: 0, ...size }))
    const app = await launch(folder)
    await use(app)
    await app.electron.close()
    rmSync(folder, { recursive: true, force: true })
  },
})

async function openPages(app: App): Promise<void> {
  await app.newProject()
  const huge = sessionPage(1, 'A long page').replace('    Expected', `${lamps.repeat(3700)}    ${unbroken}\n\n    Expected`)
  expect(huge.length).toBeGreaterThan(300_000)
  const titles = Array.from({ length: 7 }, (_, i) => `Lamps ${i + 1}`)
  const names = ['huge.txt', 'arabic.txt', 'long.txt', ...titles.map(title => `${title}.txt`)]
  const pages = [huge, sessionPage(2, arabic), sessionPage(3, long), ...titles.map((title, i) => sessionPage(i + 4, title))]
  writePages(app.folder, Object.fromEntries(names.map((name, i) => [name, pages[i]!])))
  await app.importPaths(...names.map(name => join(app.folder, name)))
}

/** What is wider than the place that it has: panes that would scroll sideways, and parts that stand out of the window. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const nameOf = (each: Element) => `${each.tagName} ${each.className} ${each.getAttribute('aria-label') ?? ''}`
    const scrolls = (each: Element) => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX)
    const panes = [
      ...document.querySelectorAll('main, .library, .window, .splitter-pane, .review-header, .review-source, .cm-scroller, .cm-content'),
    ]
    const all = new Set([...panes, ...[...document.querySelectorAll('*')].filter(scrolls)])
    const wide = [...all]
      .filter(each => each.scrollWidth > each.clientWidth)
      .map(each => `${nameOf(each)}: ${each.scrollWidth} > ${each.clientWidth}`)
    const out = [...document.querySelectorAll('button, h1, h2, .row, .review-title')]
      .filter(each => each.getBoundingClientRect().width > 0 && !each.closest('.cm-content'))
      .filter(each => each.getBoundingClientRect().right > innerWidth + 1 || each.getBoundingClientRect().left < -1)
      .map(each => `${nameOf(each)} stands out of the window`)
    return [...wide, ...out]
  })
}
/** The rows that are drawn, as wide and high as they are, without gaps between them. */
async function rows(page: Page): Promise<Record<string, number>> {
  const drawn = await page.getByRole('option').evaluateAll(all =>
    all
      .map(row => ({ title: row.querySelector('.row-title')!.textContent, box: row.getBoundingClientRect() }))
      .map(({ title, box: { top, height } }) => ({ title, top, height }))
      .toSorted((a, b) => a.top - b.top),
  )
  for (const [i, { top, height }] of drawn.slice(0, -1).entries())
    expect(Math.abs(top + height - drawn[i + 1]!.top), drawn[i]!.title).toBeLessThan(1)
  return Object.fromEntries(drawn.map(({ title, height }) => [title, height]))
}

for (const size of sizes) {
  test.describe(`${size.width}×${size.height}`, () => {
    test.use({ size })
    test('nothing is wider than its place, and rows keep their height, in light and dark, with an Arabic title and a page of 300,000 letters', async ({
      app,
    }) => {
      const { page } = app
      // X keeps a window one pixel smaller than a screen that it would fill.
      const [width, height] = await page.evaluate(() => [outerWidth, outerHeight] as const)
      expect([size.width - width, size.height - height].every(less => less === 0 || less === 1)).toBe(true)
      expect(await overflowing(page), 'welcome').toEqual([])
      await openPages(app)
      await expect(page.getByRole('option')).not.toHaveCount(0)
      const heights = await rows(page)
      // A title of one line, and of two; the Latin and the Arabic letters take the same room.
      const [plain, two] = [heights['Lamps 1'], heights[long]]
      expect(Object.values(heights).filter(height => height !== plain && height !== two)).toEqual([])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        for (const title of ['A long page', arabic, long]) {
          await page.getByRole('option').filter({ hasText: title }).click()
          await expect(page.getByRole('heading', { level: 2 })).toHaveText(title)
          await page.locator('.cm-content').waitFor()
          expect(await overflowing(page), `${title}, ${colorScheme}`).toEqual([])
          await page.locator('.cm-content').focus()
          await page.keyboard.press('Control+End')
          await expect(page.locator('.cm-content')).toContainText('shared register')
          expect(await overflowing(page), `the end of ${title}, ${colorScheme}`).toEqual([])
          expect(await rows(page)).toEqual(heights)
        }
        for (const [at, view] of ['Rules', 'History', 'Notes', 'Themes', 'Library'].entries()) {
          await page.keyboard.press(`Control+${5 - at}`)
          await expect(page.getByRole('main', { name: view })).toBeVisible()
          expect(await overflowing(page), `${view}, ${colorScheme}`).toEqual([])
        }
      }
      expect(await app.ask('session.list', everything)).toHaveLength(10)
    })
  })
}
