import { ExportDialog } from '../export/export-dialog.tsx'
import { BackupsDialog } from '../history/backups-dialog.tsx'
import { PasteDialog } from '../library/paste-dialog.tsx'
import { ReadingDialog } from '../rules/reading-dialog.tsx'
import { RereadingDialog } from '../rules/rereading-dialog.tsx'
import { CompareDialog } from '../versions/compare-dialog.tsx'
import { VersionDialog } from '../versions/version-dialog.tsx'
import { useOpenDialog } from './dialogs.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'

const plainDialogs = { palette: Palette, keys: KeysDialog, paste: PasteDialog, backups: BackupsDialog, reading: ReadingDialog }

/** The dialog that any part of the window asked for. */
export function Dialogs() {
  const dialog = useOpenDialog()
  if (!dialog) return null
  if (dialog.name === 'export') return <ExportDialog sessionIds={dialog.sessionIds} />
  if (dialog.name === 'rereading') return <RereadingDialog cause={dialog.cause} />
  if (dialog.name === 'compare') return <CompareDialog sessionId={dialog.sessionId} otherId={dialog.otherId} />
  if (dialog.name === 'version') return <VersionDialog sessionId={dialog.sessionId} sourceId={dialog.sourceId} />
  const PlainDialog = plainDialogs[dialog.name]
  return <PlainDialog />
}
