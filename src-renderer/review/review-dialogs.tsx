import type { Span } from '../../src-preload/record.ts'
import type { Id, SessionRecord } from '../../src-preload/types.ts'
import { act } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { NoteEditor } from '../notes/note-editor.tsx'
import { TagPalette } from '../themes/tag-palette.tsx'
import { refusal } from '../shell/refusal.ts'
import type { NoteDraft, ReviewActions } from './review-context.ts'
import { SetDialog } from './set-dialog.tsx'

export type ReviewDialog =
  | { readonly name: 'set'; readonly span: Span }
  | { readonly name: 'tag'; readonly span: Span | null }
  | { readonly name: 'note'; readonly draft: NoteDraft }

export interface ReviewDialogsProps {
  readonly dialog: ReviewDialog | null
  readonly record: SessionRecord
  readonly source: string
  readonly day: string | undefined
  readonly actions: ReviewActions
  readonly onClose: () => void
}

const sameSpan = (a: Span | null, b: Span | null) => a?.[0] === b?.[0] && a?.[1] === b?.[1]

const saveNote = (sessionId: Id, { note, target, rowId, span }: NoteDraft, text: string) =>
  refusal(note ? call('note.set', { id: note.id, text }) : call('note.add', { sessionId, target, rowId, span, text }))

function Tagging({ record, span, onClose }: { record: SessionRecord; span: Span | null; onClose: () => void }) {
  const here = record.taggings.filter(tagging => tagging.lostQuote === null && sameSpan(tagging.span, span))
  function toggle(themeId: Id) {
    const known = here.filter(tagging => tagging.themeId === themeId).map(({ id }) => id)
    act(known.length > 0 ? call('tagging.remove', known) : call('tagging.add', { themeId, sessionIds: [record.id], span }))
  }
  return <TagPalette tagged={here.map(tagging => tagging.themeId)} onPick={toggle} onClose={onClose} />
}

export function ReviewDialogs({ dialog, record, source, day, actions, onClose }: ReviewDialogsProps) {
  if (dialog?.name === 'tag') return <Tagging record={record} span={dialog.span} onClose={onClose} />
  if (dialog?.name === 'note') {
    const { draft } = dialog
    return (
      <NoteEditor
        title={draft.note ? 'Change the note' : 'New note'}
        about={draft.about}
        initialText={draft.note?.text ?? ''}
        onSave={text => saveNote(record.id, draft, text)}
        onClose={onClose}
      />
    )
  }
  if (dialog?.name !== 'set') return null
  return (
    <SetDialog
      words={source.slice(...dialog.span)}
      day={day}
      onField={key => actions.setFromSelection(key, null)}
      onPerson={actions.addPersonFromSelection}
      onSection={() => actions.addSectionFromSelection('other')}
      onClose={onClose}
    />
  )
}
