import { useEffect, useMemo, useRef, useState } from 'react'
import type { Id, SessionRecord, SourceText, ThemeRow } from '../../src-preload/types.ts'
import type { MarginMark } from '../raw-text/margin.ts'
import type { Picked } from '../raw-text/picking.ts'
import type { RawTextHandle } from '../raw-text/raw-text.tsx'
import { LessonBar } from '../rules/lesson-bar.tsx'
import { learnFrom } from '../rules/lesson.ts'
import { useCommands } from '../shell/commands.ts'
import { Splitter } from '../shell/components/splitter.tsx'
import { useTarget, type Target } from '../shell/navigation.ts'
import { act, notify, reportError } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { FieldsPane } from './fields-pane.tsx'
import { useLeaving, useLeftPlace } from './left-place.ts'
import { ProblemBar } from './problem-bar.tsx'
import { RawPane } from './raw-pane.tsx'
import { reviewActions } from './review-actions.ts'
import { reviewCommands } from './review-commands.ts'
import { ReviewContext, type ReviewActions } from './review-context.ts'
import { ReviewDialogs, type ReviewDialog } from './review-dialogs.tsx'
import { ReviewHeader } from './review-header.tsx'
import { pressRow, runTextKey } from './review-keys.ts'
import type { ReviewState } from './review-state.ts'
import { dayOf, rowsOf, type ReviewRow } from './rows.ts'
import { bandsOf, highlightsOf, marginOf, tagsOf } from './shown.ts'
import { useBoundary } from './use-boundary.ts'
import { useKept } from './use-kept.ts'
import { useLighting } from './use-lighting.ts'
import { useProblems } from './use-problems.ts'
import { useRowFocus } from './use-row-focus.ts'

export interface OpenReviewProps {
  readonly record: SessionRecord
  readonly source: SourceText
  readonly themes: readonly ThemeRow[]
  readonly onNext: () => void
  readonly onPrevious: () => void
}

/** The actions stay the same object; what they work on is what the screen shows at the time. */
function useActions(state: ReviewState): ReviewActions {
  const [held] = useState(() => {
    let now = state
    return { actions: reviewActions(() => now), hold: (next: ReviewState) => void (now = next) }
  })
  useEffect(() => held.hold(state))
  return held.actions
}

/** What the page shows of the record; each part is the same object until it changes. */
function useShown(record: SessionRecord, rows: readonly ReviewRow[], themes: readonly ThemeRow[]) {
  const highlights = useMemo(() => highlightsOf(rows), [rows])
  const sections = useMemo(() => bandsOf(rows), [rows])
  const tags = useMemo(() => tagsOf(record.taggings, themes), [record.taggings, themes])
  const marks = useMemo(() => marginOf(record, rows), [record, rows])
  return useKept({ highlights, sections, tags, marks, leftover: record.leftover })
}

/** Those that were shown: coming back from another view does not show them again. */
const shownTargets = new WeakSet<Target>()

