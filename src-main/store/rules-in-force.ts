import type { Database } from 'better-sqlite3'
import type { ReadingRule } from '../../src-preload/record.ts'

/** The rules that pages are read with now. */
export function rulesInForce(db: Database): () => ReadingRule[] {
  const rules = db.prepare<[], ReadingRule>('SELECT id, name, kind, pattern, target FROM rule WHERE is_on = 1 ORDER BY id')
  return () => rules.all()
}
