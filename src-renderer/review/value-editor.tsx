import type { FieldKey } from '../../src-preload/record.ts'
import { sessionTypes } from '../../src-preload/record.ts'
import { Select } from '../shell/components/choice.tsx'
import { sessionTypeNames } from '../shell/words.ts'
import { fieldNames } from './field-words.ts'
import { InlineEditor } from './inline-editor.tsx'
import { useReview } from './review-context.ts'
import type { ReviewRow } from './rows.ts'

const hints: Partial<Record<FieldKey, string>> = {
  startsAt: 'In UTC, as 2021-12-10T12:50Z',
  endsAt: 'In UTC, as 2021-12-10T14:20Z',
  durationMinutes: 'In minutes',
  sdgs: 'A goal (10) or a target (16.10, 5.b)',
}
const typeChoices = sessionTypes.map(type => ({ id: type, label: sessionTypeNames[type] }))

/** Edits the value of a field, in the way that suits its kind. */
export function ValueEditor({ row }: { row: ReviewRow & { readonly kind: 'field' } }) {
  const { saveField, closeEditor } = useReview()
  const { key, id, value, address } = row
  if (key === 'sessionType') {
    return (
      <Select
        label={fieldNames[key]}
        isLabelHidden
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user has just asked to edit this value
        autoFocus
        defaultOpen
        onOpenChange={isOpen => !isOpen && closeEditor(address, false)}
        choices={typeChoices}
        value={typeChoices.find(choice => choice.id === value)?.id ?? null}
        onChange={type => void saveField(key, id, type)}
      />
    )
  }
  return (
    <InlineEditor
      label={fieldNames[key]}
      initial={value ?? ''}
      hint={hints[key]}
      onSave={(text, keepsFocus) => saveField(key, id, text, keepsFocus)}
      onClose={keepsFocus => closeEditor(address, keepsFocus)}
    />
  )
}
