import type { ReactNode } from 'react'
import { statuses, type Facets as FacetCounts, type LibraryFilter, type ThemeRow } from '../../src-preload/types.ts'
import { ThemeDot } from '../shell/components/badge.tsx'
import { joinClasses } from '../shell/components/button.tsx'
import { Checkbox } from '../shell/components/checkbox.tsx'
import { useQuery } from '../shell/query.ts'
import { sessionTypeNames, statusNames } from '../shell/words.ts'
import { setFilter, toggleItem, useFilter } from './filter.ts'
import { StatusIcon } from './status-icon.tsx'
import { Words } from '../shell/components/words.tsx'

interface Option {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly sign?: ReactNode
  readonly isSelected: boolean
  readonly toggled: Partial<LibraryFilter>
}

function statusOptions({ statuses: chosen }: LibraryFilter, counts: FacetCounts): Option[] {
  return statuses.map(status => ({
    key: status,
    label: statusNames[status],
    count: counts.statuses[status],
    sign: <StatusIcon status={status} isNamed={false} />,
    isSelected: chosen.includes(status),
    toggled: { statuses: toggleItem(chosen, status) },
  }))
}

function yearOptions({ years }: LibraryFilter, counts: FacetCounts): Option[] {
  return counts.years.map(({ value, count }) => ({
    key: String(value),
    label: String(value),
    count,
    isSelected: years.includes(value),
    toggled: { years: toggleItem(years, value) },
  }))
}

function typeOptions({ types }: LibraryFilter, counts: FacetCounts): Option[] {
  return counts.types.map(({ value, count }) => ({
    key: value,
    label: sessionTypeNames[value],
    count,
    isSelected: types.includes(value),
    toggled: { types: toggleItem(types, value) },
  }))
}

/** A codebook can hold hundreds; the palette finds the others. */
const themesShown = 20

function themeOptions({ themeIds }: LibraryFilter, themes: readonly ThemeRow[]): Option[] {
  return themes
    .filter(theme => theme.taggings > 0 || themeIds.includes(theme.id))
    .toSorted((one, other) => other.taggings - one.taggings)
    .slice(0, Math.max(themesShown, themeIds.length))
    .map(({ id, name, color, taggings }) => ({
      key: id,
      label: name,
      count: taggings,
      sign: <ThemeDot color={color} />,
      isSelected: themeIds.includes(id),
      toggled: { themeIds: toggleItem(themeIds, id) },
    }))
}

/** What the sessions can be narrowed to, with how many there are of each. */
export function Facets() {
  const filter = useFilter()
  const { data: counts } = useQuery('session.facets', null)
  const { data: themes = [] } = useQuery('theme.list', null)
  if (!counts) return null
  return (
    <div className="facets">
      <Facet title="Status" options={statusOptions(filter, counts)} />
      <Facet title="Year" isShort options={yearOptions(filter, counts)} />
      <Facet title="Type" options={typeOptions(filter, counts)} />
      <Facet title="Theme" options={themeOptions(filter, themes)} />
    </div>
  )
}

function Facet({ title, options, isShort = false }: { title: string; options: readonly Option[]; isShort?: boolean }) {
  if (options.length === 0) return null
  return (
    <fieldset className={joinClasses('facet', isShort && 'facet-short')}>
      <legend className="facet-title">{title}</legend>
      {options.map(option => (
        <Checkbox key={option.key} isSelected={option.isSelected} onChange={() => setFilter(option.toggled)}>
          {option.sign}
          <span className="facet-label one-line" dir="auto">
            <Words>{option.label}</Words>
          </span>
          <span className="facet-count muted numeric">{option.count.toLocaleString()}</span>
        </Checkbox>
      ))}
    </fieldset>
  )
}
