import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'
import type { NoteListRow } from '../../src-preload/types.ts'
import { LongList, useLongList } from '../shell/components/long-list.tsx'
import { openSession } from '../shell/navigation.ts'
import { count } from '../shell/words.ts'
import { NoteCard } from './note-card.tsx'
import { lineKey, nextNote, type NoteLine } from './note-lines.ts'
import { Words } from '../shell/components/words.tsx'

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
          <Words>{line.title}</Words>
        </bdi>
      </Button>
      <span className="small muted numeric">{count(line.notes, 'note')}</span>
    </h2>
  )
}

const heightOf = ({ kind }: NoteLine) => estimate[kind]

/** Notes under their sessions; up and down arrows go from note to note. */
export function NoteList({ lines, onEdit, onRemove }: NoteListProps) {
  const { scroller, rows } = useLongList({ items: lines, keyOf: lineKey, heightOf })

  function focusNote(at: number) {
    rows.scrollToIndex(at)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] .note-open`)?.focus())
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    const next = nextNote(lines, Number(line?.dataset['index'] ?? -1), event.key === 'ArrowDown' ? 1 : -1)
    if (next === undefined) return
    event.preventDefault()
    focusNote(next)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the buttons in it
    <div ref={scroller} className="notes-scroller" onKeyDown={press}>
      <LongList rows={rows} items={lines}>
        {line =>
          line.kind === 'session' ? (
            <SessionHeading line={line} />
          ) : (
            <NoteCard note={line.note} onEdit={() => onEdit(line.note)} onRemove={() => onRemove(line.note)} />
          )
        }
      </LongList>
    </div>
  )
}
