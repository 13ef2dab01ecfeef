import { useVirtualizer } from '@tanstack/react-virtual'
import { CircleAlert, CircleCheck, Copy } from 'lucide-react'
import { memo, useRef } from 'react'
import type { ImportLine } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { openSession } from '../shell/navigation.ts'
import { Words } from '../shell/components/words.tsx'
import { withOrderShown } from '../shell/order-signs.ts'

const usualHeight = 44

interface ImportLinesProps {
  readonly lines: readonly ImportLine[]
}
const saysTheSame = (one: ImportLinesProps, other: ImportLinesProps) => JSON.stringify(one) === JSON.stringify(other)

/** What an import has to tell of its files; only the lines in sight are drawn, and only where there is news. */
export const ImportLines = memo(function ImportLines({ lines }: ImportLinesProps) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: index => `${lines[index]?.file} ${index}`,
    overscan: 4,
  })
  return (
    // A list that scrolls has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="import-lines" tabIndex={0} role="group" aria-label="What was noticed">
      <ul className="import-rows" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index]
          return line && <Line key={key} line={line} index={index} total={lines.length} top={start} measure={rows.measureElement} />
        })}
      </ul>
    </div>
  )
}, saysTheSame)

const signs = { imported: CircleCheck, duplicate: Copy, failed: CircleAlert }
const signTones = { imported: 'tone-success', duplicate: 'muted', failed: 'tone-danger' }
const words = { imported: 'Imported', duplicate: 'Here already', failed: 'Not read' }

interface PlacedLine {
  readonly line: ImportLine
  readonly index: number
  readonly total: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly measure: (row: HTMLElement | null) => void
}

function Line({ line: { file, status, sessionId, message }, index, total, top, measure }: PlacedLine) {
  const Sign = signs[status]
  return (
    <li
      ref={measure}
      data-index={index}
      aria-setsize={total}
      aria-posinset={index + 1}
      className="import-line"
      style={{ transform: `translateY(${top}px)` }}
    >
      <Sign size={14} aria-hidden className={signTones[status]} />
      <span className="import-line-words">
        <span className="one-line" title={withOrderShown(file)}>
          <bdi>
            <Words>{file.split(/[\\/]/).at(-1) ?? ''}</Words>
          </bdi>
        </span>
        <span className="muted small selectable" dir="auto">
          {words[status]}
          {message && <Words>{`: ${message}`}</Words>}
        </span>
      </span>
      {sessionId && (
        <Button variant="quiet" size="small" onPress={() => openSession(sessionId)}>
          Open<span className="visually-hidden"> the session of {file}</span>
        </Button>
      )}
    </li>
  )
}
