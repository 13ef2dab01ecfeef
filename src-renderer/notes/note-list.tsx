import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'
import type { NoteListRow } from '../../src-preload/types.ts'
import { openSession } from '../shell/navigation.ts'
import { count } from '../shell/words.ts'
import { NoteCard } from './note-card.tsx'
import { lineKey, nextNote, type NoteLine } from './note-lines.ts'

export interface NoteListProps {
  readonly lines: readonly NoteLine[]
  readonly onEdit: (note: NoteListRow) => void
  readonly onRemove: (note: NoteListRow) => void
}

const estimate = { session: 44, note: 92 }

function SessionHeading({ line }: { line: Extract<NoteLine, { kind: 'session' }> }) {
  return (
    <h2 className="note-session">
      <Button className="note-session-open" onPress={() => openSession(line.sessionId)}>
        {line.code && <span className="badge numeric">{line.code}</span>}
        <bdi className="one-line" dir="auto">
          {line.title}
        </bdi>
      </Button>
      <span className="small muted numeric">{count(line.notes, 'note')}</span>
    </h2>
  )
}

function useNoteRows(lines: readonly NoteLine[]) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => estimate[lines[index]?.kind ?? 'note'],
    getItemKey: index => (lines[index] ? lineKey(lines[index]) : index),
    overscan: 6,
  })
  function focusNote(at: number) {
    rows.scrollToIndex(at)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] .note-open`)?.focus())
  }
  return { scroller, rows, focusNote }
}

/** Notes under their sessions; up and down arrows go from note to note. */
export function NoteList({ lines, onEdit, onRemove }: NoteListProps) {
  const { scroller, rows, focusNote } = useNoteRows(lines)

  function press(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    const next = nextNote(lines, Number(line?.dataset['index'] ?? -1), event.key === 'ArrowDown' ? 1 : -1)
    if (next === undefined) return
    event.preventDefault()
    focusNote(next)
  }
  return (
    <div ref={scroller} className="notes-scroller">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons in it */}
      <ul className="notes-list" onKeyDown={press} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index]
          return (
            line && (
              <li
                key={key}
                ref={rows.measureElement}
                className="notes-line"
                data-index={index}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line.kind === 'session' ? (
                  <SessionHeading line={line} />
                ) : (
                  <NoteCard note={line.note} onEdit={() => onEdit(line.note)} onRemove={() => onRemove(line.note)} />
                )}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
