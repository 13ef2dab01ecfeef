import { ArrowDownWideNarrow, ListFilter } from 'lucide-react'
import type { SearchFieldProps } from 'react-aria-components'
import { useEffect, useRef, useState } from 'react'
import { sortOrders, type LibraryFilter } from '../../src-preload/types.ts'
import { useCommands } from '../shell/commands.ts'
import { Tag } from '../shell/components/badge.tsx'
import { Button, IconButton } from '../shell/components/button.tsx'
import { Menu, MenuItem } from '../shell/components/menu.tsx'
import { Popover } from '../shell/components/popover.tsx'
import { SearchField } from '../shell/components/text-field.tsx'
import { useQuery } from '../shell/query.ts'
import { sortNames } from '../shell/words.ts'
import { Facets } from './facets.tsx'
import { listId } from './session-row.tsx'
import { activeLists, clearFilter, filterChips, isFiltered, setFilter, useFilter } from './filter.ts'

const pause = 150

type KeyboardEvent = Parameters<NonNullable<SearchFieldProps['onKeyDown']>>[0]

/** Typing is not waited for; the list follows when it pauses. */
function useTypedText(text: string) {
  const [typed, setTyped] = useState(text)
  const [settled, setSettled] = useState(text)
  if (text !== settled) {
    setSettled(text)
    if (text !== typed.trim()) setTyped(text)
  }
  useEffect(() => {
    if (typed.trim() === settled) return undefined
    const timer = setTimeout(() => setFilter({ text: typed.trim() }), pause)
    return () => clearTimeout(timer)
  }, [typed, settled])
  return [typed, setTyped] as const
}

/** Other keys go on to the window: React Aria keeps what a handler does not let go. */
function leaveDown(event: KeyboardEvent) {
  if (event.key === 'ArrowDown') focusList()
  else event.continuePropagation()
}

const focusList = () => document.getElementById(listId)?.focus()

export function FilterBar() {
  const filter = useFilter()
  const [typed, setTyped] = useTypedText(filter.text)
  const input = useRef<HTMLInputElement>(null)
  useCommands([
    { id: 'library.find', title: 'Find in the library', group: 'Library', keys: '/ mod+f', run: () => input.current?.focus() },
    { id: 'library.clear', title: 'Show all sessions', group: 'Library', isEnabled: () => isFiltered(filter), run: clearFilter },
  ])
  return (
    <search className="filter-bar" aria-label="Library">
      <div className="filter-line">
        <SearchField
          label="Find in all pages"
          value={typed}
          onChange={setTyped}
          inputRef={input}
          onSubmit={focusList}
          onKeyDown={leaveDown}
        />
        <FacetsButton filter={filter} />
        <SortButton sort={filter.sort} />
      </div>
      <Chips filter={filter} />
    </search>
  )
}

function FacetsButton({ filter }: { filter: LibraryFilter }) {
  const active = activeLists(filter)
  const label = active > 0 ? `Filter, ${active} active` : 'Filter'
  return (
    <Popover
      label="Filter"
      placement="bottom start"
      trigger={
        <IconButton label={label} className={active > 0 ? 'is-active' : ''}>
          <ListFilter size={16} aria-hidden />
        </IconButton>
      }
    >
      <Facets />
    </Popover>
  )
}

function SortButton({ sort }: { sort: LibraryFilter['sort'] }) {
  const choose = (key: unknown) => {
    const chosen = sortOrders.find(each => each === key)
    if (chosen) setFilter({ sort: chosen })
  }
  return (
    <Menu
      aria-label="Sort"
      placement="bottom end"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[sort]}
      onSelectionChange={keys => keys !== 'all' && choose([...keys][0])}
      trigger={
        <IconButton label={`Sort: ${sortNames[sort]}`}>
          <ArrowDownWideNarrow size={16} aria-hidden />
        </IconButton>
      }
    >
      {sortOrders.map(order => (
        <MenuItem key={order} id={order} label={sortNames[order]} isChoice />
      ))}
    </Menu>
  )
}

function Chips({ filter }: { filter: LibraryFilter }) {
  const { data: themes = [] } = useQuery('theme.list', filter.themeIds.length > 0 ? null : undefined)
  const chips = filterChips(filter, themes)
  if (chips.length === 0) return null
  return (
    <div className="filter-chips">
      {chips.map(chip => (
        <Tag key={chip.key} label={chip.label} color={chip.color} onRemove={() => setFilter(chip.without)} />
      ))}
      <Button variant="quiet" size="small" onPress={clearFilter}>
        Clear
      </Button>
    </div>
  )
}
