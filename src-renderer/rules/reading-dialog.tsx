import { useEffect } from 'react'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { ProgressBar } from '../shell/components/progress-bar.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { act } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'

export const readingTitle = 'Reading pages again'

/** What the status bar opens; closed when the reading is over. */
export function ReadingDialog() {
  const { data: state } = useQuery('reading.state', null)
  const isOver = state?.isRunning === false
  useEffect(() => {
    if (isOver) closeDialog()
  }, [isOver])
  return (
    <Dialog title={readingTitle} onClose={closeDialog} footer={<ReadingButtons />}>
      <ReadingProgress />
    </Dialog>
  )
}

/** How far reading pages again has come. */
export function ReadingProgress() {
  const { data: state } = useQuery('reading.state', null)
  return <ProgressBar label="Reading" value={state?.done ?? 0} total={state?.total ?? 0} />
}

export function ReadingButtons() {
  return (
    <>
      <Button onPress={() => act(call('reading.cancel', 'apply'))}>Cancel</Button>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that began it had the focus, and is gone */}
      <Button variant="primary" autoFocus onPress={closeDialog}>
        Go on working
      </Button>
    </>
  )
}
