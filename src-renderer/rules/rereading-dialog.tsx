import { useState, type ReactNode } from 'react'
import type { RereadingCause, RereadingPreview, RereadingResult } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { ProgressBar } from '../shell/components/progress-bar.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { act, notify } from '../shell/notices.tsx'
import { call, useCommand, useQuery } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import { notifyUndoable } from '../history/undoable.ts'
import { forgetLesson } from './lesson.ts'
import { RereadList } from './reread-list.tsx'
import { RuleFields } from './rule-fields.tsx'
import { ruleSentence } from './rule-words.ts'
import { usePreview } from './use-preview.ts'
import './rules.css'

interface CauseWords {
  readonly title: string
  readonly verb: (preview: RereadingPreview | undefined) => string
  readonly done: (sessions: number) => string
}
const on = (preview: RereadingPreview | undefined) => (preview?.changed ? ` to ${count(preview.changed, 'session')}` : '')

const words: Readonly<Record<RereadingCause['what'], CauseWords>> = {
  add: {
    title: 'Make a rule',
    verb: preview => (preview?.changed ? `Apply${on(preview)}` : 'Make the rule'),
    done: sessions => `Made a rule, applied to ${count(sessions, 'session')}`,
  },
  set: { title: 'Edit the rule', verb: () => 'Save', done: sessions => `Changed the rule, in ${count(sessions, 'session')}` },
  remove: {
    title: 'Delete the rule?',
    verb: () => 'Delete the rule',
    done: sessions => `Deleted the rule; ${count(sessions, 'session')} changed back`,
  },
  read: {
    title: 'Read pages again',
    verb: preview => (preview?.changed ? `Change ${count(preview.changed, 'session')}` : 'Read again'),
    done: sessions => `Read the pages again: ${count(sessions, 'session')} changed`,
  },
}

/** Does it and says so, with a way back. */
export function report({ what }: RereadingCause, { sessions, wasCancelled }: RereadingResult): void {
  if (wasCancelled) notify({ tone: 'info', text: 'Cancelled. Nothing was changed.' })
  else void notifyUndoable(words[what].done(sessions))
}

function Running() {
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

function Outcome({ preview, error, isLooking, children }: ReturnType<typeof usePreview> & { children?: ReactNode }) {
  const changed = preview?.changed ?? 0
  return (
    <div className="reread-outcome" aria-busy={isLooking}>
      <p role="status" className="reread-count">
        {error ?? (isLooking ? 'Looking at the pages…' : changed === 0 ? 'No session would change.' : summary(preview!))}
      </p>
      {children}
      {preview && changed > 0 && <RereadList sessions={preview.sessions} />}
    </div>
  )
}

function summary({ changed, values, sessions }: RereadingPreview): string {
  const more = changed > sessions.length ? ` The first ${sessions.length.toLocaleString()} are shown.` : ''
  return `${count(values, 'value')} in ${count(changed, 'session')} would change. Values that somebody has checked, and reviewed sessions, stay as they are.${more}`
}

/** Shows what reading again would change, before and after, and does it. */
export function RereadingDialog({ cause: given }: { cause: RereadingCause }) {
  const [cause, setCause] = useState(given)
  const looked = usePreview(cause)
  const { run, isRunning } = useCommand('reading.apply')
  const { title, verb } = words[cause.what]
  const apply = async () => {
    const result = await run(cause)
    if (!result) return
    closeDialog()
    if (cause.what === 'add') forgetLesson()
    report(cause, result)
  }
  if (isRunning) return <Running />
  const rule = 'rule' in cause ? cause.rule : undefined
  const isIncomplete = rule !== undefined && [rule.name, rule.pattern, rule.target].some(text => text?.trim() === '')
  const hasNothing = cause.what === 'read' && looked.preview?.changed === 0
  return (
    <Dialog
      title={title}
      width="wide"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            variant={cause.what === 'remove' ? 'danger' : 'primary'}
            isDisabled={isIncomplete || looked.isLooking || looked.error !== undefined || hasNothing}
            onPress={() => void apply()}
          >
            {verb(looked.preview)}
          </Button>
        </>
      }
    >
      {rule && 'rule' in cause && (
        <>
          <p className="rule-sentence" dir="auto">
            {ruleSentence(rule)}
          </p>
          <RuleFields rule={rule} onChange={changed => setCause({ ...cause, rule: changed })} />
        </>
      )}
      <Outcome {...looked} />
    </Dialog>
  )
}
