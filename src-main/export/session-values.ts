import type { FieldKey } from '../../src-preload/record.ts'
import { spoken } from '../store/labels.ts'
import type { ExportedNote, ExportedSession, ExportedValue } from './exported-session.ts'

/** The values of a field, whether it holds one or a list. */
export const valuesOf = ({ fields }: Pick<ExportedSession, 'fields'>, key: FieldKey): readonly ExportedValue[] => [fields[key] ?? []].flat()

/** What a note on a value is about, in words; `null` where it is about something else or the value is gone. */
export function noteValue({ people, sections }: ExportedSession, { value }: ExportedNote): string | null {
  const [, noun, key = ''] = value?.split('/') ?? []
  if (noun === undefined) return null
  if (noun === 'people') return people[Number(key)]?.name ?? 'a person without a name'
  if (noun === 'sections') return sections[Number(key)]?.heading ?? spoken(sections[Number(key)]!.key)
  return spoken(key as FieldKey)
}
