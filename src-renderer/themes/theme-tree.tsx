import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Tree, useDragAndDrop, type Key } from 'react-aria-components'
import type { Id } from '../../src-preload/types.ts'
import { ThemeItem } from './theme-item.tsx'
import { dropPlace, findTheme, type ThemeNode, type ThemeStep } from './theme-path.ts'
import { useThemeTools } from './theme-tools.ts'

export interface ThemeTreeProps {
  /** What the search leaves of the codebook. */
  readonly nodes: readonly ThemeNode[]
  readonly selected: Id | null
  readonly onSelect: (id: Id) => void
  readonly expanded: ReadonlySet<Id>
  readonly onExpand: (ids: ReadonlySet<Id>) => void
}

const steps: Readonly<Record<string, ThemeStep>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
const first = (keys: Iterable<Key>) => [...keys].map(String)[0]

const rowOf = (host: HTMLElement | null, id: Id | null) =>
  id === null ? null : host?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)

function useThemeDrag() {
  const { tree, move } = useThemeTools()
  return useDragAndDrop<ThemeNode>({
    getItems: keys => [...keys].map(key => ({ 'text/plain': findTheme(tree, String(key))?.theme.name ?? '' })),
    onMove({ keys, target: { key, dropPosition } }) {
      const id = first(keys)
      if (id !== undefined) move(id, dropPlace(tree, id, { key: String(key), dropPosition }))
    },
  }).dragAndDropHooks
}

/** Rows that move take the focus with them: React may have to take the row out and put it back. */
function useFocusKept() {
  const host = useRef<HTMLDivElement>(null)
  const moved = useRef<Id | null>(null)
  useEffect(() => {
    const id = moved.current
    if (id === null || document.activeElement !== document.body) return
    moved.current = null
    rowOf(host.current, id)?.focus()
  })
  return { host, willMove: (id: Id) => void (moved.current = id) }
}

/** The codebook: arrows go through it, Alt with an arrow moves a theme, F2 renames, Delete deletes. */
export function ThemeTree({ nodes, selected, onSelect, expanded, onExpand }: ThemeTreeProps) {
  const { step, startRename, startRemoving } = useThemeTools()
  const dragAndDropHooks = useThemeDrag()
  const { host, willMove } = useFocusKept()
  useEffect(() => rowOf(host.current, selected)?.scrollIntoView({ block: 'nearest' }), [host, selected])

  function act(event: KeyboardEvent, id: Id) {
    const to = steps[event.key]
    if (event.altKey && to) {
      willMove(id)
      step(id, to)
    } else if (event.key === 'F2') startRename(id)
    else if (event.key === 'Delete') startRemoving(id)
    else return false
    return true
  }
  function press(event: KeyboardEvent) {
    const id = event.target instanceof HTMLElement && event.target.matches('[role=row]') ? event.target.dataset['key'] : undefined
    if (id === undefined || !act(event, id)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="theme-tree-host" ref={host} onKeyDownCapture={press}>
      <Tree
        className="theme-tree"
        aria-label="Codebook"
        items={nodes}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={keys => {
          const id = keys === 'all' ? undefined : first(keys)
          if (id !== undefined) onSelect(id)
        }}
        expandedKeys={expanded}
        onExpandedChange={keys => onExpand(new Set([...keys].map(String)))}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        renderEmptyState={() => <p className="theme-tree-empty">No theme has these words.</p>}
      >
        {node => <ThemeItem node={node} />}
      </Tree>
    </div>
  )
}
