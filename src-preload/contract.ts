import * as z from 'zod'
import {
  fieldKeys,
  regionalGroups,
  roles,
  ruleKinds,
  sectionKeys,
  sessionTypes,
  stakeholderGroups,
  type FieldKey,
  type SectionKey,
  type Span,
} from './record.ts'
import {
  exportFormats,
  exportScopes,
  noteTargets,
  ruleLimits,
  sortOrders,
  statuses,
  themeColors,
  type ActionLine,
  type AppState,
  type BackupLine,
  type Codebook,
  type ExportRequest,
  type ExportState,
  type Facets,
  type HistoryState,
  type Id,
  type ImportState,
  type LibraryFilter,
  type NoteListRow,
  type NoteRow,
  type PersonDetails,
  type ProjectInfo,
  type RereadingCause,
  type RereadingPreview,
  type RereadingResult,
  type RereadingState,
  type RuleRow,
  type RuleSuggestion,
  type RulesImported,
  type RuleUse,
  type SessionLine,
  type SessionRecord,
  type SourceText,
  type Status,
  type TaggingRow,
  type TextVersion,
  type ThemeRow,
  type VersionPreview,
  type VersionText,
} from './types.ts'

/** Asked of the main process: windows, dialogs, the project's lifecycle. */
export interface MainApi {
  'app.state'(input: null): AppState
  /** Each shows a dialog, opens the project here or in a window of its own, and gives its path; null when cancelled, or when the window now shows why it could not. */
  'project.create'(input: null): string | null
  'project.open'(input: null): string | null
  'project.openRecent'(path: string): string | null
  'project.openSample'(input: null): string | null
  'project.close'(input: null): void
  'project.forget'(path: string): void
  'project.reveal'(input: null): void
  'project.restore'(backup: string): void
  'project.backups'(input: null): readonly BackupLine[]
  /** Shows a dialog and starts the import; false when cancelled. */
  'import.choose'(kind: 'files' | 'folder'): boolean
  /** Shows a save dialog and starts the export; false when cancelled. */
  'export.choose'(request: ExportRequest): boolean
  'export.reveal'(input: null): void
  /** Shows a dialog and loads the rules of a file; null when cancelled. */
  'rule.chooseImport'(input: null): RulesImported | null
  /** Shows a save dialog and writes the rules there; how many, or null when cancelled. */
  'rule.chooseExport'(input: null): number | null
}

/** Asked of the store process. */
export interface StoreApi {
  'project.info'(input: null): Promise<ProjectInfo>
  'project.backup'(input: null): Promise<BackupLine>

  'session.list'(filter: LibraryFilter): readonly SessionLine[]
  'session.facets'(input: null): Facets
  'session.get'(id: Id): SessionRecord
  'session.source'(id: Id): SourceText
  'session.setStatus'(input: { sessionIds: readonly Id[]; status: Status }): void

  /** Sets a scalar, or adds (`id: null`) or changes an item of a list. The value is checked for its key. */
  'field.set'(input: { sessionId: Id; key: FieldKey; id: Id | null; value: string; spans: readonly Span[] }): Id
  'field.clear'(id: Id): void
  /** Marks a field that the page does not have as empty on purpose. */
  'field.clearKey'(input: { sessionId: Id; key: FieldKey }): void
  'person.add'(input: { sessionId: Id; person: PersonDetails; spans: readonly Span[] }): Id
  'person.set'(input: { id: Id; person: Partial<PersonDetails>; spans?: readonly Span[] | undefined }): void
  'person.remove'(id: Id): void
  /** Puts the person before another of the same session, or last. */
  'person.move'(input: { id: Id; beforeId: Id | null }): void
  'section.add'(input: { sessionId: Id; key: SectionKey; span: Span }): Id
  /** `text: null` is as in the source. A moved boundary pushes its neighbours' back, never over them. */
  'section.set'(input: { id: Id; key?: SectionKey | undefined; text?: string | null | undefined; span?: Span | undefined }): void
  'section.remove'(id: Id): void
  /** Accepts these rows of fields, people and sections, or all that are still `parsed`. */
  'value.accept'(input: { sessionId: Id; ids: readonly Id[] | null }): void
  /** Brings back what the parser had read. */
  'value.restore'(id: Id): void
  'problem.resolve'(input: { id: Id; isResolved: boolean }): void
  /** Puts the values of one of the problem's choices into the record and resolves it; `choice` counts from 0. */
  'problem.choose'(input: { id: Id; choice: number }): void

