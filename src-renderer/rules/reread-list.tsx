import { ArrowRight } from 'lucide-react'
import type { RereadChange, RereadSession } from '../../src-preload/types.ts'
import { LongList, useLongList } from '../shell/components/long-list.tsx'
import { Words } from '../shell/components/words.tsx'
import { count } from '../shell/words.ts'
import { valueSentence } from './rule-words.ts'

const estimate = { session: 40, change: 44 }

function Change({ change: { before, after } }: { change: RereadChange }) {
  return (
    <li className="reread-change">
      <span className="reread-before">
        <span className="visually-hidden">Before: </span>
        {before ? (
          <span>
            <Words>{valueSentence(before)}</Words>
          </span>
        ) : (
          <span className="faint">Not read</span>
        )}
      </span>
      <ArrowRight size={14} aria-hidden className="reread-arrow" />
      <span className="reread-after">
        <span className="visually-hidden">After: </span>
        {after ? (
          <span>
            <Words>{valueSentence(after)}</Words>
          </span>
        ) : (
          <span className="faint">Nothing</span>
        )}
      </span>
    </li>
  )
}

const heightOf = ({ changes }: RereadSession) => estimate.session + estimate.change * changes.length

/** Sessions with what would change in each, before and after. */
export function RereadList({ sessions }: { sessions: readonly RereadSession[] }) {
  const { scroller, rows } = useLongList({ items: sessions, keyOf: session => session.id, heightOf })
  return (
    // A list that scrolls has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="reread-scroller" role="group" tabIndex={0} aria-label="What would change">
      <LongList rows={rows} items={sessions} itemClass="reread-session">
        {session => (
          <>
            <p className="reread-title">
              {session.code && <span className="badge numeric">{session.code}</span>}
              <bdi className="one-line">
                <Words>{session.title ?? session.sourceName}</Words>
              </bdi>
            </p>
            <ul>
              {session.changes.map((change, at) => (
                <Change key={at} change={change} />
              ))}
              {session.further > 0 && <li className="muted small">{count(session.further, 'change')} more in this session</li>}
            </ul>
          </>
        )}
      </LongList>
    </div>
  )
}
