import { MessageSquarePlus, PencilLine, Trash2 } from 'lucide-react'
import type { NoteRow } from '../../src-preload/types.ts'
import { Button, IconButton } from '../shell/components/button.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { act } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { shortTime } from '../shell/times.ts'
import { shorten } from './quote.ts'
import { useReview } from './review-context.ts'
import type { ReviewRow } from './rows.ts'
import { Words } from '../shell/components/words.tsx'

export interface NoteListProps {
  readonly notes: readonly NoteRow[]
  readonly rows: readonly ReviewRow[]
}

function NoteItem({ note, row }: { note: NoteRow; row: ReviewRow | undefined }) {
  const { quote, reveal, focusRow, writeNote } = useReview()
  const { span, lostQuote } = note
  const lost = lostQuote === null ? undefined : `Not placed: “${shorten(lostQuote)}”`
  const about = span ? `“${quote([span])}”` : (lost ?? row?.label ?? 'The session')
  return (
    <li className="note-item" data-note={note.id}>
      {span || row ? (
        <button type="button" className="row-quote" dir="auto" onClick={() => (span ? reveal([span]) : row && focusRow(row.address))}>
          <Words>{about}</Words>
        </button>
      ) : (
        <span className="note-about">{about}</span>
      )}
      <p className="note-text selectable" dir="auto">
        <Words>{note.text}</Words>
      </p>
      <span className="note-by">
        {note.author} · {shortTime(note.at)}
      </span>
      <span className="note-actions">
        <IconButton size="small" label="Edit note" onPress={() => writeNote({ ...note, about, note })}>
          <PencilLine size={14} aria-hidden />
        </IconButton>
        <IconButton size="small" label="Delete note" onPress={() => act(call('note.remove', note.id))}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </span>
    </li>
  )
}

export function NoteList({ notes, rows }: NoteListProps) {
  const { writeNote } = useReview()
  const aboutSession = {
    target: 'session',
    rowId: null,
    span: null,
    about: 'The session',
    note: null,
  } as const
  return (
    <>
      <ul className="note-list">
        {notes.map(note => (
          <NoteItem key={note.id} note={note} row={rows.find(row => row.id !== null && row.id === note.rowId)} />
        ))}
      </ul>
      <Button variant="quiet" size="small" onPress={() => writeNote(aboutSession)}>
        <MessageSquarePlus size={14} aria-hidden />
        Note on the session
        <ShownKeys keys="shift+m" />
      </Button>
    </>
  )
}
