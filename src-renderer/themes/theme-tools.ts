import { createContext, useContext } from 'react'
import { closeSession, goTo } from '../shell/navigation.ts'
import { clearFilter, setFilter } from '../library/filter.ts'
import { attempt } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import type { Id, ThemeRow } from '../../src-preload/types.ts'
import type { ThemeNode, ThemePlace, ThemeStep } from './theme-path.ts'

/** What the rows of the tree and the details can do, and what they need to know. */
export interface ThemeTools {
  /** The whole codebook, whatever the search leaves of it. */
  readonly tree: readonly ThemeNode[]
  /** The theme whose name is being typed in its row. */
  readonly renaming: Id | null
  readonly startRename: (id: Id | null) => void
  readonly startAdding: (parentId: Id | null) => void
  readonly startMoving: (id: Id) => void
  readonly startRemoving: (id: Id) => void
  readonly move: (id: Id, place: ThemePlace | null) => void
  readonly step: (id: Id, step: ThemeStep) => void
}

const Tools = createContext<ThemeTools | null>(null)
export const ThemeToolsProvider = Tools.Provider

export function useThemeTools(): ThemeTools {
  const tools = useContext(Tools)
  if (!tools) throw new Error('Themes are shown outside of the themes screen')
  return tools
}

type ThemeChange = Partial<Pick<ThemeRow, 'name' | 'description' | 'color'>>

/** Whether it was done; a failure has been reported. */
export async function changeTheme(id: Id, change: ThemeChange): Promise<boolean> {
  return (await attempt(call('theme.set', { id, ...change }).then(() => true))) ?? false
}

/** The library, narrowed to what this theme is on. */
export function showSessions(id: Id) {
  clearFilter()
  setFilter({ themeIds: [id] })
  closeSession()
  goTo('library')
}
