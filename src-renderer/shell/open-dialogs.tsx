import { ExportDialog } from '../export/export-dialog.tsx'
import { BackupsDialog } from '../history/backups-dialog.tsx'
import { PasteDialog } from '../library/paste-dialog.tsx'
import { useOpenDialog } from './dialogs.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'

/** The dialog that any part of the window asked for. */
export function Dialogs() {
  const dialog = useOpenDialog()
  switch (dialog?.name) {
    case 'palette':
      return <Palette />
    case 'keys':
      return <KeysDialog />
    case 'paste':
      return <PasteDialog />
    case 'backups':
      return <BackupsDialog />
    case 'export':
      return <ExportDialog sessionIds={dialog.sessionIds} />
    case undefined:
      return null
  }
}