/** Shows the row or the words that the session was opened for. */
function useShownTarget(record: SessionRecord, rows: readonly ReviewRow[], actions: ReviewActions) {
  const target = useTarget()
  useEffect(() => {
    if (target?.sessionId !== record.id || shownTargets.has(target)) return undefined
    // The page is drawn, and the panes can have the focus, from the first frame on.
    const frame = requestAnimationFrame(() => {
      shownTargets.add(target)
      const row = rows.find(each => each.id !== null && each.id === target.rowId) ?? (target.takesFocus ? rows[0] : undefined)
      if (row) actions.focusRow(row.address)
      if (target.span) actions.select(target.span)
    })
    return () => cancelAnimationFrame(frame)
    // It is shown once, when it is asked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target])
}

/** Marks the session as reviewed and goes on: once, however fast it is asked for again. */
function useReviewed(sessionId: Id, onNext: () => void) {
  const [isLeaving, setLeaving] = useState(false)
  return () => {
    if (isLeaving) return
    setLeaving(true)
    call('session.setStatus', { sessionIds: [sessionId], status: 'reviewed' })
      .then(onNext, reportError)
      .finally(() => setLeaving(false))
  }
}

export function OpenReview({ record, source, themes, onNext, onPrevious }: OpenReviewProps) {
  const raw = useRef<RawTextHandle>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [dialog, setDialog] = useState<ReviewDialog | null>(null)
  const rows = useKept(useMemo(() => rowsOf(record), [record]))
  const textId = `${record.id} ${record.sha256}`
  const place = useLeftPlace(textId)
  const { active, row, activate, leave, hover } = useLighting(raw, rows, place?.active ?? null)
  const focusRow = useRowFocus(pane, rows, active, editing, place)
  useLeaving(textId, () => ({ active, scrollTop: pane.current?.scrollTop ?? 0, page: raw.current?.place() }))
  const problems = useProblems(rows, record.problems, raw, focusRow, leave)
  const { boundary, moveBoundary } = useBoundary(row, rows)
  const shown = useShown(record, rows, themes)
  const actions = useActions({
    record,
    source: source.text,
    rows,
    raw,
    setEditing,
    focusRow,
    openNote: draft => setDialog({ name: 'note', draft }),
    corrected(address, rowId, keepsFocus = false) {
      if (!keepsFocus) focusRow(address)
      act(learnFrom(record.id, rowId))
    },
    setAside: span => act(learnFrom(record.id, null, span)),
    openTags: () => setDialog({ name: 'tag', span: raw.current?.selection() ?? null }),
  })
  useShownTarget(record, rows, actions)
  const reviewed = useReviewed(record.id, onNext)

  function openSetDialog() {
    const span = actions.selection()
    if (span) setDialog({ name: 'set', span })
    else notify({ tone: 'info', text: 'Select words in the page first.' })
  }
  const focusIn = (selector: string) => pane.current?.querySelector<HTMLElement>(`${selector} button`)?.focus()
  function pick({ rowId, taggingId }: Picked) {
    if (rowId !== null) focusRow(rowId)
    else focusIn(`[data-tagging="${CSS.escape(taggingId ?? '')}"]`)
  }
  function pickMark({ id, kind }: MarginMark) {
    if (kind === 'note') focusIn(`[data-note="${CSS.escape(id)}"]`)
    else problems.showById(id)
  }
  useCommands(
    reviewCommands({
      record,
      row,
      actions,
      problem: problems.current,
      onChoose: problems.choose,
      onStep: problems.step,
      onReviewed: reviewed,
      onSetField: openSetDialog,
    }),
  )
  const page = (
    <RawPane
      ref={raw}
      label={`Page ${source.name}`}
      text={source.text}
      place={place?.page}
      {...shown}
      boundary={boundary}
      onPick={pick}
      onPickMark={pickMark}
      onMoveBoundary={moveBoundary}
      onKey={runTextKey}
    />
  )
  const fields = (
    <FieldsPane
      ref={pane}
      record={record}
      rows={rows}
      source={source.text}
      themes={themes}
      active={active}
      editing={editing}
      onActive={activate}
      onHover={hover}
      onKey={(event, each) => pressRow(event, each, actions)}
    />
  )
  return (
    <ReviewContext value={actions}>
      <div className="review">
        <ReviewHeader record={record} rows={rows} onNext={onNext} onPrevious={onPrevious} onReviewed={reviewed} />
        <ProblemBar
          sessionId={record.id}
          queue={problems.queue}
          currentId={problems.currentId}
          onStep={problems.step}
          onChoose={problems.choose}
        />
        <LessonBar sessionId={record.id} onPutAway={() => raw.current?.focus()} />
        <div className="review-panes">
          <Splitter
            id="review"
            panes={[
              { id: 'page', minSize: 280, content: page },
              { id: 'record', minSize: 320, content: fields },
            ]}
          />
        </div>
        <ReviewDialogs
          dialog={dialog}
          record={record}
          source={source.text}
          day={dayOf(rows)}
          actions={actions}
          onClose={() => setDialog(null)}
        />
      </div>
    </ReviewContext>
  )
}
