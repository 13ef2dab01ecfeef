import type { Database } from 'better-sqlite3'

/** Calls `about` before each row that anything writes: a statement, a trigger or a cascade. Gives the way to stop. */
export function watchWrites(db: Database, about: () => void): () => void {
  const tables = db
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'")
    .pluck()
    .all()
  const triggers = tables.flatMap(table => ['INSERT', 'UPDATE', 'DELETE'].map(event => ({ table, event, name: `watch_${table}_${event}` })))
  db.function('about_to_write', () => {
    about()
    return null
  })
  for (const { table, event, name } of triggers)
    db.exec(`CREATE TEMP TRIGGER ${name} BEFORE ${event} ON main.${table} BEGIN SELECT about_to_write(); END`)
  return () => {
    for (const { name } of triggers) db.exec(`DROP TRIGGER temp.${name}`)
  }
}
