import type { TaggingRow } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { newId } from './id.ts'
import { excerpt, plural } from './labels.ts'
import type { Handlers, Project } from './project.ts'
import { checkSpans } from './span-check.ts'

export function taggings({ db, history }: Project): Handlers<'tagging.add' | 'tagging.remove'> {
  const checked = checkSpans(db)
  const themeName = db.prepare<[string], string>('SELECT name FROM theme WHERE id = ?').pluck()
  const insert = db.prepare<[string, string, string, number | null, number | null]>(
    'INSERT INTO tagging (id, theme_id, session_id, start, "end") VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const remove = db.prepare<[string]>('DELETE FROM tagging WHERE id = ?')

  return {
    'tagging.add'({ themeId, sessionIds, span }) {
      const name = themeName.get(themeId)
      if (name === undefined) throw new AppError('no-such-theme', 'This theme is gone.')
      if (span && sessionIds.length !== 1) throw new AppError('bad-input', 'Words are tagged in one session.')
      if (span) checked(sessionIds[0]!, [span])
      const [start, end] = span ?? [null, null]
      const what = span ? 'words' : plural(sessionIds.length, 'session')
      return history.act(`Tag ${what} with “${excerpt(name)}”`, () =>
        sessionIds.flatMap((sessionId): TaggingRow[] => {
          const id = newId()
          return insert.run(id, themeId, sessionId, start, end).changes === 1 ? [{ id, themeId, sessionId, span, lostQuote: null }] : []
        }),
      )
    },
    'tagging.remove'(ids) {
      history.act(`Remove ${plural(ids.length, 'tag')}`, () => {
        for (const id of ids) remove.run(id)
      })
    },
  }
}
