import { useState } from 'react'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import { closeDialog } from '../shell/dialogs.ts'
import { openSession } from '../shell/navigation.ts'
import { notify } from '../shell/notices.tsx'
import { useCommand } from '../shell/query.ts'

/** The first line that says something, as a name to begin with. */
export const firstLine = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .find(Boolean)
    ?.slice(0, 80)

/** Makes a session of text from the clipboard. */
export function PasteDialog() {
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const { run, isRunning } = useCommand('import.text')
  const paste = async () => {
    const state = await run({ name: name.trim() || firstLine(text) || 'Pasted text', text })
    if (!state) return
    closeDialog()
    const line = state.lines[0]
    if (line && line.status !== 'imported') notify({ tone: 'info', text: line.message || 'This text is in the project already.' })
    if (line?.sessionId) openSession(line.sessionId)
  }
  return (
    <Dialog
      title="Paste text as a session"
      width="wide"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>Cancel</Button>
          <Button variant="primary" isDisabled={text.trim() === '' || isRunning} onPress={() => void paste()}>
            Import
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to paste here */}
      <TextField label="Text of the page" rows={14} value={text} onChange={setText} autoFocus />
      <TextField
        label="Name"
        hint="Left empty, the first line is the name."
        placeholder={firstLine(text)}
        value={name}
        onChange={setName}
      />
    </Dialog>
  )
}