  'rule.list'(input: null): readonly RuleRow[]
  /** What the correction of a row, or words set aside, could teach. */
  'rule.suggest'(input: { sessionId: Id; rowId: Id | null; span: Span | null }): readonly RuleSuggestion[]
  'rule.uses'(id: Id): readonly RuleUse[]
  /** Adds the rules of a file that are not here; sessions are not read again for it. */
  'rule.import'(path: string): Promise<RulesImported>
  'rule.export'(path: string): Promise<number>
  /** Says that words belong to no session, on this page alone. */
  'boilerplate.add'(input: { sessionId: Id; span: Span }): void
  /** What reading again would change; nothing is written. A newer preview ends an older one. */
  'reading.preview'(cause: RereadingCause): Promise<RereadingPreview>
  /** Changes the rules as the cause says and reads again what that touches, as one action. */
  'reading.apply'(cause: RereadingCause): Promise<RereadingResult>
  'reading.state'(input: null): RereadingState
  /** Takes back what the running one has done. */
  'reading.cancel'(what: 'preview' | 'apply'): void

  'theme.list'(input: null): readonly ThemeRow[]
  'theme.add'(input: { parentId: Id | null; name: string }): Id
  'theme.set'(input: { id: Id; name?: string | undefined; description?: string | undefined; color?: ThemeRow['color'] | undefined }): void
  'theme.move'(input: { id: Id; parentId: Id | null; beforeId: Id | null }): void
  /** How many themes and taggings would go with it. */
  'theme.impact'(id: Id): { themes: number; taggings: number; sessions: number }
  'theme.remove'(id: Id): void
  'codebook.list'(input: null): readonly Codebook[]
  'codebook.add'(id: string): void
  /** Tags sessions, or one span of one session. Tagging twice changes nothing. */
  'tagging.add'(input: { themeId: Id; sessionIds: readonly Id[]; span: Span | null }): readonly TaggingRow[]
  'tagging.remove'(ids: readonly Id[]): void
  'note.list'(text: string): readonly NoteListRow[]
  'note.add'(input: { sessionId: Id; target: NoteRow['target']; rowId: Id | null; span: Span | null; text: string }): Id
  'note.set'(input: { id: Id; text: string }): void
  'note.remove'(id: Id): void

  /** What would become of two sessions that are texts of one; the one imported later is the newer, unless `isSwapped`. */
  'version.preview'(input: { sessionId: Id; otherId: Id; isSwapped: boolean }): VersionPreview
  /** Makes the text of `fromId` the text of `intoId`. What the rapporteur did to either stays, and `fromId` is one with it. */
  'version.adopt'(input: { intoId: Id; fromId: Id }): void
  /** Remembers that the texts of two sessions are not of one. */
  'version.refuse'(input: { sessionId: Id; otherId: Id }): void
  /** All texts of a session, the first one first. */
  'version.list'(sessionId: Id): readonly TextVersion[]
  'version.text'(input: { sessionId: Id; sourceId: Id }): VersionText
  /** Puts what a `not-placed` problem is about on words of the text of now. */
  'version.place'(input: { problemId: Id; span: Span }): void

  'history.state'(input: null): HistoryState
  'history.list'(input: { sessionId: Id | null; limit: number }): readonly ActionLine[]
  'history.undo'(input: null): string | null
  'history.redo'(input: null): string | null
  /** Undoes any action that no later one was built on, if it stands; refused with their names otherwise. */
  'history.undoAction'(id: number): void
  /** Brings back any action that was undone, in the same way. */
  'history.redoAction'(id: number): void

