import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, X } from 'lucide-react'
import { useState } from 'react'
import type { ImportState } from '../../src-preload/types.ts'
import { undoAction } from '../history/undo.ts'
import { Button, IconButton } from '../shell/components/button.tsx'
import { ProgressBar } from '../shell/components/progress-bar.tsx'
import { useProjectPath } from '../shell/navigation.ts'
import { act } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'
import { createShared } from '../shell/store.ts'
import { count } from '../shell/words.ts'
import { ImportLines } from './import-lines.tsx'

const storageKey = 'import-put-away'
/** The import whose result the user has put away; it stays away when the window is loaded again. */
const putAway = createShared(sessionStorage.getItem(storageKey))

const nameOf = (project: string | undefined, { actionId, total, counts }: ImportState) => JSON.stringify([project, actionId, total, counts])

/** Before the first import there is nothing to tell; one of nothing that can be read is told. */
const hasEnded = ({ actionId, error }: ImportState) => actionId !== null || error !== null

function put(name: string) {
  sessionStorage.setItem(storageKey, name)
  putAway.set(name)
}

/** How the last import goes or went; work goes on beside it. */
export function ImportPanel() {
  const { data: state } = useQuery('import.state', null)
  const project = useProjectPath()
  const away = putAway.use()
  const [isOpen, setOpen] = useState(true)
  if (!state || (!state.isRunning && (!hasEnded(state) || away === nameOf(project, state)))) return null
  const putThisAway = () => put(nameOf(project, state))
  const rest = state.isRunning ? '' : importRest(state)
  const toTell = state.lines.filter(line => line.status !== 'imported' || line.message !== '')
  return (
    <section className="import-panel" aria-label="Import">
      <header className="import-header">
        {state.isRunning ? <Running state={state} /> : <Finished state={state} />}
        <Action state={state} onUndone={putThisAway} />
        {toTell.length > 0 && (
          <IconButton
            label={isOpen ? 'Hide the list' : 'Show the list'}
            size="small"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
          </IconButton>
        )}
        {!state.isRunning && (
          <IconButton label="Put away" size="small" onPress={putThisAway}>
            <X size={16} aria-hidden />
          </IconButton>
        )}
      </header>
      {rest && (
        <p className="import-rest muted small" role="status">
          {rest}
        </p>
      )}
      {isOpen && toTell.length > 0 && <ImportLines lines={toTell} />}
    </section>
  )
}

function Running({ state: { counts, total } }: { state: ImportState }) {
  const done = counts.imported + counts.duplicate + counts.failed
  return (
    <div className="import-progress">
      <ProgressBar label="Importing" value={done} total={total} />
    </div>
  )
}

/** What went otherwise than importing: `20 could not be read`. */
function importRest({ counts, total, leftOut, wasCancelled, error }: ImportState) {
  const parts = [
    error !== null && `the import stopped (${error}); what was imported is safe`,
    wasCancelled && 'cancelled',
    counts.duplicate > 0 && `${counts.duplicate.toLocaleString()} here already`,
    counts.failed > 0 && `${counts.failed.toLocaleString()} could not be read`,
    leftOut > 0 && `${count(leftOut, 'file')} of other kinds left out`,
    total + leftOut === 0 && !error && 'no file was found in what was chosen',
  ]
  return parts.filter(Boolean).join(', ')
}

function Finished({ state }: { state: ImportState }) {
  const isBad = state.counts.failed > 0 || state.error !== null
  const Sign = isBad ? CircleAlert : CircleCheck
  return (
    <span className="import-summary numeric" role="status">
      <Sign size={16} aria-hidden className={isBad ? 'tone-danger' : 'tone-success'} />
      {state.counts.imported.toLocaleString()} imported
    </span>
  )
}

function Action({ state, onUndone }: { state: ImportState; onUndone: () => void }) {
  const { actionId, counts, isRunning } = state
  const undoImport = async (id: number) => {
    if (await undoAction(id, `import of ${count(counts.imported, 'session')}`)) onUndone()
  }
  if (isRunning) {
    return (
      <Button size="small" onPress={() => act(call('import.cancel', null))}>
        Cancel
      </Button>
    )
  }
  if (actionId === null || counts.imported === 0) return null
  return (
    <Button size="small" onPress={() => void undoImport(actionId)}>
      Undo import
    </Button>
  )
}
