import { DatabaseBackup } from 'lucide-react'
import { useState } from 'react'
import type { BackupLine } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { ConfirmRestore } from '../shell/failure.tsx'
import { notify } from '../shell/notices.tsx'
import { askAgain, useCommand, useQuery } from '../shell/query.ts'
import { fileSize, fullTime } from '../shell/times.ts'

/** The copies of the project that are kept, and the way back to one. */
export function BackupsDialog() {
  const { data: backups } = useQuery('project.backups', null)
  const { run, isRunning } = useCommand('project.backup')
  const [asked, setAsked] = useState<BackupLine>()
  const backUp = async () => {
    const made = await run(null)
    askAgain(['project.backups', 'project.info'])
    if (made) notify({ tone: 'success', text: `Backed up and checked: ${fileSize(made.bytes)}` })
  }
  return (
    <Dialog
      title="Backups"
      onClose={closeDialog}
      footer={
        <>
          <Button isDisabled={isRunning} onPress={() => void backUp()}>
            <DatabaseBackup size={16} aria-hidden />
            Back up now
          </Button>
          <Button variant="primary" onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <p className="muted">Backups are made by themselves while you work; each is opened and checked before it counts.</p>
      {backups?.length === 0 && <p>There is none yet.</p>}
      {backups && backups.length > 0 && (
        <ul className="backup-list">
          {backups.map(backup => (
            <li key={backup.name} className="backup-line">
              <span className="numeric">{fullTime(backup.at)}</span>
              <span className="faint small numeric">{fileSize(backup.bytes)}</span>
              <Button size="small" aria-label={`Restore the backup of ${fullTime(backup.at)}`} onPress={() => setAsked(backup)}>
                Restore…
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked && <ConfirmRestore backup={asked} onClose={() => setAsked(undefined)} />}
    </Dialog>
  )
}
