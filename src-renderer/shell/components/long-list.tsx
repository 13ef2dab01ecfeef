import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode, type RefObject } from 'react'
import { joinClasses } from './button.tsx'

export interface LongListOptions<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** About how high an item is, in pixels, until it is drawn. */
  readonly heightOf: (item: T) => number
}
export interface LongListRows {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rows: Virtualizer<HTMLDivElement, HTMLLIElement>
}

/** Items of a list of which only those in sight are drawn; `scroller` is for the element around it. */
export function useLongList<T>({ items, keyOf, heightOf }: LongListOptions<T>): LongListRows {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const rows = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => heightOf(items[index]!),
    getItemKey: index => keyOf(items[index]!),
    overscan: 6,
    initialRect: { width: 640, height: 320 },
  })
  return { scroller, rows }
}

export interface LongListProps<T> extends Pick<LongListRows, 'rows'> {
  readonly items: readonly T[]
  readonly itemClass?: string
  readonly children: (item: T) => ReactNode
}

export function LongList<T>({ rows, items, itemClass, children }: LongListProps<T>) {
  return (
    <ul className="long-list" style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index]
        return (
          item !== undefined && (
            <li
              key={key}
              ref={rows.measureElement}
              className={joinClasses('long-list-item', itemClass)}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(item)}
            </li>
          )
        )
      })}
    </ul>
  )
}
