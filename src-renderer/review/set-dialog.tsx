import { useRef, type KeyboardEvent } from 'react'
import type { FieldKey, Role } from '../../src-preload/record.ts'
import { Dialog } from '../shell/components/dialog.tsx'
import { Kbd } from '../shell/components/kbd.tsx'
import { fieldGroups, fieldLetters, fieldNames, roleLetters, roleNames } from './field-words.ts'
import { readPerson } from './read-person.ts'
import { readValues } from './read-value.ts'
import { valueWords } from './value-words.ts'
import { Words } from '../shell/components/words.tsx'
import './set-dialog.css'

export interface SetDialogProps {
  readonly words: string
  /** The day of the session, for times that stand alone. */
  readonly day: string | undefined
  readonly onField: (key: FieldKey) => void
  readonly onPerson: (role: Role) => void
  readonly onSection: () => void
  readonly onClose: () => void
}

interface Target {
  readonly letter: string
  readonly name: string
  /** What would be set; `null` when the words say nothing of the kind. */
  readonly preview: string | null
  readonly run: () => void
}

function targetsOf({ words, day, onField, onPerson, onSection }: SetDialogProps): Target[] {
  const fields = fieldGroups
    .flatMap(group => group.keys)
    .map((key): Target => {
      const read = readValues(key, words, day).map(({ value }) => valueWords(key, value))
      return {
        letter: fieldLetters[key],
        name: fieldNames[key],
        preview: read.join(' · ') || null,
        run: () => onField(key),
      }
    })
  const people = Object.entries(roleLetters).map(([role, letter]): Target => {
    const { name } = readPerson(words, role as Role)
    return {
      letter,
      name: roleNames[role as Role],
      preview: name,
      run: () => onPerson(role as Role),
    }
  })
  return [...fields, ...people, { letter: 'x', name: 'New section', preview: words.slice(0, 80), run: onSection }]
}

/** Says what the selected words are: press the letter of a field, or choose it. */
export function SetDialog(props: SetDialogProps) {
  const list = useRef<HTMLUListElement>(null)
  const targets = targetsOf(props)
  function pick({ run, preview }: Target) {
    if (preview === null) return
    props.onClose()
    run()
  }
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = targets.find(({ letter }) => letter === event.key.toLowerCase())
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (target) pick(target)
    else if (step) moveBy(step)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  function moveBy(step: number) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons.at((at + step) % buttons.length)?.focus()
  }
  return (
    <Dialog title="These words are the…" width="wide" onClose={props.onClose}>
      <p className="quoted" dir="auto">
        <Words>{props.words.slice(0, 240)}</Words>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- letters choose among the buttons inside */}
      <ul className="set-list" ref={list} onKeyDown={press}>
        {targets.map((target, index) => (
          <li key={target.letter}>
            <button
              type="button"
              className="set-item"
              aria-disabled={target.preview === null}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is for choosing one of these
              autoFocus={index === 0}
              onClick={() => pick(target)}
            >
              <Kbd>{target.letter.toUpperCase()}</Kbd>
              <span className="set-name">{target.name}</span>
              <span className="set-preview one-line" dir="auto">
                <Words>{target.preview ?? 'nothing of this kind'}</Words>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
