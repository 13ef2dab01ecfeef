import { SearchX, StickyNote } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { NoteListRow } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { EmptyState } from '../shell/components/empty-state.tsx'
import { Kbd } from '../shell/components/kbd.tsx'
import { SearchField } from '../shell/components/text-field.tsx'
import { goTo } from '../shell/navigation.ts'
import { attempt } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'
import { refusal } from '../shell/refusal.ts'
import { count } from '../shell/words.ts'
import { notifyUndoable } from '../history/undoable.ts'
import { NoteEditor } from './note-editor.tsx'
import { noteLines } from './note-lines.ts'
import { NoteList } from './note-list.tsx'
import './notes.css'

async function removeNote({ id, sessionTitle }: NoteListRow) {
  const isDone = await attempt(call('note.remove', id).then(() => true))
  if (isDone) await notifyUndoable(`Deleted a note on “${sessionTitle}”`)
}

function NoNotes() {
  return (
    <EmptyState
      icon={<StickyNote size={20} aria-hidden />}
      title="No notes yet"
      actions={<Button onPress={() => goTo('library')}>Go to the library</Button>}
    >
      Notes are your own words beside the record: a doubt, a reason, something to ask. In a session, press <Kbd>M</Kbd> to write one about
      the session, about a value, or about the words that you have selected.
    </EmptyState>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX size={20} aria-hidden />}
      title="No note has these words"
      actions={<Button onPress={onClear}>Clear the search</Button>}
    >
      The search looks in the notes and in the titles of their sessions.
    </EmptyState>
  )
}

/** All notes of the project, under their sessions. */
export function NotesScreen() {
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<NoteListRow | null>(null)
  const { data: notes, error } = useQuery('note.list', text, { keepsPrevious: true })
  const lines = useMemo(() => noteLines(notes ?? []), [notes])
  const isSearching = text.trim() !== ''
  return (
    <div className="screen notes">
      <header className="pane-header">
        <h1 className="pane-title">Notes</h1>
        <span className="muted small numeric" role="status">
          {notes && (isSearching ? `${notes.length.toLocaleString()} found` : notes.length.toLocaleString())}
          <span className="visually-hidden"> {notes && count(notes.length, 'note')}</span>
        </span>
        <span className="pane-gap" />
        <div className="notes-search">
          <SearchField label="Search notes" placeholder="Search notes and titles" value={text} onChange={setText} />
        </div>
      </header>
      {error && !notes && <p role="alert">{error.message}</p>}
      {notes && notes.length > 0 && <NoteList lines={lines} onEdit={setEdited} onRemove={note => void removeNote(note)} />}
      {notes?.length === 0 && (isSearching ? <NothingFound onClear={() => setText('')} /> : <NoNotes />)}
      {edited && (
        <NoteEditor
          title={`Note on “${edited.sessionTitle}”`}
          initialText={edited.text}
          onSave={changed => refusal(call('note.set', { id: edited.id, text: changed }))}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}
