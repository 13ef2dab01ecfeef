import type { ExportRequest, Status, ThemeRow } from '../../src-preload/types.ts'
import { sessionForExport } from '../export/session-for-export.ts'
import type { ExportContent, ExportedSession, ExportedTheme } from '../export/exported-session.ts'
import { programVersion } from '../export/program.ts'
import type { Project } from './project.ts'
import { records } from './records.ts'

type StoredTheme = Pick<ThemeRow, 'id' | 'parentId' | 'name' | 'description' | 'color'>
type Scope = Pick<ExportRequest, 'scope' | 'sessionIds'>
interface Listed {
  readonly id: string
  readonly status: Status
}

/** What a request asks to export, in an order that the data alone decides, not the order of import. Sessions are read when their turn comes. */
export function exportContent(
  { db }: Pick<Project, 'db'>,
  request: Scope,
  onSession: (done: number) => void,
): { total: number; content: ExportContent } {
  const inOrder = db.prepare<[], Listed>(`SELECT session.id, status
    FROM session JOIN summary ON summary.session_id = session.id JOIN source ON source.id = session.source_id
    ORDER BY year NULLS LAST, session_type NULLS LAST, session_number NULLS LAST, title NULLS LAST, sha256`)
  const themes = db.prepare<[], StoredTheme>(
    'SELECT id, parent_id AS parentId, name, description, color FROM theme ORDER BY position, name, id',
  )
  const ids = inOrder
    .all()
    .filter(inScope(request))
    .map(({ id }) => id)
  const readSession = sessionReader(db)
  function* sessions(): Generator<ExportedSession> {
    for (const [index, id] of ids.entries()) {
      yield readSession(id)
      onSession(index + 1)
    }
  }
  const generator = `Rapporteur ${programVersion}`
  return { total: ids.length, content: { generator, scope: request.scope, themes: themeTree(themes.all(), null), sessions: sessions() } }
}

function inScope({ scope, sessionIds }: Scope): (session: Listed) => boolean {
  const listed = new Set(sessionIds)
  const scopes = { all: () => true, reviewed: ({ status }: Listed) => status === 'reviewed', listed: ({ id }: Listed) => listed.has(id) }
  return scopes[scope]
}

function sessionReader(db: Project['db']): (id: string) => ExportedSession {
  const read = records({ db })
  const themePath = db
    .prepare<[string], string>(
      `WITH RECURSIVE up (name, parent_id, height) AS (
        SELECT name, parent_id, 0 FROM theme WHERE id = ?
        UNION ALL SELECT theme.name, theme.parent_id, height + 1 FROM theme JOIN up ON theme.id = up.parent_id)
      SELECT name FROM up ORDER BY height DESC`,
    )
    .pluck()
  const earlier = db.prepare<[string], { name: string; sha256: string }>(
    'SELECT name, sha256 FROM version JOIN source ON source.id = source_id WHERE session_id = ? ORDER BY number',
  )
  return id => sessionForExport(read['session.get'](id), read['session.source'](id), earlier.all(id), themeId => themePath.all(themeId))
}

function themeTree(themes: readonly StoredTheme[], parentId: string | null): ExportedTheme[] {
  return themes
    .filter(theme => theme.parentId === parentId)
    .map(({ id, name, description, color }) => ({ name, description, color, themes: themeTree(themes, id) }))
}
