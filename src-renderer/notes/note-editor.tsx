import { useState } from 'react'
import { Button } from '../shell/components/button.tsx'
import { Confirm, Dialog } from '../shell/components/dialog.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import { Words } from '../shell/components/words.tsx'

export interface NoteEditorProps {
  readonly initialText: string
  readonly title: string
  /** The words or the value that the note is about. */
  readonly about?: string | undefined
  /** Why it was not saved, if it was not; the window stays open with its text then. */
  readonly onSave: (text: string) => Promise<string | undefined>
  readonly onClose: () => void
}

/** Writes one note: Ctrl or Cmd with Enter saves, Escape asks only where something would be lost. */
export function NoteEditor({ initialText, title, about, onSave, onClose }: NoteEditorProps) {
  const [text, setText] = useState(initialText)
  const [isLeaving, setLeaving] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<string>()
  const isChanged = text.trim() !== initialText.trim()
  const canSave = isChanged && text.trim() !== '' && !isSaving

  async function save() {
    if (!canSave) return
    setSaving(true)
    const wrong = await onSave(text.trim())
    if (wrong === undefined) return onClose()
    setError(wrong)
    setSaving(false)
  }
  const leave = () => (isChanged ? setLeaving(true) : onClose())
  return (
    <>
      <Dialog
        title={title}
        onClose={leave}
        footer={
          <>
            <Button onPress={leave}>Cancel</Button>
            <Button variant="primary" isDisabled={!canSave} onPress={() => void save()}>
              Save
              <ShownKeys keys="mod+enter" />
            </Button>
          </>
        }
      >
        {about !== undefined && (
          <p className="quoted" dir="auto">
            <Words>{about}</Words>
          </p>
        )}
        <TextField
          label="Note"
          isLabelHidden
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window is for typing
          autoFocus
          rows={7}
          maxLength={100_000}
          isInvalid={error !== undefined}
          errorMessage={error}
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
