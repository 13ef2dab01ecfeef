import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type Key,
  type SelectProps as AriaSelectProps,
} from 'react-aria-components'
import { Words } from './words.tsx'

export interface Choice<K extends Key = string> {
  readonly id: K
  readonly label: string
  /** A second line that says what the choice means. */
  readonly hint?: string | undefined
}

function ChoiceItem({ choice }: { choice: Choice<Key> }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="menu-item">
      <span className="menu-item-text">
        <span dir="auto">
          <Words>{choice.label}</Words>
        </span>
        {choice.hint && <span className="field-hint"> {choice.hint}</span>}
      </span>
      <span className="menu-item-check">
        <Check size={14} aria-hidden />
      </span>
    </ListBoxItem>
  )
}

interface Words {
  readonly label: string
  readonly isLabelHidden?: boolean | undefined
}

export interface SelectProps<K extends Key>
  extends
    Omit<
      AriaSelectProps<Choice<K>>,
      'children' | 'items' | 'value' | 'defaultValue' | 'onChange' | 'selectedKey' | 'onSelectionChange' | 'className'
    >,
    Words {
  readonly choices: readonly Choice<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
}

export function Select<K extends Key>({ label, isLabelHidden, choices, value, onChange, ...rest }: SelectProps<K>) {
  return (
    <AriaSelect {...rest} className="field" value={value} onChange={key => key !== null && onChange(key as K)}>
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="button select-button">
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu" items={choices}>
          {choice => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
