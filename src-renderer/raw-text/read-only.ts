import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const refuse = (event: Event) => {
  event.preventDefault()
  return true
}

/** The text can be selected with caret and keyboard, as any text can, but nothing changes it. */
export function readOnly(label: string): Extension {
  return [
    EditorState.readOnly.of(true),
    EditorView.domEventHandlers({ beforeinput: refuse, paste: refuse, cut: refuse, drop: refuse }),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, 'aria-readonly': 'true', inputmode: 'none', translate: 'no' }),
  ]
}
