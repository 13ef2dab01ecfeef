import { useState, type FormEvent } from 'react'
import { Input, TextField } from 'react-aria-components'
import { Button } from '../shell/components/button.tsx'

export interface ThemeAddingProps {
  /** The path of the theme it goes below; empty at the top. */
  readonly below: string
  /** Whether it was added. */
  readonly onAdd: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Names new themes one after another: Enter adds, Escape ends. */
export function ThemeAdding({ below, onAdd, onClose }: ThemeAddingProps) {
  const [name, setName] = useState('')
  const label = below ? `New theme below ${below}` : 'New theme at the top level'
  async function add(event: FormEvent) {
    event.preventDefault()
    if (name.trim() && (await onAdd(name.trim()))) setName('')
  }
  return (
    <form className="theme-adding" onSubmit={event => void add(event)}>
      <p className="small muted">{label}</p>
      <div className="theme-adding-line">
        <TextField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to type here
          autoFocus
          aria-label={label}
          className="theme-adding-name"
          value={name}
          maxLength={500}
          onChange={setName}
          onKeyDown={event => (event.key === 'Escape' ? onClose() : event.continuePropagation())}
        >
          <Input className="input" dir="auto" placeholder="Name, then Enter" />
        </TextField>
        <Button type="submit" variant="primary" isDisabled={!name.trim()}>
          Add
        </Button>
        <Button onPress={onClose}>Done</Button>
      </div>
    </form>
  )
}
