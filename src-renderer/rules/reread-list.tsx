import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowRight } from 'lucide-react'
import { useRef } from 'react'
import type { RereadChange, RereadSession } from '../../src-preload/types.ts'
import { valueSentence } from './rule-words.ts'

const estimate = { session: 40, change: 44 }

function Change({ change: { before, after } }: { change: RereadChange }) {
  return (
    <li className="reread-change">
      <span className="reread-before">
        <span className="visually-hidden">Before: </span>
        {before ? <span dir="auto">{valueSentence(before)}</span> : <span className="faint">Not read</span>}
      </span>
      <ArrowRight size={14} aria-hidden className="reread-arrow" />
      <span className="reread-after">
        <span className="visually-hidden">After: </span>
        {after ? <span dir="auto">{valueSentence(after)}</span> : <span className="faint">Nothing</span>}
      </span>
    </li>
  )
}

/** Sessions with what would change in each, before and after. */
export function RereadList({ sessions }: { sessions: readonly RereadSession[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const rows = useVirtualizer({
    count: sessions.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => estimate.session + estimate.change * (sessions[index]?.changes.length ?? 1),
    getItemKey: index => sessions[index]?.id ?? index,
    overscan: 4,
    initialRect: { width: 640, height: 320 },
  })
  return (
    // A list that scrolls has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="reread-scroller" role="group" tabIndex={0} aria-label="What would change">
      <ul className="reread-list" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const session = sessions[index]
          return (
            session && (
              <li
                key={key}
                ref={rows.measureElement}
                className="reread-session"
                data-index={index}
                aria-setsize={sessions.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <p className="reread-title">
                  {session.code && <span className="badge numeric">{session.code}</span>}
                  <bdi className="one-line">{session.title ?? session.sourceName}</bdi>
                </p>
                <ul>
                  {session.changes.map((change, at) => (
                    <Change key={at} change={change} />
                  ))}
                </ul>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
