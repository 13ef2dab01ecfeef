import { inputs, type RequestName } from '../src-preload/contract.ts'
import type { AppState, BackupLine } from '../src-preload/types.ts'
import { AppError } from './app-error.ts'
import { listBackups, restoreBackup } from './backups.ts'
import type { Dialogs } from './dialogs.ts'
import { openProject, type OpenProject } from './open-project.ts'
import { projectName } from './project-path.ts'
import { refused } from './serve.ts'
import type { StartStore } from './store-process.ts'

/** The window, as far as a workspace knows it. */
export interface View {
  /** Of the page in it, as its messages name it. */
  readonly id: number
  readonly dialogs: Dialogs
  changed(names: readonly RequestName[]): void
  showProject(project: AppState['project']): void
  focus(): void
}
export interface WorkspaceOptions {
  readonly startStore: StartStore
  readonly author: string
  readonly backupMinutes: number
  readonly log: (text: string) => void
}

const everything = Object.keys(inputs) as RequestName[]

/** What one window works on: a project in a store of its own, nothing yet, or the reason why there is none. */
export class Workspace {
  readonly view: View
  readonly #options: WorkspaceOptions
  #path: string | null = null
  #project: OpenProject | null = null
  #shown: AppState['project'] = null
  #failure: AppState['failure'] = null
  #storeRestarts = 0
  #closing: Promise<void> | null = null
  #restoring: Promise<void> | null = null

  constructor(view: View, options: WorkspaceOptions) {
    this.view = view
    this.#options = options
  }

  /** Of the project that is open, or being opened, restored or closed. */
  get path(): string | null {
    return this.#path
  }

  /** Settles when the project that is being closed is. */
  get closing(): Promise<void> | null {
    return this.#closing
  }

  get state(): Pick<AppState, 'project' | 'failure' | 'storeRestarts'> {
    return { project: this.#shown, failure: this.#failure, storeRestarts: this.#storeRestarts }
  }

  /** Passes a request on to the store; settles whatever happens there. */
  async request(name: string, input: unknown): Promise<string> {
    if (this.#project) return this.#project.request(name, input)
    const { code, message } = noProject()
    return refused(code, message)
  }

  /** Opens a project in this workspace, which must have none; a failure stays in the state, for the window to show. */
  async open(path: string, create = false): Promise<void> {
    this.#path = path
    this.#failure = null
    let project: OpenProject | null = null
    try {
      project = this.#project = this.#start(path, create)
      const { isReadOnly } = await project.opened
      if (this.#project === project) this.#show({ path, name: projectName(path), isReadOnly })
    } catch (error) {
      if (this.#project === project) await this.#fail(path, error)
    }
  }

  /** Leaves the project, or the failure, behind. */
  close(): Promise<void> {
    this.#closing ??= this.#close().finally(() => (this.#closing = null))
    return this.#closing
  }

  /** Puts a backup in the place of the project, or of the one that failed to open, and opens it. */
  restore(backup: string): Promise<void> {
    this.#restoring ??= this.#restore(backup).finally(() => (this.#restoring = null))
    return this.#restoring
  }

  /** Of the project, or of the one that failed to open. */
  async backups(): Promise<readonly BackupLine[]> {
    const path = this.#path ?? this.#failure?.path
    return path ? listBackups(path) : []
  }

  async #restore(backup: string): Promise<void> {
    await this.#closing
    const path = this.#path ?? this.#failure?.path
    if (!path) throw noProject()
    await this.#project?.close()
    this.#leave()
    this.#path = path
    const problem = await restoreBackup(path, backup).then(
      () => null,
      (error: unknown) => error,
    )
    await this.open(path)
    if (problem) throw problem
  }

  async #close(): Promise<void> {
    await this.#restoring?.catch((error: unknown) => this.#options.log(String(error)))
    const project = this.#project
    await project?.close()
    if (this.#project !== project) return
    this.#leave()
    this.#show(null)
  }

  #start(path: string, create: boolean): OpenProject {
    const { startStore, author, backupMinutes } = this.#options
    return openProject({ path, create, author, backupMinutes }, startStore, {
      changed: names => this.view.changed(names),
      restarted: () => this.#announceRestart(path),
      lost: reason => void this.#fail(path, reason),
    })
  }

  #announceRestart(path: string) {
    this.#options.log(`${path}: the store had died and was started anew`)
    this.#storeRestarts++
    this.view.changed(everything)
  }

  async #fail(path: string, error: unknown): Promise<void> {
    this.#leave()
    const { code, message } = error instanceof AppError ? error : { code: 'internal', message: String(error) }
    this.#options.log(`${path}: ${code}: ${message}`)
    const backups = await listBackups(path).catch((problem: unknown) => {
      this.#options.log(String(problem))
      return []
    })
    if (this.#path !== null) return
    this.#failure = { code, message, path, backups }
    this.#show(null)
  }

  #leave() {
    this.#path = null
    this.#project = null
    this.#shown = null
    this.#failure = null
  }

  #show(project: AppState['project']) {
    this.#shown = project
    this.view.showProject(project)
    this.view.changed(everything)
  }
}

export function noProject(): AppError {
  return new AppError('no-project', 'No project is open in this window. Open one, or make a new one.')
}
