import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import {
  Button,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
  type SearchFieldProps as AriaSearchFieldProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'

interface Words {
  readonly label: string
  /** The label is for screen readers alone. */
  readonly isLabelHidden?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly hint?: string | undefined
}

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children'>, Words {
  readonly errorMessage?: string | undefined
  /** More than one line, as tall as this at first. */
  readonly rows?: number | undefined
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined
}

export function TextField({ label, isLabelHidden, placeholder, hint, errorMessage, rows, inputRef, ...rest }: TextFieldProps) {
  const field = { className: 'input', dir: 'auto', placeholder: placeholder ?? '', ...(inputRef ? { ref: inputRef } : {}) }
  return (
    <AriaTextField {...rest} className="field">
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {rows ? <TextArea {...field} rows={rows} /> : <Input {...field} />}
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{errorMessage}</FieldError>
    </AriaTextField>
  )
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children'>, Words {
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

/** The label is for screen readers; Escape clears. */
export function SearchField({ label, placeholder, hint: _hint, isLabelHidden: _isLabelHidden, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="search">
      <Search size={14} aria-hidden className="search-icon" />
      <Input className="input" dir="auto" placeholder={placeholder ?? label} {...(inputRef ? { ref: inputRef } : {})} />
      <Button className="button button-icon button-small search-clear" aria-label="Clear">
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
