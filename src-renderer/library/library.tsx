import { useDeferredValue, useEffect } from 'react'
import type { LibraryFilter } from '../../src-preload/types.ts'
import { useQuery } from '../shell/query.ts'
import './library.css'
import { FilterBar } from './filter-bar.tsx'
import { useFilter } from './filter.ts'
import { ImportPanel } from './import-panel.tsx'
import { LibraryHeader } from './library-header.tsx'
import { forgetTrail, setListed } from './listed.ts'
import { NoSessions } from './no-sessions.tsx'
import { SessionList } from './session-list.tsx'

const noLines: readonly never[] = []

function useLines(filter: LibraryFilter) {
  const { data: lines, error } = useQuery('session.list', filter, { keepsPrevious: true })
  useEffect(() => setListed(lines ?? noLines), [lines])
  return { lines: useDeferredValue(lines), error }
}

/** All sessions of the project, those that need attention first. */
export function Library() {
  const filter = useFilter()
  const { lines, error } = useLines(filter)
  useEffect(forgetTrail, [filter])
  return (
    <div className="library">
      <LibraryHeader shown={lines?.length} />
      <FilterBar />
      {lines && lines.length > 0 && <SessionList lines={lines} filter={filter} />}
      {lines?.length === 0 && <NoSessions />}
      {!lines && error && (
        <p className="library-error" role="alert">
          {error.message}
        </p>
      )}
      {!lines && !error && <div className="library-space" />}
      <ImportPanel />
    </div>
  )
}
