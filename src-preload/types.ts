import type {
  Choice,
  FieldKey,
  ListKey,
  PageKind,
  ParsedProblem,
  PersonDetails,
  Reading,
  ReadingRule,
  Role,
  ScalarKey,
  SectionKey,
  SessionType,
  Span,
} from './record.ts'

export type Id = string
export const statuses = ['new', 'in-review', 'reviewed', 'excluded'] as const
export type Status = (typeof statuses)[number]
/** `parsed` is the reader's word, the others a person's. `cleared` keeps the row so that reading again does not bring it back. */
export const valueStates = ['parsed', 'accepted', 'corrected', 'cleared'] as const
export type ValueState = (typeof valueStates)[number]
/** Values below this confidence wait in the problem queue until a person has looked. */
export const doubtBelow = 0.7

export interface Row extends Reading {
  readonly id: Id
  readonly state: ValueState
  /** Whether the parser had read something here that `*.restore` can bring back. */
  readonly isRestorable: boolean
}
/** A scalar has `position` 0; items of a list count up. A number is given in digits; `cleared` rows have `null`. */
export interface FieldRow extends Row {
  readonly key: FieldKey
  readonly position: number
  readonly value: string | null
}
export interface PersonRow extends Row, PersonDetails {
  readonly position: number
}
export interface SectionRow extends Row {
  readonly key: SectionKey
  readonly heading: string | null
  /** What the rapporteur wrote instead of the words in the source; `null` means as in the source. */
  readonly text: string | null
}
export interface ProblemRow extends ParsedProblem {
  readonly id: Id
  readonly choices: readonly Choice[]
  readonly isResolved: boolean
  /** Another session that this problem is about. */
  readonly otherSessionId: Id | null
  /** For `not-placed`: the value, tagging or note that a newer text has no place for, and the words it stood on. */
  readonly rowId: Id | null
  readonly quote: string | null
}
export interface TaggingRow {
  readonly id: Id
  readonly themeId: Id
  readonly sessionId: Id
  /** `null` where the whole session is tagged, and where the words are lost. */
  readonly span: Span | null
  /** The words it stood on in an earlier text, until a person says where in this one. */
  readonly lostQuote: string | null
}
export const noteTargets = ['session', 'value', 'span'] as const
export interface NoteRow {
  readonly id: Id
  readonly sessionId: Id
  readonly target: (typeof noteTargets)[number]
  /** The field, person or section that the note is about, for target `value`. */
  readonly rowId: Id | null
  readonly span: Span | null
  /** As of a tagging. */
  readonly lostQuote: string | null
  readonly text: string
  readonly author: string
  readonly at: string
}
export interface NoteListRow extends NoteRow {
  readonly sessionTitle: string
  readonly sessionCode: string
  readonly quote: string | null
}
export interface ThemeRow {
  readonly id: Id
  readonly parentId: Id | null
  readonly name: string
  readonly description: string
  readonly color: ThemeColor
  readonly position: number
  /** Taggings of this theme alone, not of those below it. */
  readonly taggings: number
}
export const themeColors = ['red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink', 'grey'] as const
export type ThemeColor = (typeof themeColors)[number]

