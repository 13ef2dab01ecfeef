import { useMemo, useState } from 'react'
import type { Id } from '../../src-preload/types.ts'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { canMoveBelow, pathName, rankedThemes, type ThemeNode } from './theme-path.ts'
import { ThemePicker, type PickerRow } from './theme-picker.tsx'

export interface ThemeMovingProps {
  readonly tree: readonly ThemeNode[]
  readonly moved: ThemeNode
  readonly onMove: (parentId: Id | null) => void
  readonly onClose: () => void
}

const topId = 'top'
const top: PickerRow = { id: topId, name: 'The top level' }

/** Asks what a theme is to stand below. */
export function ThemeMoving({ tree, moved, onMove, onClose }: ThemeMovingProps) {
  const [query, setQuery] = useState('')
  const rows = useMemo(() => {
    const parentId = moved.theme.parentId
    const targets = rankedThemes(tree, query).filter(node => node.id !== parentId && canMoveBelow(tree, moved.id, node.id))
    const themes = targets.map(({ id, theme, path }) => ({ id, name: theme.name, above: pathName(path.slice(0, -1)), color: theme.color }))
    return parentId !== null && !query.trim() ? [top, ...themes] : themes
  }, [tree, moved, query])
  return (
    <ThemePicker
      title={`Move ${moved.theme.name} below`}
      placeholder={`Move “${moved.theme.name}” below…`}
      query={query}
      onQuery={setQuery}
      rows={rows}
      onPick={({ id }) => {
        onClose()
        onMove(id === topId ? null : id)
      }}
      onClose={onClose}
      emptyText="There is no theme of this name that it could stand below."
      footer={
        <span className="theme-picker-hint">
          <ShownKeys keys="enter" /> move it there, last
        </span>
      }
    />
  )
}
