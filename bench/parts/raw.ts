import Database from 'better-sqlite3'
import { migrations } from '../../src-main/store/migrate.ts'

const tables = ['content', 'sketch', 'sketch_band', 'source', 'session', 'field', 'person', 'section', 'problem', 'summary']
const pagesAtOnce = 32

/** Milliseconds that the rows of an imported project take to insert into a new file: the same tables and search indexes, no journal, no reading. */
export function insertRaw(imported: string, path: string): number {
  const from = new Database(imported, { readonly: true })
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = OFF')
  db.pragma('temp_store = MEMORY')
  for (const step of migrations) db.exec(step)
  db.exec(
    'CREATE TRIGGER index_content AFTER INSERT ON content BEGIN INSERT INTO content_search (rowid, text) VALUES (new.id, new.text); END',
  )
  const rows = tables.map(table => rowsOf(from, db, table))
  const steps = Math.ceil(rows[0]!.all.length / pagesAtOnce)
  const start = performance.now()
  for (let step = 0; step < steps; step++) {
    db.transaction(() => {
      for (const { all, insert } of rows) {
        const share = Math.ceil(all.length / steps)
        for (const row of all.slice(step * share, (step + 1) * share)) insert.run(row)
      }
    })()
  }
  const took = performance.now() - start
  db.close()
  from.close()
  return took
}

function rowsOf(from: Database.Database, db: Database.Database, table: string) {
  const select = from.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw()
  const columns = select.columns().map(({ name }) => `"${name}"`)
  const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  return { insert, all: select.all() }
}
