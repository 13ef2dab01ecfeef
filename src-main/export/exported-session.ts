import type {
  Choice,
  FieldKey,
  ListKey,
  PageKind,
  RegionalGroup,
  Role,
  ScalarKey,
  SectionKey,
  Span,
  StakeholderGroup,
} from '../../src-preload/record.ts'
import type { exportScopes, NoteRow, Status, ThemeColor, ValueState } from '../../src-preload/types.ts'

/** Where a value stands in the page, in whose word it is, how sure the reading was (0 to 1) and why. */
export interface ExportedReading {
  readonly spans: readonly Span[]
  readonly state: Exclude<ValueState, 'cleared'>
  readonly confidence: number
  readonly reason: string
}
export interface ExportedValue extends ExportedReading {
  readonly value: string | number
  /** The words of each span. */
  readonly quotes: readonly string[]
}
export type ExportedFields = Partial<Record<ScalarKey, ExportedValue> & Record<ListKey, readonly ExportedValue[]>>
export interface ExportedPerson extends ExportedReading {
  readonly role: Role
  readonly name: string | null
  readonly affiliation: string | null
  readonly stakeholderGroup: StakeholderGroup | null
  readonly regionalGroup: RegionalGroup | null
  readonly quotes: readonly string[]
}
export interface ExportedSection extends ExportedReading {
  readonly key: SectionKey
  readonly heading: string | null
  /** As the rapporteur wrote it, or else the words of the page. */
  readonly text: string
  readonly isEdited: boolean
}
export interface ExportedProblem {
  readonly code: string
  readonly message: string
  readonly spans: readonly Span[]
  readonly isResolved: boolean
  /** Id of another session that the problem is about. */
  readonly otherSession: string | null
  /** The readings that were close; none where the problem offers no choice. */
  readonly choices: readonly Choice[]
}
export interface ExportedTagging {
  /** Names from the top of the codebook down. */
  readonly theme: readonly string[]
  /** `null` where the whole session is tagged, and where its words are lost. */
  readonly span: Span | null
  /** With a span the words there, without one those of an earlier text that this one has no place for. */
  readonly quote: string | null
}
export interface ExportedNote {
  readonly target: NoteRow['target']
  /** JSON Pointer within the session to the value that the note is about; `null` where that value is gone. */
  readonly value: string | null
  readonly span: Span | null
  readonly quote: string | null
  readonly text: string
  readonly author: string
  readonly at: string
}
export interface ExportedSession {
  readonly id: string
  readonly code: string
  readonly status: Status
  readonly page: PageKind
  readonly source: {
    readonly name: string
    readonly sha256: string
    readonly mediaType: string
    readonly encoding: string | null
    readonly textLength: number
    readonly text: string
  }
  /** The texts that this one took the place of, the first one first. */
  readonly earlierSources: readonly { readonly name: string; readonly sha256: string }[]
  readonly fields: ExportedFields
  /** Fields that the rapporteur left empty on purpose. */
  readonly cleared: readonly FieldKey[]
  readonly people: readonly ExportedPerson[]
  readonly sections: readonly ExportedSection[]
  readonly themes: readonly ExportedTagging[]
  readonly notes: readonly ExportedNote[]
  readonly problems: readonly ExportedProblem[]
  readonly leftover: readonly Span[]
}
export interface ExportedTheme {
  readonly name: string
  readonly description: string
  readonly color: ThemeColor
  readonly themes: readonly ExportedTheme[]
}

/** All that a format is given to write. The sessions are made as they are asked for. */
export interface ExportContent {
  readonly generator: string
  readonly scope: (typeof exportScopes)[number]
  readonly themes: readonly ExportedTheme[]
  readonly sessions: Iterable<ExportedSession>
}
