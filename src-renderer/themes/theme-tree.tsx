import { useEffect, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react'
import { ListLayout, Tree, useDragAndDrop, Virtualizer, type Key } from 'react-aria-components'
import type { Id } from '../../src-preload/types.ts'
import { ThemeItem } from './theme-item.tsx'
import { dropPlace, findTheme, rowsInSight, type ThemeNode, type ThemeStep } from './theme-path.ts'
import { useThemeTools } from './theme-tools.ts'

export interface ThemeTreeProps {
  /** What the search leaves of the codebook. */
  readonly nodes: readonly ThemeNode[]
  readonly selected: Id | null
  readonly onSelect: (id: Id) => void
  readonly expanded: ReadonlySet<Id>
  readonly onExpand: (ids: ReadonlySet<Id>) => void
}

/** In pixels, as in themes.css. */
const rowSize = 30
const padding = 8
const steps: Readonly<Record<string, ThemeStep>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
const first = (keys: Iterable<Key>) => [...keys].map(String)[0]

function useThemeDrag() {
  const { tree, move } = useThemeTools()
  return useDragAndDrop<ThemeNode>({
    getItems: keys => [...keys].map(key => ({ 'text/plain': findTheme(tree, String(key))?.theme.name ?? '' })),
    onMove({ keys, target: { key, dropPosition } }) {
      const id = first(keys)
      if (id !== undefined) move(id, dropPlace(tree, id, { key: String(key), dropPosition }))
    },
  })
}

/** Rows that move take the focus with them: React may have to take the row out and put it back. */
function useFocusKept(tree: RefObject<HTMLElement | null>) {
  const moved = useRef<Id | null>(null)
  useEffect(() => {
    const id = moved.current
    if (id === null || document.activeElement !== document.body) return
    moved.current = null
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus()
  })
  return (id: Id) => void (moved.current = id)
}

/** A theme that has just been selected is scrolled to, once. */
function useScrolledTo(tree: RefObject<HTMLElement | null>, selected: Id | null, rows: readonly Id[]) {
  const shown = useRef<Id | null>(null)
  useEffect(() => {
    const at = selected === null ? -1 : rows.indexOf(selected)
    if (!tree.current || at < 0 || shown.current === selected) return
    shown.current = selected
    const { scrollTop, clientHeight } = tree.current
    const top = padding + at * rowSize
    if (top < scrollTop || top + rowSize > scrollTop + clientHeight) tree.current.scrollTo({ top: top - clientHeight / 2 })
  }, [tree, selected, rows])
}

/** The codebook: arrows go through it, Alt with an arrow moves a theme, F2 renames, Delete deletes. */
export function ThemeTree({ nodes, selected, onSelect, expanded, onExpand }: ThemeTreeProps) {
  const { step, startRename, startRemoving } = useThemeTools()
  const { dragAndDropHooks } = useThemeDrag()
  const tree = useRef<HTMLDivElement>(null)
  const willMove = useFocusKept(tree)
  const rows = useMemo(() => rowsInSight(nodes, expanded), [nodes, expanded])
  useScrolledTo(tree, selected, rows)

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
    <div className="theme-tree-host" onKeyDownCapture={press}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize, padding }}>
        <Tree
          ref={tree}
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
      </Virtualizer>
    </div>
  )
}
