// The longest that the window and the main process are deaf while 5,000 pages are imported, against the same while nothing happens.
import { launch } from '../scripts/driven-app.ts'
import { longestGaps, type Gaps } from './parts/gaps.ts'
import { inFolder, makePages } from './parts/pages.ts'

const pages = 5000
const goal = 50

await inFolder(async folder => {
  const source = makePages(folder, pages)
  const app = await launch(`${folder}/app`)
  try {
    await app.newProject()
    say('idle for 5 seconds', await longestGaps(app, () => app.page.waitForTimeout(5000)))
    const gaps = await longestGaps(app, async () => {
      await app.importPaths(source)
      await app.page
        .getByText(`${pages.toLocaleString('en')} imported`)
        .first()
        .waitFor()
    })
    say(`import of ${pages} pages`, gaps)
  } finally {
    await app.close()
  }
})

function say(name: string, { window, main }: Gaps): void {
  console.log(`longest stall, ${name}: window ${window.toFixed(0)} ms, main process ${main.toFixed(0)} ms; goal: under ${goal} ms`)
}