  /** Starts at once and goes on in steps; `import.state` says how far. */
  'import.start'(paths: readonly string[]): void
  'import.text'(input: { name: string; text: string }): Promise<ImportState>
  'import.cancel'(input: null): void
  'import.state'(input: null): ImportState
  'export.write'(input: ExportRequest & { path: string }): void
  'export.cancel'(input: null): void
  'export.state'(input: null): ExportState
}

/** Everything the window may ask for. */
export interface Api extends MainApi, StoreApi {}

const id = z.uuid()
const none = z.null()
const offset = z.int().nonnegative()
const span = z
  .tuple([offset, offset])
  .refine(([start, end]) => start < end, 'A span needs at least one character')
  .readonly()
const spans = z.array(span).max(1000).readonly()
const ids = z.array(id).max(100_000).readonly()
const line = z.string().max(20_000)
const path = z.string().min(1).max(4096)
const name = z.string().trim().min(1).max(500)
const personShape = {
  role: z.enum(roles),
  name: line.nullable(),
  affiliation: line.nullable(),
  stakeholderGroup: z.enum(stakeholderGroups).nullable(),
  regionalGroup: z.enum(regionalGroups).nullable(),
}
const person = z.strictObject(personShape)
const rule = z.strictObject({
  name: z.string().trim().min(1).max(ruleLimits.name),
  kind: z.enum(ruleKinds),
  pattern: z.string().trim().min(1).max(ruleLimits.words),
  target: z.string().trim().min(1).max(ruleLimits.words).nullable(),
})
const cause = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('add'), rule }),
  z.strictObject({ what: z.literal('set'), id, rule: rule.optional(), isOn: z.boolean().optional() }),
  z.strictObject({ what: z.literal('remove'), id }),
  z.strictObject({ what: z.literal('read'), sessionIds: ids.nullable() }),
])
const exportShape = { format: z.enum(exportFormats), scope: z.enum(exportScopes), sessionIds: ids }