/** A text of a session, or of what may be another text of it. */
export interface TextVersion {
  readonly sourceId: Id
  /** Counts up from 1; the highest is the text of the session now. */
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly importedAt: string
}
export const movedKinds = ['tagging', 'note', 'field', 'person', 'section'] as const
/** What becomes of something of the older text: it stands on the same words, on words partly changed, or has no place. */
export interface MovedThing {
  readonly id: Id
  readonly kind: (typeof movedKinds)[number]
  /** Such as `room “Ballroom A”`. */
  readonly label: string
  readonly outcome: 'same' | 'changed' | 'lost'
  readonly quote: string
  /** Where it stands in the newer text. */
  readonly spans: readonly Span[]
}
export interface ComparedText {
  readonly sessionId: Id
  readonly sourceName: string
  readonly importedAt: string
  readonly text: string
}
/** What would happen if one session became an earlier text of another. */
export interface VersionPreview {
  readonly older: ComparedText
  readonly newer: ComparedText
  readonly changes: readonly TextChange[]
  readonly things: readonly MovedThing[]
}
/** An earlier text beside the text of now. */
export interface VersionText {
  readonly name: string
  readonly text: string
  readonly changes: readonly TextChange[]
}
/** One difference between two texts; an empty span is where the other text has more. */
export interface TextChange {
  readonly older: Span
  readonly newer: Span
}
export interface SourceText {
  readonly sessionId: Id
  readonly name: string
  readonly path: string | null
  readonly mediaType: string
  readonly encoding: string | null
  readonly sha256: string
  readonly text: string
}
export interface SessionRecord {
  readonly id: Id
  readonly status: Status
  readonly code: string
  readonly page: PageKind
  readonly sourceName: string
  /** Of the source in whose text the spans are counted. */
  readonly sha256: string
  readonly fields: readonly FieldRow[]
  readonly people: readonly PersonRow[]
  readonly sections: readonly SectionRow[]
  readonly problems: readonly ProblemRow[]
  readonly taggings: readonly TaggingRow[]
  readonly notes: readonly NoteRow[]
  /** Non-blank text that nothing claims now, in order. */
  readonly leftover: readonly Span[]
}
/** One line of the library. */
export interface SessionLine {
  readonly id: Id
  readonly title: string | null
  readonly code: string
  readonly year: number | null
  readonly sessionType: SessionType | null
  readonly status: Status
  /** Mean confidence of what no person has looked at; 1 when all is checked. */
  readonly confidence: number
  /** Open problems and doubtful values. */
  readonly problems: number
  readonly sourceName: string
  /** Words of the page around a text match, with the match between U+0002 and U+0003. */
  readonly snippet: string | null
}
export const sortOrders = ['attention', 'title', 'code', 'imported'] as const
export interface LibraryFilter {
  readonly text: string
  readonly statuses: readonly Status[]
  readonly years: readonly number[]
  readonly types: readonly SessionType[]
  readonly themeIds: readonly Id[]
  readonly sort: (typeof sortOrders)[number]
}
export interface Facets {
  readonly total: number
  readonly statuses: Readonly<Record<Status, number>>
  readonly years: readonly { readonly value: number; readonly count: number }[]
  readonly types: readonly { readonly value: SessionType; readonly count: number }[]
}

/** Characters of a rule's name, and of the words that it is about or puts in their place: a line set aside can be a paragraph. */
export const ruleLimits = { name: 300, words: 20_000 } as const
export type RuleDraft = Omit<ReadingRule, 'id'>
export interface RuleRow extends ReadingRule {
  readonly author: string
  readonly at: string
  readonly isOn: boolean
  /** Values that it set and that still stand as it set them, and the sessions that they are in. */
  readonly values: number
  readonly sessions: number
}
/** A rule that the last correction could become. */
export interface RuleSuggestion {
  readonly rule: RuleDraft
  /** Other sessions whose pages have the pattern. */
  readonly sessions: number
}
/** What pages can be read again for: a rule made, changed or taken away, or by itself (`null` is all sessions). */
export type RereadingCause =
  | { readonly what: 'add'; readonly rule: RuleDraft }
  | { readonly what: 'set'; readonly id: Id; readonly rule?: RuleDraft | undefined; readonly isOn?: boolean | undefined }
  | { readonly what: 'remove'; readonly id: Id }
  | { readonly what: 'read'; readonly sessionIds: readonly Id[] | null }
