import { Check, DatabaseBackup, Lock, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { ProjectInfo } from '../../src-preload/types.ts'
import { useListed } from '../library/listed.ts'
import { ProgressDisc } from './components/progress-bar.tsx'
import { openDialog } from './dialogs.ts'
import { goTo } from './navigation.ts'
import { act } from './notices.tsx'
import { call, useQuery } from './query.ts'
import { shortTime } from './times.ts'
import { count } from './words.ts'
import { Words } from './components/words.tsx'

/** Tells that nothing is lost: where the project is, that it is saved and when it was backed up. */
export function StatusBar() {
  const { data: info } = useQuery('project.info', null)
  const { data: counts } = useQuery('session.facets', null)
  return (
    <footer className="status-bar" aria-label="Status">
      {info && (
        <>
          <Button className="status-item status-button" onPress={() => act(call('project.reveal', null))}>
            <span className="visually-hidden">Show in its folder: </span>
            <strong dir="auto">
              <Words>{info.name}</Words>
            </strong>
          </Button>
          <span className="status-item numeric">
            {count(info.sessions, 'session')}
            {counts && info.sessions > 0 && `, ${counts.statuses.reviewed.toLocaleString()} reviewed`}
          </span>
          <Saved info={info} />
          <BackedUp at={info.backedUpAt} />
        </>
      )}
      <span className="status-gap" />
      <Importing />
      <ReadingAgain />
      <ToCheck />
    </footer>
  )
}

function Saved({ info }: { info: ProjectInfo }) {
  if (info.isReadOnly) {
    return (
      <span className="status-item status-warning">
        <Lock size={12} aria-hidden />
        Read-only: changes are refused
      </span>
    )
  }
  return (
    <span className="status-item numeric" role="status">
      <Check size={13} aria-hidden className="status-good" />
      All changes saved{info.savedAt && ` ${shortTime(info.savedAt)}`}
    </span>
  )
}

function BackedUp({ at }: { at: string | null }) {
  return (
    <Button className="status-item status-button numeric" onPress={() => openDialog({ name: 'backups' })}>
      <DatabaseBackup size={13} aria-hidden />
      {at ? `Backed up ${shortTime(at)}` : 'Not backed up yet'}
    </Button>
  )
}

function Importing() {
  const { data: state } = useQuery('import.state', null)
  if (!state?.isRunning) return null
  const done = state.counts.imported + state.counts.duplicate + state.counts.failed
  return (
    <Button className="status-item status-button numeric" onPress={() => goTo('library')}>
      <ProgressDisc value={done} total={state.total} />
      Importing {done.toLocaleString()} of {state.total.toLocaleString()}
    </Button>
  )
}

function ReadingAgain() {
  const { data: state } = useQuery('reading.state', null)
  if (!state?.isRunning) return null
  return (
    <Button className="status-item status-button numeric" onPress={() => openDialog({ name: 'reading' })}>
      <ProgressDisc value={state.done} total={state.total} />
      Reading again {state.done.toLocaleString()} of {state.total.toLocaleString()}
    </Button>
  )
}

function ToCheck() {
  const open = useListed().reduce((sum, line) => sum + (line.status === 'excluded' ? 0 : line.problems), 0)
  if (open === 0) return null
  return (
    <span className="status-item numeric">
      <TriangleAlert size={13} aria-hidden />
      {open.toLocaleString()} to check in the list
    </span>
  )
}
