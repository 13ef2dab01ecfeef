import type { Database } from 'better-sqlite3'

/** A value that a person puts on words has its place again: what a newer text had none for is no problem any more. */
export function lostPlaces(db: Database) {
  const resolve = db.prepare<[string]>("UPDATE problem SET is_resolved = 1 WHERE row_id = ? AND code = 'not-placed' AND is_resolved = 0")
  return {
    resolve(rowId: string): void {
      resolve.run(rowId)
    },
  }
}
