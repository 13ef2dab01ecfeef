import { CircleAlert, CircleCheck, FolderOpen } from 'lucide-react'
import type { ExportState } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { act } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { count } from '../shell/words.ts'

export const revealExport = () => act(call('export.reveal', null))

export function ExportResult({ state, onAgain }: { state: ExportState; onAgain: () => void }) {
  return (
    <Dialog
      title="Export"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={onAgain}>{state.error ? 'Try again' : 'Export again'}</Button>
          {state.result && (
            <Button onPress={revealExport}>
              <FolderOpen size={16} aria-hidden />
              Show in folder
            </Button>
          )}
          <Button variant="primary" onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      {state.error && (
        <p className="export-line" role="alert">
          <CircleAlert size={16} aria-hidden className="tone-danger" />
          <span className="selectable">{state.error.message}</span>
        </p>
      )}
      {state.result && <Written result={state.result} />}
    </Dialog>
  )
}

function Written({ result }: { result: NonNullable<ExportState['result']> }) {
  const { path, files, sessions, report } = result
  return (
    <>
      <div className="export-line" role="status">
        <CircleCheck size={16} aria-hidden className="tone-success" />
        <span>
          <strong>
            {count(sessions, 'session')} in {count(files.length, 'file')}
          </strong>
          <span className="muted small path selectable export-path">
            <bdi>{path}</bdi>
          </span>
        </span>
      </div>
      <section aria-labelledby="export-report">
        <h3 id="export-report" className="field-label">
          What this format cannot hold
        </h3>
        {report.length === 0 ? (
          <p className="muted">Nothing was left out.</p>
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
          <ul className="export-report selectable" tabIndex={0} aria-labelledby="export-report">
            {report.map((line, at) => (
              <li key={at} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
