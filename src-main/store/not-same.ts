import { newId } from './id.ts'
import type { Project } from './project.ts'

/** What a person said of two sessions, kept by their texts. */
export function notSame({ db }: Pick<Project, 'db'>) {
  const sha256 = db
    .prepare<[string], string>('SELECT sha256 FROM session JOIN source ON source.id = source_id WHERE session.id = ?')
    .pluck()
  const insert = db.prepare<[string, string, string]>(
    'INSERT INTO not_same (id, sha256, other_sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const others = db
    .prepare<{ sha256: string }, string>(
      'SELECT other_sha256 FROM not_same WHERE sha256 = @sha256 UNION SELECT sha256 FROM not_same WHERE other_sha256 = @sha256',
    )
    .pluck()
  const isKnown = db.prepare<[string, string], number>('SELECT 1 FROM not_same WHERE sha256 = ? AND other_sha256 = ?').pluck()
  const resolve = db.prepare<{ a: string; b: string }>(`UPDATE problem SET is_resolved = 1
    WHERE is_resolved = 0 AND (session_id, other_session_id) IN (VALUES (@a, @b), (@b, @a))`)

  function add(a: string, b: string): void {
    if (a !== b) insert.run(newId(), ...inOrder(a, b))
  }
  return {
    refuse(sessionId: string, otherId: string): void {
      add(sha256.get(sessionId)!, sha256.get(otherId)!)
      resolve.run({ a: sessionId, b: otherId })
    },
    /** What one text is not, another text of its session is not either. */
    inherit(from: string, to: string): void {
      for (const other of others.all({ sha256: from })) add(to, other)
    },
    has: (a: string, b: string): boolean => isKnown.get(...inOrder(a, b)) !== undefined,
  }
}

const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])
