import type { Id } from '../../src-preload/types.ts'

/** Rows chosen for something to be done with all of them, apart from the session that is open. */
export interface Selection {
  readonly ids: ReadonlySet<Id>
  /** The row that the keyboard is on. */
  readonly cursor: Id | null
  /** Where a stretch begins that Shift extends. */
  readonly anchor: Id | null
}

export const nothingSelected: Selection = { ids: new Set(), cursor: null, anchor: null }

function stretch(order: readonly Id[], from: Id | null, to: Id): Id[] {
  const end = order.indexOf(to)
  const start = from === null ? end : order.indexOf(from)
  if (end < 0) return []
  return start < 0 ? [to] : order.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/** A plain click: nothing is chosen, a stretch may begin here. */
export const pointTo = (id: Id): Selection => ({ ids: new Set(), cursor: id, anchor: id })

/** Ctrl or Cmd click, and Space. The first also takes the row that was clicked before it. */
export function toggle({ ids, anchor }: Selection, id: Id, { withAnchor = false } = {}): Selection {
  const next = new Set(ids)
  if (withAnchor && ids.size === 0 && anchor !== null && anchor !== id) next.add(anchor)
  if (!next.delete(id)) next.add(id)
  return { ids: next, cursor: id, anchor: id }
}

/** Shift click, and Shift with an arrow: from the anchor to here and nothing else. */
export function extendTo({ anchor, cursor }: Selection, order: readonly Id[], id: Id): Selection {
  const from = anchor ?? cursor
  return { ids: new Set(stretch(order, from, id)), cursor: id, anchor: from ?? id }
}

/** An arrow by itself: moves and keeps what is chosen. */
export const moveTo = (selection: Selection, id: Id): Selection => ({ ...selection, cursor: id, anchor: id })

export function selectAll(selection: Selection, order: readonly Id[]): Selection {
  return { ...selection, ids: new Set(order), cursor: selection.cursor ?? order[0] ?? null }
}

export const clearSelection = (selection: Selection): Selection => ({ ...selection, ids: new Set() })

/** Drops what is no longer listed; the same object where nothing changes. */
export function keepListed(selection: Selection, order: readonly Id[]): Selection {
  const listed = new Set(order)
  const isListed = (id: Id | null) => id === null || listed.has(id)
  if (isListed(selection.cursor) && isListed(selection.anchor) && [...selection.ids].every(isListed)) return selection
  return {
    ids: new Set([...selection.ids].filter(isListed)),
    cursor: isListed(selection.cursor) ? selection.cursor : null,
    anchor: isListed(selection.anchor) ? selection.anchor : null,
  }
}

/** The row that a key leads to from the cursor; `page` is how many rows fit. */
export function rowForKey(key: string, order: readonly Id[], cursor: Id | null, page: number): Id | undefined {
  const at = cursor === null ? -1 : order.indexOf(cursor)
  const last = order.length - 1
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? last : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }
  const to = steps[key]
  return to === undefined ? undefined : order[Math.min(last, Math.max(0, to))]
}
