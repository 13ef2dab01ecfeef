import type { FieldKey, Role, SectionKey } from '../../src-preload/record.ts'
import type { Status } from '../../src-preload/types.ts'

/** `sessionNumber` as people say it in the history: `session number`. */
export const spoken = (key: FieldKey | Role | SectionKey | Status): string => key.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()
export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
export const excerpt = (text: string): string =>
  text.length > 40
    ? `${text
        .slice(0, 39)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`
    : text
