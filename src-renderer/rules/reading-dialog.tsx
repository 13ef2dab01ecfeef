import { useEffect } from 'react'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { ProgressBar } from '../shell/components/progress-bar.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { act } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'

/** What the status bar opens; closed when the reading is over. */
export function ReadingDialog() {
  const { data: state } = useQuery('reading.state', null)
  const isOver = state?.isRunning === false
  useEffect(() => {
    if (isOver) closeDialog()
  }, [isOver])
  return <ReadingProgress />
}

/** How far reading pages again has come, with the way to cancel it. */
export function ReadingProgress() {
  const { data: state } = useQuery('reading.state', null)
  return (
    <Dialog
      title="Reading pages again"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={() => act(call('reading.cancel', 'apply'))}>Cancel</Button>
          <Button variant="primary" onPress={closeDialog}>
            Go on working
          </Button>
        </>
      }
    >
      <ProgressBar label="Reading" value={state?.done ?? 0} total={state?.total ?? 0} />
    </Dialog>
  )
}
