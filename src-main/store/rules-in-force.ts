import type { Database } from 'better-sqlite3'
import type { ReadingRule } from '../../src-preload/record.ts'
import { patternOf } from '../parse/rules.ts'

/** The rules that pages are read with now. */
export function rulesInForce(db: Database): () => ReadingRule[] {
  const rules = db.prepare<[], ReadingRule>('SELECT id, name, kind, folded AS pattern, target FROM rule WHERE is_on = 1 ORDER BY id')
  return () => rules.all()
}

/** A rule as the parser takes it. */
export const asRead = <T extends Pick<ReadingRule, 'kind' | 'pattern'>>(rule: T): T => ({
  ...rule,
  pattern: patternOf(rule.kind, rule.pattern),
})
