import type { Database } from 'better-sqlite3'

/** The session that has the bytes of this sha256 as its text, or had them as an earlier one. */
export function sessionOfBytes(db: Database) {
  return db
    .prepare<[string], string>(
      `SELECT ifnull(session.id, version.session_id) FROM source
        LEFT JOIN session ON session.source_id = source.id LEFT JOIN version ON version.source_id = source.id
      WHERE sha256 = ? AND (session.id IS NOT NULL OR version.id IS NOT NULL)`,
    )
    .pluck()
}