/** A value in words: its field, role or section, and what it holds. */
export interface ValueWords {
  readonly key: FieldKey | Role | SectionKey | 'boilerplate'
  readonly text: string
}
/** `before` is null for what would come, `after` for what would go. */
export interface RereadChange {
  readonly before: ValueWords | null
  readonly after: ValueWords | null
}
export interface RereadSession {
  readonly id: Id
  readonly title: string | null
  readonly code: string
  readonly sourceName: string
  readonly changes: readonly RereadChange[]
  /** How many changes there are besides those. */
  readonly further: number
}
export interface RereadingPreview {
  /** Sessions looked at, those that would change, and the values that would. */
  readonly read: number
  readonly changed: number
  readonly values: number
  /** The name of the rule about the same words, which a new one would take the place of. */
  readonly replaces: string | null
  /** The first of those that would change. */
  readonly sessions: readonly RereadSession[]
}
export interface RereadingState {
  readonly isRunning: boolean
  readonly done: number
  readonly total: number
  /** How far the preview that was asked for last has come; null when it is there. */
  readonly preview: { readonly done: number; readonly total: number } | null
  /** Sessions still in work that another version of the parser read. */
  readonly outdated: number
}
export interface RereadingResult {
  /** To be undone by; null where nothing is left of it. */
  readonly actionId: number | null
  readonly ruleId: Id | null
  /** Those that have changed; of a cancelled reading those that could not be given back, as later edits build on them. */
  readonly sessions: number
  /** Those that were edited meanwhile and so left as they are. */
  readonly leftOut: number
  readonly wasCancelled: boolean
}
/** One value that a rule set. */
export interface RuleUse {
  readonly sessionId: Id
  readonly sessionTitle: string | null
  readonly code: string
  /** `null` for a line that was set aside. */
  readonly rowId: Id | null
  readonly value: ValueWords
  readonly span: Span | null
}
export interface RulesImported {
  readonly added: number
  /** Here already, word for word. */
  readonly known: number
  /** Left out, because a rule here says something else of the same words. */
  readonly differing: readonly string[]
}

export interface ActionLine {
  readonly id: number
  readonly label: string
  readonly author: string
  readonly at: string
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly isUndone: boolean
  readonly changes: number
  /** Of the session that it changed, if there is just one. */
  readonly sessionTitle: string | null
}
export interface HistoryState {
  readonly undo: ActionLine | null
  readonly redo: ActionLine | null
}

export const importStatuses = ['imported', 'duplicate', 'failed'] as const
export interface ImportLine {
  readonly file: string
  readonly status: (typeof importStatuses)[number]
  readonly sessionId: Id | null
  /** What was noticed or went wrong; empty when nothing was. */
  readonly message: string
}
export interface ImportState {
  readonly isRunning: boolean
  readonly actionId: number | null
  /** Files found so far; grows while folders are read. */
  readonly total: number
  readonly counts: Readonly<Record<ImportLine['status'], number>>
  /** Files of other kinds in the folders, which no import takes. */
  readonly leftOut: number
  /** Every failure and duplicate, then the newest of the others: at most 50 lines while it runs and 500 at its end. */
  readonly lines: readonly ImportLine[]
  readonly wasCancelled: boolean
  /** Why the import stopped before its end, such as a full disk. What is listed as imported is safe. */
  readonly error: string | null
}
export const exportFormats = ['json', 'csv', 'markdown'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const exportScopes = ['all', 'reviewed', 'listed'] as const
export interface ExportRequest {
  readonly format: ExportFormat
  readonly scope: (typeof exportScopes)[number]
  /** The sessions shown in the library, for scope `listed`. */
  readonly sessionIds: readonly Id[]
}
export interface ExportState {
  readonly isRunning: boolean
  readonly done: number
  readonly total: number
  readonly result: {
    readonly path: string
    readonly files: readonly string[]
    readonly sessions: number
    readonly report: readonly string[]
  } | null
  readonly error: { readonly code: string; readonly message: string } | null
}
export interface Codebook {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly themes: number
  readonly isAdded: boolean
}
export interface BackupLine {
  readonly name: string
  readonly at: string
  readonly bytes: number
}
export interface ProjectInfo {
  readonly path: string
  readonly name: string
  readonly isReadOnly: boolean
  readonly sessions: number
  /** When the last acknowledged edit was written; `null` before the first. */
  readonly savedAt: string | null
  readonly backedUpAt: string | null
}
export interface RecentProject {
  readonly path: string
  readonly name: string
  readonly openedAt: string
  readonly isThere: boolean
}
export interface AppState {
  readonly version: string
  readonly platform: string
  readonly project: { readonly path: string; readonly name: string; readonly isReadOnly: boolean } | null
  readonly recent: readonly RecentProject[]
  /** Why the project could not be opened or was lost, with the backups that could stand in for it. */
  readonly failure: {
    readonly code: string
    readonly message: string
    readonly path: string | null
    readonly backups: readonly BackupLine[]
  } | null
  /** Counts the times the store process was started anew; a change means: ask everything again. */
  readonly storeRestarts: number
}
export type { FieldKey, ListKey, PersonDetails, ScalarKey }
