import { BookPlus, Plus } from 'lucide-react'
import type { Id } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { SearchField } from '../shell/components/text-field.tsx'
import { count } from '../shell/words.ts'
import { NoThemes } from './no-themes.tsx'
import { ThemeAdding } from './theme-adding.tsx'
import { findTheme, inOrder, pathName } from './theme-path.ts'
import { useThemeTools } from './theme-tools.ts'
import { ThemeTree } from './theme-tree.tsx'
import type { OpenCodebook } from './use-codebook.ts'

/** Where a new theme is being named. */
export interface Adding {
  readonly parentId: Id | null
}
export interface CodebookPaneProps {
  readonly codebook: OpenCodebook
  readonly adding: Adding | null
  readonly onAdded: () => void
  readonly onAddReady: () => void
}

function Header({ themes, onAddReady }: { themes: number; onAddReady: () => void }) {
  const { startAdding } = useThemeTools()
  return (
    <header className="pane-header">
      <h1 className="pane-title">Themes</h1>
      <span className="muted small numeric">
        {themes.toLocaleString()}
        <span className="visually-hidden"> in the codebook</span>
      </span>
      <span className="pane-gap" />
      <Button size="small" onPress={onAddReady}>
        <BookPlus size={14} aria-hidden />
        Ready codebooks
      </Button>
      <Button size="small" onPress={() => startAdding(null)}>
        <Plus size={14} aria-hidden />
        New theme
      </Button>
    </header>
  )
}

function CodebookTree({ codebook }: { codebook: OpenCodebook }) {
  const { nodes, query, setQuery, selected, setSelected, expanded, setExpanded } = codebook
  return (
    <>
      <div className="theme-search">
        <SearchField label="Search themes" placeholder="Search names and descriptions" value={query} onChange={setQuery} />
        <span className="visually-hidden" role="status">
          {query.trim() && `${count(inOrder(nodes).length, 'theme')} shown`}
        </span>
      </div>
      <ThemeTree nodes={nodes} selected={selected?.id ?? null} onSelect={setSelected} expanded={expanded} onExpand={setExpanded} />
    </>
  )
}

/** The tree of themes, with its search and the line where new ones are named. */
export function CodebookPane({ codebook, adding, onAdded, onAddReady }: CodebookPaneProps) {
  const { startAdding } = useThemeTools()
  const { tree } = codebook
  return (
    <div className="screen themes-pane">
      <Header themes={inOrder(tree).length} onAddReady={onAddReady} />
      {adding && (
        <ThemeAdding
          key={adding.parentId}
          below={pathName(findTheme(tree, adding.parentId)?.path ?? [])}
          onAdd={name => codebook.add(adding.parentId, name)}
          onClose={onAdded}
        />
      )}
      {tree.length === 0 ? <NoThemes onAdd={() => startAdding(null)} onAddReady={onAddReady} /> : <CodebookTree codebook={codebook} />}
    </div>
  )
}
