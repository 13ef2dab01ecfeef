import { useEffect, useRef, type RefObject } from 'react'
import type { LeftPlace } from './left-place.ts'
import { focusPage } from './panes.ts'
import type { ReviewRow } from './rows.ts'

/** Keeps the focus on a row: also one that is still to come, or the next one where the row in hand is gone. */
export function useRowFocus(
  pane: RefObject<HTMLElement | null>,
  rows: readonly ReviewRow[],
  active: string | null,
  editing: string | null,
  place: LeftPlace | null,
) {
  const awaited = useRef<string | null>(null)
  const before = useRef(rows)

  function focusRow(address: string) {
    const row = pane.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(address)}"]`)
    awaited.current = row ? null : address
    row?.focus()
  }
  useEffect(() => {
    // Panes have no size, and so no focus, before the first frame.
    const frame = requestAnimationFrame(() => {
      if (place) pane.current?.scrollTo({ top: place.scrollTop })
      const address = active ?? (place ? null : rows[0]?.address)
      if (document.activeElement !== document.body) return
      if (address) focusRow(address)
      else if (place) focusPage()
    })
    return () => cancelAnimationFrame(frame)
    // Only when a session is opened by a key that took the one before away.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  useEffect(() => {
    const at = before.current.findIndex(row => row.address === active)
    const next = rows[Math.min(at, rows.length - 1)]
    const isGone = at >= 0 && !rows.some(row => row.address === active)
    before.current = rows
    if (awaited.current !== null) focusRow(awaited.current)
    else if (isGone && next && document.activeElement === document.body) focusRow(next.address)
    // Only what is shown decides; the rest is looked up at that time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, editing])
  return focusRow
}
