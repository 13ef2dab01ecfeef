import { themeColors, type ThemeColor, type ThemeRow } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { newId } from './id.ts'
import { excerpt } from './labels.ts'
import type { Handlers, Project } from './project.ts'

type StoredTheme = Pick<ThemeRow, 'id' | 'name' | 'position' | 'description' | 'color'> & { readonly parent_id: string | null }

const below = 'WITH RECURSIVE below (id) AS (VALUES (@id) UNION SELECT theme.id FROM theme JOIN below ON parent_id = below.id)'

export function themes({
  db,
  history,
}: Project): Handlers<'theme.list' | 'theme.add' | 'theme.set' | 'theme.move' | 'theme.impact' | 'theme.remove'> {
  const list = db.prepare<[], ThemeRow>(`SELECT id, parent_id AS parentId, name, description, color, position,
    (SELECT count(*) FROM tagging WHERE theme_id = theme.id) AS taggings FROM theme ORDER BY position, name, id`)
  const get = db.prepare<[string], StoredTheme>('SELECT * FROM theme WHERE id = ?')
  const siblings = db.prepare<[string | null], StoredTheme>('SELECT * FROM theme WHERE parent_id IS ? ORDER BY position, name, id')
  const insert = db.prepare('INSERT INTO theme (id, parent_id, name, color, position) VALUES (@id, @parentId, @name, @color, @position)')
  const update = db.prepare('UPDATE theme SET name = @name, description = @description, color = @color WHERE id = @id')
  const place = db.prepare<[string | null, number, string]>('UPDATE theme SET parent_id = ?, position = ? WHERE id = ?')
  const isBelow = db.prepare<{ id: string; other: string | null }, number>(`${below} SELECT count(*) FROM below WHERE id = @other`).pluck()
  const impact = db.prepare<{ id: string }, { themes: number; taggings: number; sessions: number }>(`${below}
    SELECT (SELECT count(*) FROM below) AS themes, count(*) AS taggings, count(DISTINCT session_id) AS sessions FROM tagging WHERE theme_id IN below`)
  const remove = db.prepare<[string]>('DELETE FROM theme WHERE id = ?')

  function row(id: string): StoredTheme {
    const theme = get.get(id)
    if (!theme) throw new AppError('no-such-theme', 'This theme is gone.')
    return theme
  }
  function refuseTwin(parentId: string | null, name: string, id: string | null): void {
    const twin = siblings.all(parentId).find(theme => theme.id !== id && theme.name.toLowerCase() === name.toLowerCase())
    if (twin) throw new AppError('theme-exists', `There is already a theme “${twin.name}” here.`)
  }

  return {
    'theme.list': () => list.all(),
    'theme.add'({ parentId, name: given }) {
      const name = given.toWellFormed()
      const parent = parentId === null ? null : row(parentId)
      refuseTwin(parentId, name, null)
      const id = newId()
      const position = siblings.all(parentId).length
      const color: ThemeColor = parent?.color ?? themeColors[position % themeColors.length]!
      return history.act(`Add theme “${excerpt(name)}”`, () => {
        insert.run({ id, parentId, name, color, position })
        return id
      })
    },
    'theme.set'({ id, name, description, color }) {
      const known = row(id)
      const next = {
        id,
        name: (name ?? known.name).toWellFormed(),
        description: (description ?? known.description).toWellFormed(),
        color: color ?? known.color,
      }
      refuseTwin(known.parent_id, next.name, id)
      const label =
        next.name === known.name
          ? `Change theme “${excerpt(known.name)}”`
          : `Rename theme “${excerpt(known.name)}” to “${excerpt(next.name)}”`
      history.act(label, () => update.run(next))
    },
    'theme.move'({ id, parentId, beforeId }) {
      const known = row(id)
      if (parentId !== null) row(parentId)
      if (isBelow.get({ id, other: parentId })) throw new AppError('theme-in-itself', 'A theme cannot be moved below itself.')
      refuseTwin(parentId, known.name, id)
      const rest = siblings.all(parentId).filter(theme => theme.id !== id)
      const at = beforeId === null ? rest.length : rest.findIndex(theme => theme.id === beforeId)
      if (at < 0) throw new AppError('no-such-theme', 'The theme to put it before is gone.')
      const moved = rest.toSpliced(at, 0, known)
      history.act(`Move theme “${excerpt(known.name)}”`, () => {
        for (const [position, theme] of moved.entries())
          if (theme.position !== position || theme.id === id) place.run(parentId, position, theme.id)
      })
    },
    'theme.impact': id => impact.get({ id })!,
    'theme.remove'(id) {
      const known = row(id)
      history.act(`Delete theme “${excerpt(known.name)}”`, () => remove.run(id))
    },
  }
}
