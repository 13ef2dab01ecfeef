import { FileText, Pencil, Quote, TextCursorInput, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { NoteListRow } from '../../src-preload/types.ts'
import { IconButton } from '../shell/components/button.tsx'
import { openSession } from '../shell/navigation.ts'
import { rowsOf } from '../review/rows.ts'
import { useQuery } from '../shell/query.ts'
import { shortTime } from '../shell/times.ts'
import { Words } from '../shell/components/words.tsx'

const targets = {
  session: { icon: FileText, words: 'About the session' },
  value: { icon: TextCursorInput, words: 'About a value' },
  span: { icon: Quote, words: 'About these words' },
} as const

/** The value that a note is about, as the record says it now. */
function ValueName({ note }: { note: NoteListRow }) {
  const { data: record } = useQuery('session.get', note.sessionId)
  const row = useMemo(() => record && rowsOf(record).find(each => each.id === note.rowId), [record, note.rowId])
  return (
    <bdi className="one-line">
      <Words>{row?.label ?? targets.value.words}</Words>
    </bdi>
  )
}

function About({ note }: { note: NoteListRow }) {
  if (note.target === 'value') return <ValueName note={note} />
  if (note.quote === null) return <span aria-hidden>{targets[note.target].words}</span>
  return (
    <q className="note-quote two-lines" dir="auto">
      <Words>{note.quote}</Words>
    </q>
  )
}

/** Opens the session where the note is. */
export function openNote({ sessionId, span, rowId }: NoteListRow) {
  openSession(sessionId, { span: span ?? undefined, rowId: rowId ?? undefined })
}

export interface NoteCardProps {
  readonly note: NoteListRow
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** A note with what it is about; pressing it opens the session there. */
export function NoteCard({ note, onEdit, onRemove }: NoteCardProps) {
  const { icon: Icon, words } = targets[note.target]
  return (
    <article className="note">
      <Button className="note-open" onPress={() => openNote(note)}>
        <span className="note-about">
          <Icon size={14} aria-hidden />
          <span className="visually-hidden">{words}: </span>
          <About note={note} />
        </span>
        <span className="note-text" dir="auto">
          <Words>{note.text}</Words>
        </span>
        <span className="note-by small muted">
          <bdi>{note.author}</bdi> · <time dateTime={note.at}>{shortTime(note.at)}</time>
        </span>
      </Button>
      <span className="note-tools">
        <IconButton label="Edit this note" size="small" onPress={onEdit}>
          <Pencil size={14} aria-hidden />
        </IconButton>
        <IconButton label="Delete this note" size="small" onPress={onRemove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </span>
    </article>
  )
}
