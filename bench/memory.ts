// Memory while pages are imported, batch after batch, into one project: it must not grow with their number.
// RAPPORTEUR_BENCH_PAGES=50000 makes the full run of some minutes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '../src-main/parse/testing/generator.ts'
import { findFiles, importFiles } from '../src-main/store/import-files.ts'
import { journal } from '../src-main/store/journal.ts'
import { openProject } from '../src-main/store/open.ts'
import { inFolder } from './parts/pages.ts'

const pages = Number(process.env.RAPPORTEUR_BENCH_PAGES ?? 5000)
const atOnce = 1000
const megabyte = 1024 * 1024

await inFolder(async folder => {
  const project = openProject(join(folder, 'Large.rapporteur'), { create: true })
  const history = journal(project.db, { author: 'bench' })
  const samples: { pages: number; memory: number }[] = []
  for (let done = 0; done < pages; done += atOnce) {
    const source = uniquePages(folder, done)
    const { files } = await findFiles([source])
    let most = 0
    for await (const line of importFiles({ db: project.db, history, author: 'bench' }, files)) {
      if (line.status !== 'imported') throw new Error(line.message)
      most = Math.max(most, process.memoryUsage.rss())
    }
    rmSync(source, { recursive: true })
    samples.push({ pages: done + atOnce, memory: most / megabyte })
  }
  project.close()
  say(samples)
})

/** Pages of every layout, each with words of its own. */
function uniquePages(folder: string, from: number): string {
  const source = join(folder, `pages ${from}`)
  mkdirSync(source)
  for (let i = from; i < from + atOnce; i++) writeFileSync(join(source, `${i}.txt`), `${generate(i).text}\nPage ${i}\n`)
  return source
}

/** The first half warms up; the slope is that of the straight line through the second. */
function say(all: readonly { pages: number; memory: number }[]): void {
  const samples = all.slice(all.length >> 1)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(samples.map(sample => sample.pages)), mean(samples.map(sample => sample.memory))]
  const slope =
    samples.reduce((sum, sample) => sum + (sample.pages - x) * (sample.memory - y), 0) /
    samples.reduce((sum, sample) => sum + (sample.pages - x) ** 2, 0)
  const most = Math.max(...all.map(sample => sample.memory))
  console.log(
    `memory over ${pages} pages: at most ${most.toFixed(0)} MB, ${(slope * 10_000).toFixed(1)} MB more for 10,000 pages more; goal: flat (${all.map(({ memory }) => memory.toFixed(0)).join(' ')})`,
  )
}
