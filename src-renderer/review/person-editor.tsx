import { useState, type KeyboardEvent } from 'react'
import { regionalGroups, roles, stakeholderGroups } from '../../src-preload/record.ts'
import type { Id, PersonDetails } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Select } from '../shell/components/choice.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import { roleNames } from './field-words.ts'
import { useReview } from './review-context.ts'
import { useEditor } from './use-editor.ts'

const notGiven = 'none'
const roleChoices = roles.map(role => ({ id: role, label: roleNames[role] }))
const choicesOf = <T extends string>(groups: readonly T[]) => [
  { id: notGiven as T | typeof notGiven, label: 'Not given' },
  ...groups.map(group => ({ id: group as T | typeof notGiven, label: group })),
]
const stakeholderChoices = choicesOf(stakeholderGroups)
const regionChoices = choicesOf(regionalGroups)

export interface PersonEditorProps {
  /** `null` for a person who is added. */
  readonly id: Id | null
  readonly initial: PersonDetails
  readonly onClose: (keepsFocus: boolean) => void
}

const hasFocusInList = (event: KeyboardEvent) => event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'

const partsOf = ({ name, role, affiliation, stakeholderGroup, regionalGroup }: PersonDetails) =>
  [name, roleNames[role], affiliation, stakeholderGroup, regionalGroup].filter(Boolean).join(', ')

/** Edits all that is known of a person, in place: Enter in a text saves, Escape puts back. */
export function PersonEditor({ id, initial: given, onClose }: PersonEditorProps) {
  const { savePerson } = useReview()
  const [initial] = useState(given)
  const [person, setPerson] = useState(initial)
  const isChanged = partsOf(person) !== partsOf(initial)
  const { error, save, close } = useEditor({
    unsaved: isChanged ? partsOf(person) : null,
    onSave: keepsFocus => savePerson(id, person, keepsFocus),
    onClose,
  })
  const change = (part: Partial<PersonDetails>) => setPerson(known => ({ ...known, ...part }))

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || hasFocusInList(event)) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter and Escape work in all of its inputs
    <div className="person-editor" role="group" aria-label={id ? 'Edit person' : 'Add a person'} onKeyDown={press}>
      <TextField
        label="Name"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user has just asked to edit this person
        autoFocus
        value={person.name ?? ''}
        onChange={name => change({ name: name || null })}
      />
      <Select label="Role" choices={roleChoices} value={person.role} onChange={role => change({ role })} />
      <TextField
        label="Affiliation"
        value={person.affiliation ?? ''}
        onChange={affiliation => change({ affiliation: affiliation || null })}
      />
      <Select
        label="Stakeholder group"
        choices={stakeholderChoices}
        value={person.stakeholderGroup ?? notGiven}
        onChange={group => change({ stakeholderGroup: group === notGiven ? null : group })}
      />
      <Select
        label="Regional group"
        choices={regionChoices}
        value={person.regionalGroup ?? notGiven}
        onChange={group => change({ regionalGroup: group === notGiven ? null : group })}
      />
      <div className="editor-actions">
        <Button variant="primary" size="small" onPress={() => save()}>
          Save
        </Button>
        <Button size="small" onPress={() => close()}>
          Cancel
        </Button>
        {error && (
          <span className="field-error" role="alert">
            {error}
          </span>
        )}
      </div>
    </div>
  )
}
