import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Span } from '../../src-preload/record.ts'
import type { Id, SessionRecord, SourceText, ThemeRow } from '../../src-preload/types.ts'
import type { MarginMark } from '../raw-text/margin.ts'
import type { Picked } from '../raw-text/picking.ts'
import type { RawTextHandle } from '../raw-text/raw-text.tsx'
import { enabledCommands, useCommands } from '../shell/commands.ts'
import { Splitter } from '../shell/components/splitter.tsx'
import { belongsToTyping, matchesKeys } from '../shell/key-match.ts'
import { isMac } from '../shell/keys.ts'
import { useTarget } from '../shell/navigation.ts'
import { notify, reportError } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { FieldsPane } from './fields-pane.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { problemQueue, stepInQueue } from './problems.ts'
import { RawPane } from './raw-pane.tsx'
import { dayOf, reviewActions, type ReviewState } from './review-actions.ts'
import { reviewCommands } from './review-commands.ts'
import { ReviewContext, type ReviewActions } from './review-context.ts'
import { ReviewDialogs, type ReviewDialog } from './review-dialogs.tsx'
import { ReviewHeader } from './review-header.tsx'
import { rowsOf, type ReviewRow } from './rows.ts'
import { bandsOf, highlightsOf, marginOf, tagsOf } from './shown.ts'
import { useHover } from './use-hover.ts'
import { useKept } from './use-kept.ts'
import { useRowFocus } from './use-row-focus.ts'

export interface OpenReviewProps {
  readonly record: SessionRecord
  readonly source: SourceText
  readonly themes: readonly ThemeRow[]
  readonly onNext: () => void
  readonly onPrevious: () => void
}

/** Runs the command of a key pressed in the text, where letters are commands although it looks like typing. */
function runKey(event: globalThis.KeyboardEvent): boolean {
  const isIts = (keys: string) => belongsToTyping(keys) && matchesKeys(keys, event, isMac)
  const command = enabledCommands().findLast(each => each.keys?.split(' ').some(isIts))
  if (!command) return false
  event.preventDefault()
  command.run()
  return true
}

/** Keys of a row that has the focus; true when one did something. */
function pressRow(event: KeyboardEvent, row: ReviewRow, actions: ReviewActions): boolean {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event
  if (ctrlKey || metaKey) return false
  const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[key]
  if (altKey && step) {
    if (row.kind === 'person') actions.movePerson(row.person.id, step)
    else actions.moveEdgeByLine(row, shiftKey ? 'end' : 'start', step)
    return true
  }
  if (altKey || shiftKey) return false
  if (key === 'Enter' && row.state !== 'cleared') actions.edit(row.address)
  else if (key === 'Delete' || key === 'Backspace') actions.clear(row)
  else return false
  return true
}

/** The actions stay the same object; what they work on is what the screen shows at the time. */
function useActions(state: ReviewState): ReviewActions {
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })
  const [actions] = useState(() => reviewActions(() => latest.current))
  return actions
}

/** What the page shows of the record; each part is the same object until it changes. */
function useShown(record: SessionRecord, rows: readonly ReviewRow[], themes: readonly ThemeRow[]) {
  const highlights = useMemo(() => highlightsOf(rows), [rows])
  const sections = useMemo(() => bandsOf(rows), [rows])
  const tags = useMemo(() => tagsOf(record.taggings, themes), [record.taggings, themes])
  const marks = useMemo(() => marginOf(record, rows), [record, rows])
  return useKept({ highlights, sections, tags, marks, leftover: record.leftover })
}

const boundaryOf = (row: ReviewRow | undefined) => {
  const [first, last] = [row?.spans[0], row?.spans.at(-1)]
  return row?.kind === 'section' && first && last ? { rowId: row.address, span: [first[0], last[1]] as const } : null
}

