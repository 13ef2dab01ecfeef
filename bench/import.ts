// Import by the store alone and in the app, against inserting the rows that came out of it raw.
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../scripts/driven-app.ts'
import { findFiles, importFiles } from '../src-main/store/import-files.ts'
import { journal } from '../src-main/store/journal.ts'
import { openProject } from '../src-main/store/open.ts'
import { inFolder, makePages } from './parts/pages.ts'
import { insertRaw } from './parts/raw.ts'

const rounds = 3

await inFolder(async folder => {
  const source = makePages(folder, 1000)
  await compare('import of 1,000 pages by the store', folder, path => byStore(source, path))
})
await inFolder(async folder => {
  const source = makePages(folder, 5000)
  await compare('import of 5,000 pages in the app', folder, path => inApp(source, path))
})

async function compare(name: string, folder: string, run: (path: string) => Promise<number>): Promise<void> {
  const seen: { ratio: number; words: string }[] = []
  for (let round = 0; round < rounds; round++) {
    const path = join(folder, `Round ${round}.rapporteur`)
    const took = await run(path)
    const raw = insertRaw(path, `${path}.raw`)
    seen.push({
      ratio: took / raw,
      words: `${(took / raw).toFixed(2)} (${(took / 1000).toFixed(1)} s against ${(raw / 1000).toFixed(1)} s)`,
    })
  }
  const best = Math.min(...seen.map(({ ratio }) => ratio))
  console.log(
    `${name}: ${best.toFixed(2)} times inserting the same rows raw; goal: 2. Rounds: ${seen.map(({ words }) => words).join(', ')}`,
  )
}

async function byStore(source: string, path: string): Promise<number> {
  const project = openProject(path, { create: true })
  const start = performance.now()
  const { files } = await findFiles([source])
  const history = journal(project.db, { author: 'bench' })
  for await (const line of importFiles({ db: project.db, history, author: 'bench' }, files))
    if (line.status !== 'imported') throw new Error(line.message)
  const took = performance.now() - start
  project.close()
  return took
}

/** From the request until the window hears that it has ended. */
async function inApp(source: string, path: string): Promise<number> {
  const app = await launch(`${path}.folder`)
  try {
    const made = await app.newProject()
    const start = performance.now()
    await app.importPaths(source)
    const took = performance.now() - start
    await app.close()
    renameSync(made, path)
    return took
  } catch (error) {
    await app.close()
    throw error
  }
}
