// Import of 1,000 pages by the store, against inserting the rows that came out of it raw.
import Database from 'better-sqlite3'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from '../src-main/parse/testing/generator.ts'
import { findFiles, importFiles } from '../src-main/store/import-files.ts'
import { journal } from '../src-main/store/journal.ts'
import { migrations } from '../src-main/store/migrate.ts'
import { openProject } from '../src-main/store/open.ts'

const pages = 1000
const rounds = 3
const tables = ['content', 'source', 'session', 'field', 'person', 'section', 'problem', 'summary']

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
try {
  const source = join(folder, 'pages')
  mkdirSync(source)
  for (let i = 0; i < pages; i++) writeFileSync(join(source, `${i}.txt`), generate(i).text)
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) ratios.push(await measure(source, join(folder, String(round))))
  const [best] = ratios.toSorted((a, b) => a - b)
  console.log(
    `import of ${pages} pages: ${best!.toFixed(2)} times inserting the same rows raw (best of ${rounds}: ${ratios.map(ratio => ratio.toFixed(2)).join(', ')})`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(source: string, at: string): Promise<number> {
  const project = openProject(`${at}.rapporteur`, { create: true })
  const start = performance.now()
  const { files } = await findFiles([source])
  const history = journal(project.db, { author: 'bench' })
  for await (const line of importFiles({ db: project.db, history, author: 'bench' }, files))
    if (line.status !== 'imported') throw new Error(line.message)
  const imported = performance.now() - start
  const raw = insertRaw(project.db, `${at}.raw`)
  project.close()
  return imported / raw
}

// The same tables and search indexes, one transaction for as many pages as the import commits at once; no journal, no reading, no parsing.
function insertRaw(from: Database.Database, path: string): number {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = OFF')
  for (const step of migrations) db.exec(step)
  const rows = tables.map(table => ({ table, all: from.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[] }))
  const start = performance.now()
  for (let part = 0; part < pages / 32; part++) {
    db.transaction(() => {
      for (const { table, all } of rows) {
        const share = Math.ceil((all.length * 32) / pages)
        const some = all.slice(part * share, (part + 1) * share)
        if (some.length === 0) continue
        const columns = Object.keys(some[0]!)
        const insert = db.prepare(
          `INSERT INTO ${table} (${columns.map(name => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        )
        for (const row of some) insert.run(Object.values(row))
      }
    })()
  }
  const took = performance.now() - start
  db.close()
  return took
}
