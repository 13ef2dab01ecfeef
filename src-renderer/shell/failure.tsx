import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { AppState, BackupLine } from '../../src-preload/types.ts'
import { Button } from './components/button.tsx'
import { Confirm } from './components/dialog.tsx'
import { closeDialog } from './dialogs.ts'
import { act, attempt, notify } from './notices.tsx'
import { call } from './query.ts'
import { fileSize, fullTime } from './times.ts'
import { count } from './words.ts'

/** A project that cannot be opened: the fact, and the backups that can stand in for it. */
export function Failure({ failure }: { failure: NonNullable<AppState['failure']> }) {
  const { message, path, backups } = failure
  return (
    <section className="failure" role="alert" aria-labelledby="failure-title">
      <TriangleAlert size={20} aria-hidden className="failure-icon" />
      <div className="failure-words">
        <h2 id="failure-title">The project cannot be opened</h2>
        <p className="selectable">{message}</p>
        {path && (
          <p className="muted small path selectable">
            <bdi>{path}</bdi>
          </p>
        )}
        {backups.length > 0 && <Backups backups={backups} />}
        <div className="button-bar">
          {path && <Button onPress={() => act(call('project.openRecent', path))}>Try again</Button>}
          <Button onPress={() => act(call('project.open', null))}>Choose another project…</Button>
        </div>
      </div>
    </section>
  )
}

const shown = 5

function Backups({ backups }: { backups: readonly BackupLine[] }) {
  const [asked, setAsked] = useState<BackupLine>()
  return (
    <>
      <h3 className="failure-subtitle">
        {count(backups.length, 'backup')} {backups.length === 1 ? 'was' : 'were'} checked and can be restored
      </h3>
      <ul className="backup-list">
        {backups.slice(0, shown).map(backup => (
          <li key={backup.name} className="backup-line">
            <span className="numeric">{fullTime(backup.at)}</span>
            <span className="faint small numeric">{fileSize(backup.bytes)}</span>
            <Button size="small" onPress={() => setAsked(backup)}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
      {asked && <ConfirmRestore backup={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

async function restore({ name, at }: BackupLine) {
  const isDone = await attempt(call('project.restore', name).then(() => true))
  if (isDone) notify({ tone: 'success', text: `The project is as it was on ${fullTime(at)}` })
}

export function ConfirmRestore({ backup, onClose }: { backup: BackupLine; onClose: () => void }) {
  return (
    <Confirm
      title={`Go back to ${fullTime(backup.at)}?`}
      confirmLabel="Restore"
      onClose={onClose}
      onConfirm={() => {
        closeDialog()
        void restore(backup)
      }}
    >
      <p>The project becomes what it was then. The file as it is now is kept beside it, so nothing is lost.</p>
    </Confirm>
  )
}
