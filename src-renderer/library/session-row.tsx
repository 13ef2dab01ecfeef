import { Check, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { SessionLine } from '../../src-preload/types.ts'
import { joinClasses } from '../shell/components/button.tsx'
import { ConfidenceMeter } from '../shell/components/confidence-meter.tsx'
import { count, sessionTypeNames } from '../shell/words.ts'
import { splitSnippet } from './snippet.ts'
import { StatusIcon } from './status-icon.tsx'
import { Words } from '../shell/components/words.tsx'
import { withOrderShown } from '../shell/order-signs.ts'

export interface SessionRowProps {
  readonly line: SessionLine
  readonly index: number
  readonly total: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly isOpen: boolean
  readonly isCursor: boolean
  readonly isSelected: boolean
  readonly measure: (row: HTMLElement | null) => void
}

export const listId = 'session-list'
export const rowId = (sessionId: string) => `session-${sessionId}`

const sameInside = (one: Inside, other: Inside) => one.isSelected === other.isSelected && same(one.line, other.line)
function same(one: object, other: object) {
  if (one === other) return true
  const others = new Map(Object.entries(other))
  return Object.entries(one).every(([key, value]) => Object.is(value, others.get(key)))
}

/** One session of the list; clicks and keys are the list's. */
export function SessionRow({ line, index, total, top, isOpen, isCursor, isSelected, measure }: SessionRowProps) {
  return (
    <div
      ref={measure}
      id={rowId(line.id)}
      data-index={index}
      role="option"
      aria-selected={isSelected}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-current={isOpen}
      className={joinClasses('row', isOpen && 'row-open', isCursor && 'row-cursor', isSelected && 'row-selected')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowInside line={line} isSelected={isSelected} />
    </div>
  )
}

type Inside = Pick<SessionRowProps, 'line' | 'isSelected'>

/** What stays the same when the row moves. */
const RowInside = memo(function RowInside({ line, isSelected }: Inside) {
  return (
    <>
      <span className="row-sign">
        <StatusIcon status={line.status} />
        <span className="row-check" data-check aria-hidden>
          {isSelected && <Check size={12} strokeWidth={3} />}
        </span>
      </span>
      <span className="row-words">
        <span
          className={joinClasses('row-title two-lines', line.title === null && 'row-untitled')}
          dir="auto"
          title={withOrderShown(line.title ?? line.sourceName)}
        >
          <Words>{line.title ?? line.sourceName}</Words>
        </span>
        {line.snippet !== null && <Snippet snippet={line.snippet} />}
        <span className="row-facts">
          <Facts line={line} />
        </span>
      </span>
    </>
  )
}, sameInside)

function Facts({ line }: { line: SessionLine }) {
  const facts = [
    line.code,
    line.code.includes(String(line.year)) ? null : line.year,
    line.sessionType && sessionTypeNames[line.sessionType],
  ]
  return (
    <>
      <span className="row-facts-text one-line numeric">{facts.filter(Boolean).join(' · ')}</span>
      {line.problems > 0 && (
        <span className="row-problems numeric" title={`${count(line.problems, 'value or problem', 'values and problems')} to check`}>
          <TriangleAlert size={12} aria-hidden />
          {line.problems}
          <span className="visually-hidden"> to check</span>
        </span>
      )}
      {line.confidence < 1 && <ConfidenceMeter value={line.confidence} />}
    </>
  )
}

function Snippet({ snippet }: { snippet: string }) {
  return (
    <span className="row-snippet two-lines" dir="auto">
      {splitSnippet(snippet).map(({ text, isMatch }, at) =>
        isMatch ? (
          <mark key={at}>
            <Words>{text}</Words>
          </mark>
        ) : (
          <Words key={at}>{text}</Words>
        ),
      )}
    </span>
  )
}