/** Guards one entry per request: a request without a schema does not compile. */
export const inputs: { readonly [K in keyof Api]: z.ZodType<Parameters<Api[K]>[0]> } = {
  'app.state': none,
  'project.create': none,
  'project.open': none,
  'project.openRecent': path,
  'project.openSample': none,
  'project.close': none,
  'project.forget': path,
  'project.reveal': none,
  'project.restore': z.string().min(1).max(255),
  'project.backups': none,
  'import.choose': z.enum(['files', 'folder']),
  'export.choose': z.strictObject(exportShape),
  'export.reveal': none,
  'rule.chooseImport': none,
  'rule.chooseExport': none,
  'project.info': none,
  'project.backup': none,
  'session.list': z.strictObject({
    text: z.string().max(1000),
    statuses: z.array(z.enum(statuses)).readonly(),
    years: z.array(z.int()).readonly(),
    types: z.array(z.enum(sessionTypes)).readonly(),
    themeIds: ids,
    sort: z.enum(sortOrders),
  }),
  'session.facets': none,
  'session.get': id,
  'session.source': id,
  'session.setStatus': z.strictObject({ sessionIds: ids, status: z.enum(statuses) }),
  'field.set': z.strictObject({ sessionId: id, key: z.enum(fieldKeys), id: id.nullable(), value: z.string().min(1).max(20_000), spans }),
  'field.clear': id,
  'field.clearKey': z.strictObject({ sessionId: id, key: z.enum(fieldKeys) }),
  'person.add': z.strictObject({ sessionId: id, person, spans }),
  'person.set': z.strictObject({ id, person: person.partial(), spans: spans.optional() }) as z.ZodType<Parameters<Api['person.set']>[0]>,
  'person.remove': id,
  'person.move': z.strictObject({ id, beforeId: id.nullable() }),
  'section.add': z.strictObject({ sessionId: id, key: z.enum(sectionKeys), span }),
  'section.set': z.strictObject({
    id,
    key: z.enum(sectionKeys).optional(),
    text: z.string().max(5_000_000).nullable().optional(),
    span: span.optional(),
  }),
  'section.remove': id,
  'value.accept': z.strictObject({ sessionId: id, ids: ids.nullable() }),
  'value.restore': id,
  'problem.resolve': z.strictObject({ id, isResolved: z.boolean() }),
  'problem.choose': z.strictObject({ id, choice: z.int().nonnegative() }),
  'rule.list': none,
  'rule.suggest': z.strictObject({ sessionId: id, rowId: id.nullable(), span: span.nullable() }),
  'rule.uses': id,
  'rule.import': path,
  'rule.export': path,
  'boilerplate.add': z.strictObject({ sessionId: id, span }),
  'reading.preview': cause,
  'reading.apply': cause,
  'reading.state': none,
  'reading.cancel': z.enum(['preview', 'apply']),
  'theme.list': none,
  'theme.add': z.strictObject({ parentId: id.nullable(), name }),
  'theme.set': z.strictObject({ id, name: name.optional(), description: line.optional(), color: z.enum(themeColors).optional() }),
  'theme.move': z.strictObject({ id, parentId: id.nullable(), beforeId: id.nullable() }),
  'theme.impact': id,
  'theme.remove': id,
  'codebook.list': none,
  'codebook.add': z.string().min(1).max(100),
  'tagging.add': z.strictObject({ themeId: id, sessionIds: ids, span: span.nullable() }),
  'tagging.remove': ids,
  'note.list': z.string().max(1000),
  'note.add': z.strictObject({
    sessionId: id,
    target: z.enum(noteTargets),
    rowId: id.nullable(),
    span: span.nullable(),
    text: z.string().trim().min(1).max(100_000),
  }),
  'note.set': z.strictObject({ id, text: z.string().trim().min(1).max(100_000) }),
  'note.remove': id,
  'version.preview': z.strictObject({ sessionId: id, otherId: id, isSwapped: z.boolean() }),
  'version.adopt': z.strictObject({ intoId: id, fromId: id }),
  'version.refuse': z.strictObject({ sessionId: id, otherId: id }),
  'version.list': id,
  'version.text': z.strictObject({ sessionId: id, sourceId: id }),
  'version.place': z.strictObject({ problemId: id, span }),
  'history.state': none,
  'history.list': z.strictObject({ sessionId: id.nullable(), limit: z.int().positive().max(5000) }),
  'history.undo': none,
  'history.redo': none,
  'history.undoAction': z.int().positive(),
  'history.redoAction': z.int().positive(),
  'import.start': z.array(path).max(100_000).readonly(),
  'import.text': z.strictObject({ name, text: z.string().max(64_000_000) }),
  'import.cancel': none,
  'import.state': none,
  'export.write': z.strictObject({ ...exportShape, path }),
  'export.cancel': none,
  'export.state': none,
}

export type RequestName = keyof Api
export type Input<K extends RequestName> = Parameters<Api[K]>[0]
export type Output<K extends RequestName> = Awaited<ReturnType<Api[K]>>
export type Reply<T> = { ok: true; value: T } | { ok: false; code: string; message: string }

/** What the application menu asks of the window, by name. */
export const commands = [
  'import.files',
  'import.folder',
  'import.paste',
  'export.open',
  'history.undo',
  'history.redo',
  'view.library',
  'view.themes',
  'view.notes',
  'view.history',
  'view.rules',
  'palette.open',
  'help.keys',
  'backups.open',
] as const
export type Command = (typeof commands)[number]

/** All that the window is given. */
export interface Bridge {
  /** The `Reply` comes as JSON: thousands of rows copied value by value through the bridge would hold up the window. */
  call<K extends RequestName>(name: K, input: Input<K>): Promise<string>
  /** Names of requests whose answers may differ now. Returns the way to stop listening. */
  onChanged(listener: (names: readonly RequestName[]) => void): () => void
  onCommand(listener: (command: Command) => void): () => void
  /** The paths of files that the user dropped on the window. */
  pathsOf(files: readonly File[]): string[]
}
