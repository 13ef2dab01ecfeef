import { useRef, useState, type KeyboardEvent } from 'react'

export interface ThemeNameFieldProps {
  readonly name: string
  /** `null` leaves it as it was. */
  readonly onDone: (name: string | null) => void
}

/** Renames in the row: Enter or leaving keeps what was typed, Escape does not. */
export function ThemeNameField({ name, onDone }: ThemeNameFieldProps) {
  const [text, setText] = useState(name)
  const isDone = useRef(false)

  function finish(field: HTMLElement, isKept: boolean) {
    if (isDone.current) return
    isDone.current = true
    const typed = text.trim()
    const hadFocus = document.activeElement === field
    onDone(isKept && typed && typed !== name ? typed : null)
    if (hadFocus) field.closest<HTMLElement>('[role=row]')?.focus()
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    finish(event.currentTarget, event.key === 'Enter')
  }
  return (
    <input
      className="input theme-name-field"
      aria-label={`Name of ${name}`}
      dir="auto"
      maxLength={500}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={event => finish(event.currentTarget, true)}
      onFocus={event => event.currentTarget.select()}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to type here
      autoFocus
    />
  )
}
