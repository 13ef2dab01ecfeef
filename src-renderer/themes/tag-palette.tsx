import { useMemo, useState } from 'react'
import type { Id } from '../../src-preload/types.ts'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { attempt } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'
import { newTheme, pathName, rankedThemes, themeTree, type ThemeNode } from './theme-path.ts'
import { ThemePicker, type PickerRow } from './theme-picker.tsx'

export interface TagPaletteProps {
  /** Asked for each theme picked; one of `tagged` is to be taken off. */
  readonly onPick: (themeId: Id) => void
  readonly onClose: () => void
  /** The themes that are there already. */
  readonly tagged?: readonly Id[]
}

const noThemes: readonly Id[] = []
const createId = 'create'

const rowOf = ({ id, theme, path }: ThemeNode, tagged: readonly Id[]): PickerRow => ({
  id,
  name: theme.name,
  above: pathName(path.slice(0, -1)),
  color: theme.color,
  mark: tagged.includes(id) ? 'Tagged' : undefined,
})

function createRow(nodes: readonly ThemeNode[], query: string): PickerRow[] {
  const added = newTheme(nodes, query)
  if (!added) return []
  const where = added.parent ? ` below ${pathName(added.parent.path)}` : ''
  return [{ id: createId, name: `Create “${added.name}”${where}` }]
}

function Hint({ keys, children }: { keys: string; children: string }) {
  return (
    <span className="theme-picker-hint">
      <ShownKeys keys={keys} /> {children}
    </span>
  )
}

/** Finds a theme to tag with, or makes it; mount it to open it. */
export function TagPalette({ onPick, onClose, tagged = noThemes }: TagPaletteProps) {
  const { data: themes, isAsking } = useQuery('theme.list', null)
  const nodes = useMemo(() => themeTree(themes ?? []), [themes])
  const [query, setQuery] = useState('')
  const [said, setSaid] = useState('')
  const rows = useMemo(
    () => [...rankedThemes(nodes, query).map(node => rowOf(node, tagged)), ...createRow(nodes, query)],
    [nodes, query, tagged],
  )

  async function create() {
    const added = newTheme(nodes, query)
    return added ? attempt(call('theme.add', { parentId: added.parent?.id ?? null, name: added.name })) : undefined
  }
  async function pick(row: PickerRow, isMore: boolean) {
    const id = row.id === createId ? await create() : row.id
    if (id === undefined) return
    onPick(id)
    setSaid(`${tagged.includes(id) ? 'Took off' : 'Tagged'}: ${row.name}`)
    setQuery('')
    if (!isMore) onClose()
  }
  return (
    <ThemePicker
      title="Tag with a theme"
      placeholder="Find a theme, or name a new one"
      query={query}
      onQuery={setQuery}
      rows={rows}
      onPick={(row, isMore) => void pick(row, isMore)}
      onClose={onClose}
      emptyText={isAsking ? 'Reading the codebook…' : 'No themes yet. Type a name to make the first one.'}
      footer={
        <>
          <Hint keys="enter">{tagged.length > 0 ? 'tag, or take off' : 'tag'}</Hint>
          <Hint keys="shift+enter">and go on</Hint>
          <Hint keys="escape">close</Hint>
          <span className="visually-hidden" role="status">
            {said}
          </span>
        </>
      }
    />
  )
}
