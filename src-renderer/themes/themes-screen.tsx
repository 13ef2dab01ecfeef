import { useState } from 'react'
import type { Id } from '../../src-preload/types.ts'
import { useCommands, type Command } from '../shell/commands.ts'
import { EmptyState } from '../shell/components/empty-state.tsx'
import { Splitter } from '../shell/components/splitter.tsx'
import { CodebookDialog } from './codebook-dialog.tsx'
import { CodebookPane, type Adding } from './codebook-pane.tsx'
import { ThemeDetails } from './theme-details.tsx'
import { ThemeMoving } from './theme-moving.tsx'
import { findTheme, type ThemeNode } from './theme-path.ts'
import { ThemeRemoving } from './theme-removing.tsx'
import { ThemeToolsProvider, type ThemeTools } from './theme-tools.ts'
import { useCodebook, type OpenCodebook } from './use-codebook.ts'
import './themes.css'

type Asking = { readonly about: 'codebooks' } | { readonly about: 'moving' | 'removing'; readonly id: Id }

function Question({ asking, codebook, onClose }: { asking: Asking; codebook: OpenCodebook; onClose: () => void }) {
  if (asking.about === 'codebooks') return <CodebookDialog onClose={onClose} />
  const node = findTheme(codebook.tree, asking.id)
  if (!node) return null
  if (asking.about === 'removing') return <ThemeRemoving node={node} onRemove={() => codebook.remove(node)} onClose={onClose} />
  const move = (parentId: Id | null) => codebook.move(node.id, { parentId, beforeId: null })
  return <ThemeMoving tree={codebook.tree} moved={node} onMove={move} onClose={onClose} />
}

function Details({ node }: { node: ThemeNode | null }) {
  if (node) return <ThemeDetails key={node.id} node={node} />
  return <EmptyState title="Choose a theme">Its name, description and colour appear here.</EmptyState>
}

const group = 'Themes'

type Starts = Pick<ThemeTools, 'startAdding' | 'startRename' | 'startMoving' | 'startRemoving'>
function themeCommands({ id }: ThemeNode, { startAdding, startRename, startMoving, startRemoving }: Starts): Command[] {
  return [
    { id: 'theme.below', title: 'New theme below', group, keys: 'alt+shift+enter', run: () => startAdding(id) },
    { id: 'theme.rename', title: 'Rename the theme', group, keys: 'f2', run: () => startRename(id) },
    { id: 'theme.move', title: 'Move the theme to…', group, run: () => startMoving(id) },
    { id: 'theme.remove', title: 'Delete the theme…', group, keys: 'delete', run: () => startRemoving(id) },
  ]
}

/** The codebook: the tree of themes, and all about the one that is selected. */
export function ThemesScreen() {
  const codebook = useCodebook()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [adding, setAdding] = useState<Adding | null>(null)
  const [renaming, setRenaming] = useState<Id | null>(null)
  const { tree, selected, move, step } = codebook

  const startAdding = (parentId: Id | null) => setAdding({ parentId })
  const onAddReady = () => setAsking({ about: 'codebooks' })
  const startMoving = (id: Id) => setAsking({ about: 'moving', id })
  const startRemoving = (id: Id) => setAsking({ about: 'removing', id })
  useCommands([
    { id: 'theme.new', title: 'New theme', group, keys: 'alt+enter', run: () => startAdding(null) },
    { id: 'codebook.add', title: 'Add a ready codebook…', group, run: onAddReady },
    ...(selected ? themeCommands(selected, { startAdding, startRename: setRenaming, startMoving, startRemoving }) : []),
  ])

  if (!codebook.isKnown) return codebook.error ? <EmptyState title="The themes cannot be shown">{codebook.error.message}</EmptyState> : null
  const tools = {
    tree,
    renaming,
    move,
    step,
    startAdding,
    startRename: setRenaming,
    startMoving,
    startRemoving,
  }
  const pane = <CodebookPane codebook={codebook} adding={adding} onAdded={() => setAdding(null)} onAddReady={onAddReady} />
  const panes = [
    { id: 'codebook', minSize: 340, content: pane },
    { id: 'theme', defaultSize: 380, minSize: 300, maxSize: '50%', keepsSize: true, content: <Details node={selected} /> },
  ]
  return (
    <ThemeToolsProvider value={tools}>
      {tree.length === 0 ? pane : <Splitter id="themes" panes={panes} />}
      {asking && <Question asking={asking} codebook={codebook} onClose={() => setAsking(null)} />}
    </ThemeToolsProvider>
  )
}
