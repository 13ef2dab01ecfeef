import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { Id, MovedThing, VersionPreview } from '../../src-preload/types.ts'
import { notifyUndoable } from '../history/undoable.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { openSession } from '../shell/navigation.ts'
import { attempt } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'
import { shortTime } from '../shell/times.ts'
import { Comparing, DifferenceView } from './difference-view.tsx'
import { ThingsList } from './things-list.tsx'
import { Words } from '../shell/components/words.tsx'

export interface CompareDialogProps {
  readonly sessionId: Id
  readonly otherId: Id
}

const sideOf = ({ sourceName, importedAt, text }: VersionPreview['older'], what: string) => ({
  name: `${what}, imported ${shortTime(importedAt)}: ${sourceName}`,
  text,
})

function outcomeWords(things: readonly MovedThing[]) {
  const lost = things.filter(({ outcome }) => outcome === 'lost').length
  return lost === 0
    ? 'All that stood in the older text has its place.'
    : `${lost} could not be placed and ${lost === 1 ? 'waits' : 'wait'} in the problem queue.`
}

/** Two sessions that may be texts of one: what differs, and what joining them would do. */
export function CompareDialog({ sessionId, otherId }: CompareDialogProps) {
  const [isSwapped, setSwapped] = useState(false)
  const { data, error } = useQuery('version.preview', { sessionId, otherId, isSwapped })
  const [isDeciding, setDeciding] = useState(false)

  // Its buttons stay enabled: one that is pressed has the focus, and would lose it.
  async function decide(request: () => Promise<unknown>): Promise<boolean> {
    if (isDeciding) return false
    setDeciding(true)
    const isDone = await attempt(request().then(() => true))
    setDeciding(false)
    if (isDone) closeDialog()
    return isDone ?? false
  }
  async function adoptNewer({ older, newer, things }: VersionPreview) {
    if (!(await decide(() => call('version.adopt', { intoId: older.sessionId, fromId: newer.sessionId })))) return
    openSession(older.sessionId)
    await notifyUndoable(`${newer.sourceName} is the text of this session now. ${outcomeWords(things)}`)
  }
  async function keepApart() {
    if (!(await decide(() => call('version.refuse', { sessionId, otherId })))) return
    await notifyUndoable('They stay two sessions, and will not be asked about again.')
  }
  return (
    <Dialog
      title="Another text of the same session?"
      width="full"
      onClose={closeDialog}
      footer={
        <>
          <span className="dialog-footer-start">
            <Button onPress={() => setSwapped(!isSwapped)}>
              <ArrowLeftRight size={16} aria-hidden />
              The other is newer
            </Button>
          </span>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button isDisabled={!data} onPress={() => void keepApart()}>
            Not the same session
          </Button>
          <Button variant="primary" isDisabled={!data} onPress={() => data && void adoptNewer(data)}>
            Make it the new version of{' '}
            <bdi className="compare-name one-line">
              <Words>{data ? data.older.sourceName : 'the session'}</Words>
            </bdi>
          </Button>
        </>
      }
    >
      {error && <p role="alert">{error.message}</p>}
      {!data && !error && <Comparing />}
      {data && (
        <div className="compare-and-things">
          <DifferenceView older={sideOf(data.older, 'Older')} newer={sideOf(data.newer, 'Newer')} changes={data.changes} />
          <ThingsList things={data.things} />
        </div>
      )}
    </Dialog>
  )
}
