import { useEffect, useRef, useState } from 'react'
import { TextField } from '../shell/components/text-field.tsx'
import type { FieldKeyEvent } from './typing-keys.ts'
import { useEditor } from './use-editor.ts'

export interface InlineEditorProps {
  readonly label: string
  readonly initial: string
  readonly hint?: string | undefined
  readonly placeholder?: string | undefined
  /** Saves; gives what is wrong, if anything. */
  readonly onSave: (text: string, keepsFocus: boolean) => Promise<string | undefined>
  /** `keepsFocus` when the user went elsewhere. */
  readonly onClose: (keepsFocus: boolean) => void
}

/** A line of text in place of a value: Enter saves, Escape puts back, going elsewhere saves what changed. */
export function InlineEditor({ label, initial: given, hint, placeholder, onSave, onClose }: InlineEditorProps) {
  const [initial] = useState(given)
  const [text, setText] = useState(initial)
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const unsaved = text === initial || text.trim() === '' ? null : text
  const { error, save, close } = useEditor({ unsaved, onSave: keepsFocus => onSave(text, keepsFocus), onClose })
  useEffect(() => input.current?.select(), [])

  const leave = (keepsFocus: boolean) => (unsaved === null ? close : save)(keepsFocus)
  function press(event: FieldKeyEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') leave(false)
    else if (event.key === 'Escape') close()
    else return event.continuePropagation()
    event.preventDefault()
  }
  return (
    <TextField
      label={label}
      isLabelHidden
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user has just asked to edit this value
      autoFocus
      inputRef={input}
      value={text}
      onChange={setText}
      onKeyDown={press}
      onBlur={({ relatedTarget }) => leave(relatedTarget !== null)}
      isInvalid={error !== undefined}
      errorMessage={error}
      hint={hint}
      placeholder={placeholder}
    />
  )
}
