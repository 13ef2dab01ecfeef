import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import {
  exportFormats,
  exportScopes,
  type ExportFormat,
  type ExportRequest,
  type ExportState,
  type Facets,
  type Id,
} from '../../src-preload/types.ts'
import { useListed } from '../library/listed.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { ProgressBar } from '../shell/components/progress-bar.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { act } from '../shell/notices.tsx'
import { call, useCommand, useQuery } from '../shell/query.ts'
import { count, formatNames } from '../shell/words.ts'
import './export.css'
import { ExportResult } from './export-result.tsx'

type Scope = ExportRequest['scope']

interface ScopeChoice {
  readonly scope: Scope
  readonly label: string
  readonly sessions: number
}

export function scopeChoices(counts: Facets | undefined, listed: number, selected: number | undefined): ScopeChoice[] {
  const labels: Readonly<Record<Scope, ScopeChoice>> = {
    all: { scope: 'all', label: 'All sessions', sessions: counts?.total ?? 0 },
    reviewed: { scope: 'reviewed', label: 'Reviewed sessions', sessions: counts?.statuses.reviewed ?? 0 },
    listed: {
      scope: 'listed',
      label: selected === undefined ? 'What the library shows' : 'The selected sessions',
      sessions: selected ?? listed,
    },
  }
  return exportScopes.map(scope => labels[scope])
}

/** Chooses what to write and in which format; the place is asked for by the system. */
export function ExportDialog({ sessionIds }: { sessionIds: readonly Id[] | undefined }) {
  const [isStarted, setStarted] = useState(false)
  const { data: state } = useQuery('export.state', null)
  if (state?.isRunning) return <Running state={state} />
  if (isStarted && state && (state.result || state.error)) return <ExportResult state={state} onAgain={() => setStarted(false)} />
  return <Choose sessionIds={sessionIds} onStarted={() => setStarted(true)} />
}

function Choose({ sessionIds, onStarted }: { sessionIds: readonly Id[] | undefined; onStarted: () => void }) {
  const listed = useListed()
  const { data: counts } = useQuery('session.facets', null)
  const { run, isRunning } = useCommand('export.choose')
  const [format, setFormat] = useState<ExportFormat>('json')
  const [scope, setScope] = useState<Scope>(sessionIds ? 'listed' : 'all')
  const scopes = scopeChoices(counts, listed.length, sessionIds?.length)
  const chosen = scopes.find(each => each.scope === scope)
  const start = async () => {
    const ids = scope === 'listed' ? (sessionIds ?? listed.map(line => line.id)) : []
    if (await run({ format, scope, sessionIds: ids })) onStarted()
  }
  return (
    <Dialog
      title="Export"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button variant="primary" isDisabled={!chosen?.sessions || isRunning} onPress={() => void start()}>
            Export {count(chosen?.sessions ?? 0, 'session')}…
          </Button>
        </>
      }
    >
      <RadioGroup className="field" value={format} onChange={value => setFormat(exportFormats.find(each => each === value) ?? format)}>
        <Label className="field-label">Format</Label>
        {exportFormats.map(each => (
          <Radio key={each} value={each} className="option option-card">
            <span className="option-dot" />
            <span className="option-words">
              <strong>{formatNames[each].name}</strong>
              <span className="muted small">{formatNames[each].holds}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup className="field" value={scope} onChange={value => setScope(exportScopes.find(each => each === value) ?? scope)}>
        <Label className="field-label">Sessions</Label>
        {scopes.map(each => (
          <Radio key={each.scope} value={each.scope} className="option" isDisabled={each.sessions === 0}>
            <span className="option-dot" />
            <span className="option-words">{each.label}</span>
            <span className="muted numeric">{each.sessions.toLocaleString()}</span>
          </Radio>
        ))}
      </RadioGroup>
    </Dialog>
  )
}

function Running({ state: { done, total } }: { state: ExportState }) {
  return (
    <Dialog
      title="Export"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={() => act(call('export.cancel', null))}>Cancel the export</Button>
          <Button variant="primary" onPress={closeDialog}>
            Go on working
          </Button>
        </>
      }
    >
      <ProgressBar label="Writing" value={done} total={total} />
    </Dialog>
  )
}
