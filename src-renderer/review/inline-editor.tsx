import { useEffect, useRef, useState } from 'react'
import { TextField } from '../shell/components/text-field.tsx'
import type { FieldKeyEvent } from './typing-keys.ts'

export interface InlineEditorProps {
  readonly label: string
  readonly initial: string
  readonly hint?: string | undefined
  readonly placeholder?: string | undefined
  /** Saves; gives what is wrong, if anything. */
  readonly onSave: (text: string) => Promise<string | undefined>
  /** `keepsFocus` when the user went elsewhere. */
  readonly onClose: (keepsFocus: boolean) => void
}

/** A line of text in place of a value: Enter saves, Escape puts back, going elsewhere saves what changed. */
export function InlineEditor({ label, initial, hint, placeholder, onSave, onClose }: InlineEditorProps) {
  const [text, setText] = useState(initial)
  const [error, setError] = useState<string>()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  // Saving may move the focus, and going elsewhere saves: only the first counts.
  const isBusy = useRef(false)
  useEffect(() => input.current?.select(), [])

  function close(keepsFocus: boolean) {
    isBusy.current = true
    onClose(keepsFocus)
  }
  async function save(keepsFocus: boolean) {
    if (isBusy.current) return
    if (text === initial || text.trim() === '') return close(keepsFocus)
    isBusy.current = true
    const wrong = await onSave(text)
    if (wrong === undefined) return close(keepsFocus)
    isBusy.current = false
    setError(wrong)
  }
  function press(event: FieldKeyEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void save(false)
    else if (event.key === 'Escape') close(false)
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
      onBlur={() => void save(true)}
      isInvalid={error !== undefined}
      errorMessage={error}
      hint={hint}
      placeholder={placeholder}
    />
  )
}
