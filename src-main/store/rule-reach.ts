import type { Database } from 'better-sqlite3'
import type { ReadingRule } from '../../src-preload/record.ts'
import { noHeading } from '../parse/blocks.ts'
import { isAbout, officers, roleOrder } from '../parse/rules.ts'
import type { Role } from '../../src-preload/record.ts'
import { fold } from '../parse/vocabulary.ts'
import { matchQuery } from './match-query.ts'
import { valueNouns } from './rows.ts'

type Pattern = Pick<ReadingRule, 'kind' | 'pattern'>
interface Candidate {
  readonly id: string
  readonly text: string
}

/** Which sessions a rule is about, by the words of their pages and by what it set. */
export function ruleReach(db: Database) {
  const pages = `SELECT session.id, text FROM session JOIN source ON source.id = source_id JOIN content USING (sha256)`
  const withWords = db.prepare<[string], Candidate>(
    `${pages} WHERE content.id IN (SELECT rowid FROM content_search WHERE content_search MATCH ?) ORDER BY session.id`,
  )
  const all = db.prepare<[], Candidate>(`${pages} ORDER BY session.id`)
  const ids = db.prepare<[], string>('SELECT id FROM session ORDER BY id').pluck()
  const names = db.prepare<[], { id: string; name: string }>(`SELECT DISTINCT session_id AS id, name FROM person WHERE name IS NOT NULL
    UNION SELECT session_id, reading ->> 'name' FROM person WHERE reading ->> 'name' IS NOT NULL`)
  const unlabelled = db.prepare<
    { roles: string },
    { id: string; role: Role }
  >(`SELECT session_id AS id, reading ->> 'role' AS role FROM person
    WHERE reading ->> 'reason' LIKE '%${noHeading}%' AND reading ->> 'role' IN (SELECT value FROM json_each(@roles))
    ORDER BY session_id, json_extract(reading ->> 'spans', '$[0][0]')`)
  const set = db
    .prepare<{ id: string }, string>(
      [
        ...valueNouns.map(noun => `SELECT session_id FROM ${noun} WHERE rule_id = @id`),
        `SELECT session.id FROM session, json_each(boilerplate) WHERE json_each.value ->> 'ruleId' = @id`,
      ].join(' UNION '),
    )
    .pluck()

  function byRows(pattern: Pattern): string[] {
    const match = matchQuery(`"${pattern.pattern.replaceAll('"', ' ')}"`)
    const rows = ({ text }: Candidate) => text.split('\n').some(row => isAbout(pattern, row.trim()))
    return (match === null ? all.all() : withWords.all(match)).filter(rows).map(({ id }) => id)
  }
  function byName({ pattern }: Pattern): string[] {
    return [
      ...new Set(
        names
          .all()
          .filter(({ name }) => fold(name) === pattern)
          .map(({ id }) => id),
      ),
    ]
  }
  function byOrder({ pattern }: Pattern): string[] {
    const people = Map.groupBy(unlabelled.all({ roles: JSON.stringify(officers) }), ({ id }) => id)
    return [...people].filter(([, found]) => roleOrder(found) === pattern).map(([id]) => id)
  }
  const ways: Readonly<Record<ReadingRule['kind'], (pattern: Pattern) => string[]>> = {
    heading: byRows,
    boilerplate: byRows,
    name: byName,
    roleOrder: byOrder,
  }

  return {
    /** Every session, for a reading that is about no rule. */
    everything: (): string[] => ids.all(),
    withPattern: (pattern: Pattern): string[] => ways[pattern.kind](pattern),
    setBy: (id: string): string[] => set.all({ id }),
  }
}
