import type { LibraryFilter, ThemeColor, ThemeRow } from '../../src-preload/types.ts'
import { createShared } from '../shell/store.ts'
import { sessionTypeNames, statusNames } from '../shell/words.ts'

type ListName = 'statuses' | 'years' | 'types' | 'themeIds'
type Item<K extends ListName> = LibraryFilter[K][number]

export const noFilter: LibraryFilter = { text: '', statuses: [], years: [], types: [], themeIds: [], sort: 'attention' }

/** What the library shows; other screens set it to lead there. */
const filter = createShared<LibraryFilter>(noFilter)
export const useFilter = () => filter.use()
export const setFilter = (change: Partial<LibraryFilter>) => filter.set({ ...filter.get(), ...change })
export const clearFilter = () => setFilter({ ...noFilter, sort: filter.get().sort })

export const isFiltered = ({ sort: _sort, text, ...lists }: LibraryFilter) =>
  text.trim() !== '' || Object.values(lists).some(list => list.length > 0)

export const activeLists = ({ statuses, years, types, themeIds }: LibraryFilter) =>
  statuses.length + years.length + types.length + themeIds.length

/** The same list with the item taken out, or put in. */
export function toggleItem<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter(each => each !== item) : [...list, item]
}

export interface Chip {
  readonly key: string
  readonly label: string
  readonly color?: ThemeColor | undefined
  readonly without: Partial<LibraryFilter>
}

function chipsOf<K extends ListName>(
  filter: LibraryFilter,
  name: K,
  nameOf: (item: Item<K>) => { label: string; color?: ThemeColor },
): Chip[] {
  const list: readonly Item<K>[] = filter[name]
  return list.map(item => ({ key: `${name}:${item}`, ...nameOf(item), without: { [name]: toggleItem(list, item) } }))
}

/** What narrows the library now, each with the change that takes it off. */
export function filterChips(filter: LibraryFilter, themes: readonly ThemeRow[]): Chip[] {
  const theme = (id: string) => themes.find(each => each.id === id)
  return [
    ...chipsOf(filter, 'statuses', status => ({ label: statusNames[status] })),
    ...chipsOf(filter, 'years', year => ({ label: String(year) })),
    ...chipsOf(filter, 'types', type => ({ label: sessionTypeNames[type] })),
    ...chipsOf(filter, 'themeIds', id => {
      const { name = 'Deleted theme', color = 'grey' } = theme(id) ?? {}
      return { label: name, color }
    }),
  ]
}
