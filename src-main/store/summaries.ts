import type { Database } from 'better-sqlite3'
import { doubtBelow } from '../../src-preload/types.ts'

const unchecked = ['field', 'person', 'section']
  .map(noun => `SELECT confidence FROM ${noun} WHERE session_id = session.id AND state = 'parsed'`)
  .join(' UNION ALL ')
const scalar = (key: string) => `(SELECT value FROM field WHERE session_id = session.id AND key = '${key}')`

/** The derived line of each session that lists, filters and search read, and the index of the pages' words. */
export function summaries(db: Database) {
  const refresh = db.prepare<{ actionId: number; since: number; doubt: number }>(`
    INSERT INTO summary (session_id, content_id, title, year, session_type, session_number, confidence, problems, words)
    SELECT session.id, content.id, ${scalar('title')}, ${scalar('year')}, ${scalar('sessionType')}, ${scalar('sessionNumber')},
      (SELECT ifnull(avg(confidence), 1) FROM (${unchecked})),
      (SELECT count(*) FROM (${unchecked}) WHERE confidence < @doubt) + (SELECT count(*) FROM problem WHERE session_id = session.id AND is_resolved = 0),
      concat_ws(char(10), source.name,
        (SELECT group_concat(value, char(10)) FROM field WHERE session_id = session.id),
        (SELECT group_concat(concat_ws(', ', name, affiliation), char(10)) FROM person WHERE session_id = session.id AND state <> 'cleared'),
        (SELECT group_concat(text, char(10)) FROM section WHERE session_id = session.id AND text IS NOT NULL),
        (SELECT group_concat(text, char(10)) FROM note WHERE session_id = session.id))
    FROM session JOIN source ON source.id = session.source_id JOIN content USING (sha256)
    WHERE session.id IN (SELECT session_id FROM change WHERE action_id = @actionId AND id > @since AND session_id IS NOT NULL)
    ON CONFLICT (session_id) DO UPDATE SET content_id = excluded.content_id, title = excluded.title, year = excluded.year, session_type = excluded.session_type,
      session_number = excluded.session_number, confidence = excluded.confidence, problems = excluded.problems, words = excluded.words`)

  // In one statement for all pages of a step: FTS5 writes what it holds at every statement that could fail half-way.
  const index = db.prepare(`INSERT INTO content_search (rowid, text)
    SELECT id, text FROM content WHERE id > (SELECT ifnull(max(id), 0) FROM content_search_docsize)`)

  return {
    /** Brings up to date every session that `actionId` touched after the change `since`, and indexes new pages. */
    refresh(actionId: number, since: number): void {
      refresh.run({ actionId, since, doubt: doubtBelow })
      index.run()
    },
  }
}
