import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import type { Id, LibraryFilter, SessionLine } from '../../src-preload/types.ts'
import { isMac } from '../shell/keys.ts'
import { openSession, useCurrentSession } from '../shell/navigation.ts'
import { BulkBar } from './bulk-bar.tsx'
import * as choose from './selection.ts'
import { listId, rowId, SessionRow } from './session-row.tsx'

const rowHeight = { plain: 58, withSnippet: 92 }

/** The rows that are drawn: those in sight and the one that the keyboard is on. */
function useRows(lines: readonly SessionLine[], hasSnippets: boolean, cursorAt: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range)
      return cursorAt < 0 || shown.includes(cursorAt) ? shown : [...shown, cursorAt].toSorted((one, other) => one - other)
    },
    [cursorAt],
  )
  // Another function for the same lines would have all of them measured anew.
  const getItemKey = useCallback((index: number) => lines[index]?.id ?? index, [lines])
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (hasSnippets ? rowHeight.withSnippet : rowHeight.plain),
    getItemKey,
    // About as much as the list will be given: the first rows are then drawn bit by bit, and not all at once when it is measured.
    initialRect: { width: 0, height: innerHeight / 2 },
    overscan: 4,
    rangeExtractor,
  })
  return { scroller, rows }
}

function rowAt(event: MouseEvent, lines: readonly SessionLine[]) {
  const target = event.target instanceof Element ? event.target : null
  const row = target?.closest<HTMLElement>('[data-index]')
  return { id: lines[Number(row?.dataset.index ?? -1)]?.id, isCheck: target?.closest('[data-check]') !== null }
}

/** What a click chooses; a plain one opens the session. */
function clicked(selection: choose.Selection, order: readonly Id[], id: Id, event: MouseEvent, isCheck: boolean): choose.Selection {
  if (event.shiftKey) return choose.extendTo(selection, order, id)
  if (isMac ? event.metaKey : event.ctrlKey) return choose.toggle(selection, id, { withAnchor: true })
  if (isCheck) return choose.toggle(selection, id)
  openSession(id)
  return choose.pointTo(id)
}

/** What a key chooses; `undefined` where the key is not the list's. */
function pressed(selection: choose.Selection, order: readonly Id[], event: KeyboardEvent, page: number): choose.Selection | undefined {
  const { cursor } = selection
  const mod = isMac ? event.metaKey : event.ctrlKey
  if (mod) return event.key.toLowerCase() === 'a' && !event.shiftKey ? choose.selectAll(selection, order) : undefined
  if (event.altKey) return undefined
  if (event.key === 'Escape') return selection.ids.size > 0 ? choose.clearSelection(selection) : undefined
  if (cursor !== null && event.key === ' ') return choose.toggle(selection, cursor)
  if (cursor !== null && event.key === 'Enter') {
    openSession(cursor)
    return { ...selection }
  }
  const to = choose.rowForKey(event.key, order, cursor, page)
  if (to === undefined) return undefined
  return event.shiftKey ? choose.extendTo(selection, order, to) : choose.moveTo(selection, to)
}

interface SessionListProps {
  readonly lines: readonly SessionLine[]
  readonly filter: LibraryFilter
}

export function SessionList({ lines, filter }: SessionListProps) {
  const openId = useCurrentSession()
  const order = useMemo(() => lines.map(line => line.id), [lines])
  const [kept, setSelection] = useState<choose.Selection>(choose.nothingSelected)
  const selection = useMemo(() => choose.keepListed(kept, order), [kept, order])
  const cursorAt = selection.cursor === null ? -1 : order.indexOf(selection.cursor)
  const shownFilter = useRef(filter)
  const wasShown = useRef(false)
  const { scroller, rows } = useRows(lines, filter.text !== '', cursorAt)

  useEffect(() => {
    const at = openId === null ? -1 : order.indexOf(openId)
    if (at < 0 || openId === null) return
    setSelection(before => (before.ids.size > 0 ? before : choose.pointTo(openId)))
    rows.scrollToIndex(at, { align: wasShown.current ? 'auto' : 'center' })
    wasShown.current = true
    // Only when another session is opened: a list that changes must not jump.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openId])

  useEffect(() => {
    if (filter !== shownFilter.current) rows.scrollToOffset(0)
    shownFilter.current = filter
  }, [filter, rows])

  const move = (next: choose.Selection) => {
    setSelection(next)
    const at = next.cursor === null ? -1 : order.indexOf(next.cursor)
    if (at >= 0) rows.scrollToIndex(at)
  }
  const onClick = (event: MouseEvent) => {
    const { id, isCheck } = rowAt(event, lines)
    if (id) setSelection(clicked(selection, order, id, event, isCheck))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, rows.getVirtualItems().length - 7)
    const next = pressed(selection, order, event, page)
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    move(next)
  }
  const onFocus = ({ currentTarget }: FocusEvent) => {
    if (selection.cursor !== null || !order[0]) return
    const next = choose.moveTo(selection, openId && order.includes(openId) ? openId : order[0])
    // The row that a mouse was pressed on has to be there still when it is let go.
    if (currentTarget.matches(':focus-visible')) move(next)
    else setSelection(next)
  }

  return (
    <>
      <div
        ref={scroller}
        id={listId}
        className="session-list"
        role="listbox"
        tabIndex={0}
        aria-label="Sessions"
        aria-multiselectable
        aria-activedescendant={selection.cursor === null ? undefined : rowId(selection.cursor)}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <div className="session-rows" role="presentation" style={{ blockSize: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index]
            return (
              line && (
                <SessionRow
                  key={key}
                  line={line}
                  index={index}
                  total={lines.length}
                  top={start}
                  isOpen={line.id === openId}
                  isCursor={line.id === selection.cursor}
                  isSelected={selection.ids.has(line.id)}
                  measure={rows.measureElement}
                />
              )
            )
          })}
        </div>
      </div>
      {selection.ids.size > 0 && <BulkBar ids={selection.ids} onClear={() => setSelection(choose.clearSelection(selection))} />}
    </>
  )
}
