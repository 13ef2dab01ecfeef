import type { Role, SectionKey } from '../../src-preload/record.ts'

/** What the text under a heading looks like. */
export type Body =
  | 'title'
  | 'group'
  | 'time'
  | 'room'
  | 'theme'
  | 'format'
  | 'number'
  | 'goals'
  | 'person'
  | 'people'
  | 'extraPeople'
  | 'finalPeople'
  | 'organization'
  | 'value'
  | 'prose'
  | 'questions'
  | 'footer'

/** One place in a session page: its headings, and what stands under them. */
export interface Slot {
  readonly name: string
  readonly body: Body
  /** The section that its text becomes. */
  readonly key?: SectionKey | undefined
  readonly role?: Role | undefined
  /** Headings in full; `fold`ed, without colon, numbering or remarks in brackets. */
  readonly headings: readonly string[]
  /** How the long headings of report templates begin; what follows differs from year to year. */
  readonly openings?: readonly string[] | undefined
  /** The place is often there with no heading: some copies of pages lose one-word headings, and some text never has one. */
  readonly lost?: 'one-word' | 'always' | undefined
  /** Its heading often stands alone, with nothing under it. */
  readonly oftenEmpty?: true | undefined
  /** Part of the report that is written after the session. */
  readonly report?: true | undefined
}
