import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Id, RereadingCause, RereadingPreview, RuleDraft } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { ProgressBar } from '../shell/components/progress-bar.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { useCommand, useQuery } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import { forgetSuggestion } from './lesson.ts'
import { ReadingButtons, ReadingProgress, readingTitle } from './reading-dialog.tsx'
import { report } from './reading-report.ts'
import { RereadList } from './reread-list.tsx'
import { RuleFields } from './rule-fields.tsx'
import { isolated, ruleSentence } from './rule-words.ts'
import { usePreview } from './use-preview.ts'
import { Words } from '../shell/components/words.tsx'
import './rules.css'

interface CauseWords {
  readonly title: string
  readonly verb: (preview: RereadingPreview | undefined) => string
}
const on = (preview: RereadingPreview | undefined) => (preview?.changed ? ` to ${count(preview.changed, 'session')}` : '')

const words: Readonly<Record<RereadingCause['what'], CauseWords>> = {
  add: {
    title: 'Make a rule',
    verb: preview => (preview?.changed ? `Apply${on(preview)}` : 'Make the rule'),
  },
  set: { title: 'Edit the rule', verb: () => 'Save' },
  remove: {
    title: 'Delete the rule?',
    verb: () => 'Delete the rule',
  },
  read: {
    title: 'Read pages again',
    verb: preview => (preview?.changed ? `Change ${count(preview.changed, 'session')}` : 'Read again'),
  },
}

/** Why the rule cannot be used as it is written, if so. */
function missingIn({ name, pattern, target }: RuleDraft): string | undefined {
  if (pattern.trim() === '') return 'The rule needs the words of the page that it is about.'
  if (target?.trim() === '') return 'The rule does not say what these words mean.'
  return name.trim() === '' ? 'The rule needs a name.' : undefined
}

/** Only what takes a while is worth a bar. */
const manyPages = 100

function Looking() {
  const { data: state } = useQuery('reading.state', null)
  const looked = state?.preview
  return looked && looked.total > manyPages ? <ProgressBar label="Pages looked at" value={looked.done} total={looked.total} /> : null
}

function Outcome({ preview, error, isLooking }: ReturnType<typeof usePreview>) {
  const changed = preview?.changed ?? 0
  return (
    <div className="reread-outcome" aria-busy={isLooking}>
      <p role="status" className="reread-count">
        {error ?? (isLooking ? 'Looking at the pages…' : changed === 0 ? 'No session would change.' : summary(preview!))}
      </p>
      {isLooking && <Looking />}
      {!isLooking && preview?.replaces != null && (
        <p className="reread-replaces">
          <TriangleAlert size={14} aria-hidden />
          <span>The rule “{isolated(preview.replaces)}” is about the same words: this one takes its place.</span>
        </p>
      )}
      {preview && changed > 0 && <RereadList sessions={preview.sessions} />}
    </div>
  )
}

function summary({ changed, values, sessions }: RereadingPreview): string {
  const more = changed > sessions.length ? ` The first ${sessions.length.toLocaleString()} are shown.` : ''
  return `${count(values, 'value')} in ${count(changed, 'session')} would change. Values that somebody has checked, and reviewed sessions, stay as they are.${more}`
}

function Removed({ id }: { id: Id }) {
  const { data: rules } = useQuery('rule.list', null)
  const rule = rules?.find(each => each.id === id)
  return (
    rule && (
      <p className="rule-sentence">
        <strong>
          <bdi>
            <Words>{rule.name}</Words>
          </bdi>
        </strong>
        <span className="two-lines">{ruleSentence(rule)}</span>
      </p>
    )
  )
}

/** Whoever went on working may have another dialog open by now. */
function useMounted() {
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => void (isMounted.current = false)
  }, [])
  return isMounted
}

/** Shows what reading again would change, before and after, and does it. */
export function RereadingDialog({ cause: given }: { cause: RereadingCause }) {
  const [cause, setCause] = useState(given)
  const { run, isRunning } = useCommand('reading.apply')
  const rule = 'rule' in cause ? cause.rule : undefined
  const missing = rule && missingIn(rule)
  const isAboutNothing = rule !== undefined && [rule.pattern, rule.target].some(text => text?.trim() === '')
  const looked = usePreview(isAboutNothing ? null : cause, isRunning)
  const isOpen = useMounted()
  const { title, verb } = words[cause.what]
  const apply = async () => {
    const result = await run(cause)
    if (!result) return
    if (isOpen.current) closeDialog()
    if (given.what === 'add') forgetSuggestion(given.rule)
    report(cause, result)
  }
  const hasNothing = cause.what === 'read' && looked.preview?.changed === 0
  const buttons = (
    <>
      <Button onPress={closeDialog}>Cancel</Button>
      <Button
        variant={cause.what === 'remove' ? 'danger' : 'primary'}
        isDisabled={missing !== undefined || looked.isLooking || looked.error !== undefined || hasNothing}
        onPress={() => void apply()}
      >
        {verb(looked.preview)}
      </Button>
    </>
  )
  // One window, whatever is in it: it gives the focus back to where it was before.
  return (
    <Dialog
      title={isRunning ? readingTitle : title}
      width={isRunning ? 'normal' : 'wide'}
      onClose={closeDialog}
      footer={isRunning ? <ReadingButtons /> : buttons}
    >
      {isRunning ? (
        <ReadingProgress />
      ) : (
        <>
          {rule && 'rule' in cause && (
            <>
              <p className="rule-sentence">
                <span className="two-lines">{ruleSentence(rule)}</span>
              </p>
              <RuleFields rule={rule} onChange={changed => setCause({ ...cause, rule: changed })} />
            </>
          )}
          {cause.what === 'remove' && <Removed id={cause.id} />}
          <Outcome {...looked} error={missing ?? looked.error} />
        </>
      )}
    </Dialog>
  )
}
