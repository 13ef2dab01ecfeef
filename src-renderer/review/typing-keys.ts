import type { TextFieldProps } from '../shell/components/text-field.tsx'

/** A key pressed in a text field; it goes no further unless `continuePropagation` is called. */
export type FieldKeyEvent = Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0]

export const isSaving = ({ key, ctrlKey, metaKey }: FieldKeyEvent) => key === 'Enter' && (ctrlKey || metaKey)