export function OpenReview({ record, source, themes, onNext, onPrevious }: OpenReviewProps) {
  const [active, setActive] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [problemId, setProblemId] = useState<Id | null>(null)
  const [dialog, setDialog] = useState<ReviewDialog | null>(null)
  const [refusals, setRefusals] = useState(0)
  const raw = useRef<RawTextHandle>(null)
  const pane = useRef<HTMLDivElement>(null)

  const rows = useKept(useMemo(() => rowsOf(record), [record]))
  const row = rows.find(each => each.address === active)
  const queue = useMemo(() => problemQueue(rows, record.problems), [rows, record.problems])
  const shown = useShown(record, rows, themes)
  // A boundary that the store refused goes back to where it was.
  // oxlint-disable-next-line react/exhaustive-deps
  const boundary = useMemo(() => boundaryOf(row), [row, refusals])
  const focusRow = useRowFocus(pane, rows, active, editing)
  const actions = useActions({
    record,
    source: source.text,
    rows,
    raw,
    setEditing,
    focusRow,
    openNote: draft => setDialog({ name: 'note', draft }),
    openTags: () => setDialog({ name: 'tag', span: raw.current?.selection() ?? null }),
  })

  function light(address: string | null, isMoving: boolean) {
    const lit = rows.find(each => each.address === address)
    const spans = lit && lit.kind !== 'section' ? lit.spans : []
    if (!isMoving) raw.current?.light(spans)
    else if (spans.length > 0) raw.current?.reveal(spans)
    else {
      raw.current?.light([])
      if (lit?.spans[0]) raw.current?.scrollTo(lit.spans[0])
    }
  }
  function activate(address: string) {
    setActive(address)
    light(address, address !== active)
  }
  const hover = useHover(address => light(address ?? active, address !== null))
  useEffect(() => {
    if (row && row.kind !== 'section') raw.current?.light(row.spans)
  }, [row])

  function step(by: 1 | -1) {
    const next = stepInQueue(queue, problemId, by)
    if (!next) return notify({ tone: 'success', text: 'Nothing is in doubt here.' })
    setProblemId(next.id)
    if (next.address) focusRow(next.address)
    if (next.spans.length > 0 && rows.find(each => each.address === next.address)?.kind !== 'section') raw.current?.reveal(next.spans)
  }
  function reviewed() {
    call('session.setStatus', { sessionIds: [record.id], status: 'reviewed' }).then(onNext, reportError)
  }
  function nextLeftover() {
    const caret = raw.current?.caret() ?? 0
    const next = record.leftover.find(([start]) => start > caret) ?? record.leftover[0]
    if (next) actions.select(next)
    else notify({ tone: 'success', text: 'All of the page is accounted for.' })
  }
  function openSetDialog() {
    const span = raw.current?.selection()
    if (span) setDialog({ name: 'set', span })
    else notify({ tone: 'info', text: 'Select words in the page first.' })
  }
  function pick({ rowId, taggingId }: Picked) {
    if (rowId !== null) focusRow(rowId)
    else pane.current?.querySelector<HTMLElement>(`[data-tagging="${CSS.escape(taggingId ?? '')}"] button`)?.focus()
  }
  function pickMark({ id, kind }: MarginMark) {
    if (kind === 'note') pane.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"] button`)?.focus()
    else {
      setProblemId(id)
      const address = queue.find(problem => problem.id === id)?.address
      if (address) focusRow(address)
    }
  }
  function moveBoundary(address: string, span: Span) {
    const id = rows.find(each => each.address === address)?.id
    if (!id) return
    call('section.set', { id, span }).catch((error: unknown) => {
      setRefusals(refusals + 1)
      reportError(error)
    })
  }
  useCommands(
    reviewCommands({
      record,
      row,
      raw,
      actions,
      problemId,
      onStep: step,
      onReviewed: reviewed,
      onSetField: openSetDialog,
      onNextLeftover: nextLeftover,
    }),
  )
  const target = useTarget()
  useEffect(() => {
    if (target?.sessionId !== record.id) return
    const address = rows.find(each => each.id !== null && each.id === target.rowId)?.address
    if (address) focusRow(address)
    if (target.span) actions.select(target.span)
    // A target is shown once, when it is asked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target])

  const page = (
    <RawPane
      ref={raw}
      label={`Page ${source.name}`}
      text={source.text}
      {...shown}
      boundary={boundary}
      onPick={pick}
      onPickMark={pickMark}
      onMoveBoundary={moveBoundary}
      onKey={runKey}
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
        <ProblemBar queue={queue} currentId={problemId} onStep={step} />
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
