import { useState } from 'react'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import type { NoteDraft } from './review-context.ts'
import { isSaving, type FieldKeyEvent } from './typing-keys.ts'

export interface NoteDialogProps {
  readonly draft: NoteDraft
  readonly onSave: (text: string) => Promise<string | undefined>
  readonly onClose: () => void
}

/** Writes a note or changes one. */
export function NoteDialog({ draft, onSave, onClose }: NoteDialogProps) {
  const [text, setText] = useState(draft.note?.text ?? '')
  const [error, setError] = useState<string>()
  async function save() {
    const wrong = await onSave(text)
    if (wrong === undefined) onClose()
    else setError(wrong)
  }
  function press(event: FieldKeyEvent) {
    if (!isSaving(event)) return event.continuePropagation()
    event.preventDefault()
    if (text.trim() !== '') void save()
  }
  return (
    <Dialog
      title={draft.note ? 'Change the note' : 'New note'}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={text.trim() === ''} onPress={() => void save()}>
            Save
            <ShownKeys keys="mod+enter" />
          </Button>
        </>
      }
    >
      <p className="row-quote-still" dir="auto">
        {draft.about}
      </p>
      <TextField
        label="Note"
        isLabelHidden
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is for this field
        autoFocus
        rows={5}
        value={text}
        onChange={setText}
        onKeyDown={press}
        isInvalid={error !== undefined}
        errorMessage={error}
      />
    </Dialog>
  )
}
