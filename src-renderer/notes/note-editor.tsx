import { useState } from 'react'
import { Button } from '../shell/components/button.tsx'
import { Confirm, Dialog } from '../shell/components/dialog.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import './note-editor.css'

export interface NoteEditorProps {
  readonly initialText: string
  readonly title: string
  /** Whether it was saved; the window stays open with its text otherwise. */
  readonly onSave: (text: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Writes one note: Ctrl or Cmd with Enter saves, Escape asks only where something would be lost. */
export function NoteEditor({ initialText, title, onSave, onClose }: NoteEditorProps) {
  const [text, setText] = useState(initialText)
  const [isLeaving, setLeaving] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const isChanged = text.trim() !== initialText.trim()
  const canSave = isChanged && text.trim() !== '' && !isSaving

  async function save() {
    if (!canSave) return
    setSaving(true)
    if (await onSave(text.trim())) onClose()
    else setSaving(false)
  }
  const leave = () => (isChanged ? setLeaving(true) : onClose())
  return (
    <>
      <Dialog
        title={title}
        onClose={leave}
        footer={
          <>
            <span className="note-editor-hint small muted dialog-footer-start">
              <ShownKeys keys="mod+enter" /> saves
            </span>
            <Button onPress={leave}>Cancel</Button>
            <Button variant="primary" isDisabled={!canSave} onPress={() => void save()}>
              Save note
            </Button>
          </>
        }
      >
        <TextField
          label="Note"
          isLabelHidden
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window is for typing
          autoFocus
          rows={7}
          maxLength={100_000}
          value={text}
          onChange={setText}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
            else event.continuePropagation()
          }}
        />
      </Dialog>
      {isLeaving && (
        <Confirm title="Discard what you wrote?" confirmLabel="Discard" isDanger onConfirm={onClose} onClose={() => setLeaving(false)}>
          <p>The note has not been saved.</p>
        </Confirm>
      )}
    </>
  )
}
