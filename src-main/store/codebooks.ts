import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { themeColors, type ThemeColor } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { fromRoot } from '../from-root.ts'
import { newId } from './id.ts'
import type { Handlers, Project } from './project.ts'

interface ReadyTheme {
  readonly name: string
  readonly description?: string
  readonly color?: ThemeColor
  readonly isFromMemory?: boolean
  readonly children?: readonly ReadyTheme[]
}
interface ReadyCodebook {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly themes: readonly ReadyTheme[]
}

const folder = fromRoot('resources/codebooks')
const ready: readonly ReadyCodebook[] = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .toSorted()
  .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ReadyCodebook)

const count = (themes: readonly ReadyTheme[]): number => themes.reduce((sum, theme) => sum + 1 + count(theme.children ?? []), 0)

/** Themes that ship with the program, to be added and then changed like any others. */
export function codebooks({ db, history }: Project): Handlers<'codebook.list' | 'codebook.add'> {
  const isAdded = db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM theme WHERE codebook = ?)').pluck()
  const topLevel = db.prepare<[], number>('SELECT count(*) FROM theme WHERE parent_id IS NULL').pluck()
  const insert = db.prepare(`INSERT INTO theme (id, parent_id, name, description, color, position, codebook)
    VALUES (@id, @parentId, @name, @description, @color, @position, @codebook)`)

  function add(theme: ReadyTheme, parentId: string | null, position: number, inherited: ThemeColor, codebook: string): void {
    const id = newId()
    const color = theme.color ?? inherited
    const description = [theme.description, theme.isFromMemory ? 'Not checked against the programme.' : undefined].filter(Boolean).join(' ')
    insert.run({ id, parentId, name: theme.name, description, color, position, codebook })
    for (const [i, child] of (theme.children ?? []).entries()) add(child, id, i, color, codebook)
  }

  return {
    'codebook.list': () =>
      ready.map(({ id, name, description, themes }) => ({ id, name, description, themes: count(themes), isAdded: isAdded.get(id) === 1 })),
    'codebook.add'(id) {
      const codebook = ready.find(one => one.id === id)
      if (!codebook) throw new AppError('no-such-codebook', `There is no codebook ${id}.`)
      if (isAdded.get(id)) throw new AppError('codebook-added', `“${codebook.name}” is in this project already.`)
      history.act(`Add the codebook “${codebook.name}”`, () => {
        add({ ...codebook, children: codebook.themes }, null, topLevel.get()!, themeColors[0], id)
      })
    },
  }
}
