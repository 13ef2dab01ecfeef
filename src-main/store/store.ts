import type { RequestName, StoreApi } from '../../src-preload/contract.ts'
import { AppError } from '../app-error.ts'
import { serve, type Request } from '../serve.ts'
import { inBursts } from './bursts.ts'
import { backups } from './backups.ts'
import { codebooks } from './codebooks.ts'
import { exporting } from './exporting.ts'
import { fields } from './fields.ts'
import { imports } from './imports.ts'
import { journal } from './journal.ts'
import type { Noun } from './journal-triggers.ts'
import { notes } from './notes.ts'
import type { OpenProject } from './open.ts'
import { people } from './people.ts'
import type { Handlers, Project } from './project.ts'
import { problems } from './problems.ts'
import { projectInfo } from './project-info.ts'
import { readings } from './readings.ts'
import { records } from './records.ts'
import { ruleFiles } from './rule-files.ts'
import { ruleSuggestions } from './rule-suggest.ts'
import { rules } from './rules.ts'
import { sections } from './sections.ts'
import { sessions } from './sessions.ts'
import { taggings } from './taggings.ts'
import { themes } from './themes.ts'
import { values } from './values.ts'
import { versions } from './versions.ts'

const ofSession: readonly RequestName[] = ['session.get', 'session.list', 'version.preview']
const ofRules: readonly RequestName[] = ['rule.list', 'rule.uses']
/** Requests whose answers may differ once rows of a noun have changed. */
const readers: Record<Noun, readonly RequestName[]> = {
  source: ['session.source', 'session.list'],
  session: [...ofSession, ...ofRules, 'reading.state', 'session.facets', 'note.list', 'theme.list'],
  field: [...ofSession, ...ofRules, 'session.facets', 'note.list'],
  person: [...ofSession, ...ofRules],
  section: [...ofSession, ...ofRules],
  problem: ofSession,
  version: ['session.source', 'version.list', 'version.text'],
  not_same: [],
  theme: ['theme.list', 'codebook.list', 'session.list', 'version.preview'],
  tagging: [...ofSession, 'theme.list', 'theme.impact'],
  note: [...ofSession, 'note.list'],
  rule: ofRules,
}
/** Lists of thousands of sessions are not asked for at every step of an import. In milliseconds. */
const stepsHeardEvery = 1000
const progressHeardEvery = 250
const always: readonly RequestName[] = ['history.state', 'history.list', 'project.info']

export interface Store {
  readonly request: Request
  /** Makes a backup if anything changed since the last one. */
  backUpNews(): Promise<void>
  /** Ends what runs, backs up what is new, and closes the file. */
  close(): Promise<void>
}

/** An open project behind the contract. `changed` hears which requests to ask again. */
export function storeOf(open: OpenProject, author: string, changed: (names: readonly RequestName[]) => void): Store {
  const { db, isReadOnly } = open
  const heardOf = (touched: readonly Noun[]) => [...always, ...touched.flatMap(noun => readers[noun])]
  const later = inBursts(changed, stepsHeardEvery)
  const history = journal(db, {
    author,
    isReadOnly,
    onAction: touched => changed(heardOf(touched)),
    onStep: touched => later(heardOf(touched)),
  })
  const project: Project = { db, history, author }
  const backup = backups(db, open.path, () => changed(['project.info', 'project.backups']))
  const progress = inBursts<RequestName>(changed, progressHeardEvery)
  const importing = imports(
    project,
    () => progress(['import.state']),
    () => reading.runningAction() !== null,
  )
  const reading = readings(
    project,
    () => progress(['reading.state']),
    () => importing.runningAction() !== null,
  )
  const exports = exporting(project, () => changed(['export.state']))
  const request = serve<StoreApi>({
    ...projectInfo(open, backup),
    ...sessions(project),
    ...records(project),
    ...fields(project),
    ...people(project),
    ...sections(project),
    ...values(project),
    ...problems(project),
    ...themes(project),
    ...codebooks(project),
    ...taggings(project),
    ...notes(project),
    ...rules(project),
    ...ruleSuggestions(project),
    ...ruleFiles(project),
    ...historyHandlers(project, { import: importing.runningAction, reading: reading.runningAction }),
    ...versions(project),
    ...importing.handlers,
    ...reading.handlers,
    ...exports.handlers,
  })
  async function backUpNews(): Promise<void> {
    if (!backup.hasNews() || isReadOnly) return
    await backup.make()
  }
  return {
    request,
    backUpNews,
    async close() {
      await importing.stop()
      await reading.stop()
      await exports.stop()
      // The edits are in the project itself: a full disk must not keep it from closing.
      await backUpNews().catch(console.error)
      open.close()
    },
  }
}

function historyHandlers(
  { history }: Project,
  running: Readonly<Record<'import' | 'reading', () => number | null>>,
): Handlers<'history.state' | 'history.list' | 'history.undo' | 'history.redo' | 'history.undoAction' | 'history.redoAction'> {
  function refuseRunning(id: number | undefined): void {
    if (id === undefined) return
    if (id === running.reading()) throw new AppError('reading-running', 'Pages are still being read again. Cancel that first.')
    if (id === running.import()) throw new AppError('import-running', 'The import is still running. Cancel it first, then undo it.')
  }
  return {
    'history.state': () => history.state(),
    'history.list': ({ sessionId, limit }) => history.list(sessionId, limit),
    'history.undo'() {
      refuseRunning(history.state().undo?.id)
      return history.undo()
    },
    'history.redo': () => history.redo(),
    'history.undoAction'(id) {
      refuseRunning(id)
      history.undoAction(id)
    },
    'history.redoAction': id => history.redoAction(id),
  }
}
