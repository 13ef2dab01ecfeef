import { useState, type ReactNode } from 'react'
import { Button } from '../shell/components/button.tsx'

export interface AddButtonProps {
  readonly icon: ReactNode
  readonly label: string
  /** What takes the button's place; `onClose` with `keepsFocus` when the user went elsewhere. */
  readonly renderEditor: (onClose: (keepsFocus: boolean) => void) => ReactNode
}

/** A button that turns into the editor of what it adds, and takes the focus back. */
export function AddButton({ icon, label, renderEditor }: AddButtonProps) {
  const [isAdding, setAdding] = useState(false)
  const [wasClosed, setWasClosed] = useState(false)
  if (isAdding) {
    return renderEditor(keepsFocus => {
      setAdding(false)
      setWasClosed(!keepsFocus)
    })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the focus was in the editor that stood here
    <Button variant="quiet" size="small" autoFocus={wasClosed} onPress={() => setAdding(true)}>
      {icon}
      {label}
    </Button>
  )
}
