import type { Id } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { useQuery } from '../shell/query.ts'
import { Comparing, DifferenceView } from './difference-view.tsx'

export interface VersionDialogProps {
  readonly sessionId: Id
  readonly sourceId: Id
}

/** An earlier text of a session beside the text of now. */
export function VersionDialog({ sessionId, sourceId }: VersionDialogProps) {
  const { data: earlier, error } = useQuery('version.text', { sessionId, sourceId })
  const { data: now } = useQuery('session.source', sessionId)
  return (
    <Dialog
      title="An earlier version"
      width="full"
      onClose={closeDialog}
      footer={
        <Button variant="primary" onPress={closeDialog}>
          Done
        </Button>
      }
    >
      {error && <p role="alert">{error.message}</p>}
      {!earlier && !error && <Comparing />}
      {earlier && now && (
        <DifferenceView
          older={{ name: `Then: ${earlier.name}`, text: earlier.text }}
          newer={{ name: `Now: ${now.name}`, text: now.text }}
          changes={earlier.changes}
        />
      )}
    </Dialog>
  )
}
