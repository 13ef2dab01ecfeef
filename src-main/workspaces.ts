import { existsSync } from 'node:fs'
import { AppError } from './app-error.ts'
import { extension, realProjectPath, refuseUnmakeable } from './project-path.ts'
import { Workspace, type View, type WorkspaceOptions } from './workspace.ts'

/** All the windows: one project each, no project twice. */
export class Workspaces {
  readonly #all = new Set<Workspace>()
  readonly #options: WorkspaceOptions
  readonly #openView: () => View

  constructor(options: WorkspaceOptions, openView: () => View) {
    this.#options = options
    this.#openView = openView
  }

  [Symbol.iterator](): Iterator<Workspace> {
    return this.#all.values()
  }

  of(viewId: number | undefined): Workspace | undefined {
    return [...this.#all].find(workspace => workspace.view.id === viewId)
  }

  add(): Workspace {
    const workspace = new Workspace(this.#openView(), this.#options)
    this.#all.add(workspace)
    return workspace
  }

  /** One that has no project, nor a failure to show. */
  get free(): Workspace | null {
    return [...this.#all].find(({ path, closing, state }) => path === null && !closing && !state.failure) ?? null
  }

  /** Opens a project in `here` if that has none, else in a window of its own; a failure stays in that one's state. What is open comes forward. */
  async open(path: string, create: boolean, here: Workspace | null): Promise<Workspace> {
    refuseUnless(path, create)
    const real = await realProjectPath(path)
    const holder = await this.#holder(real)
    if (holder) {
      holder.view.focus()
      return holder
    }
    const workspace = here && here.path === null ? here : this.add()
    await workspace.open(real, create)
    return workspace
  }

  /** The window has gone: its project is closed behind it. */
  async release(viewId: number): Promise<void> {
    const workspace = this.of(viewId)
    if (!workspace) return
    await workspace.close()
    this.#all.delete(workspace)
  }

  async closeAll(): Promise<void> {
    await Promise.allSettled([...this.#all].map(workspace => workspace.close()))
  }

  /** The workspace that has the project open, after those that are closing it have done so. */
  async #holder(path: string): Promise<Workspace | undefined> {
    for (;;) {
      const holder = [...this.#all].find(workspace => workspace.path === path)
      if (!holder?.closing) return holder
      await holder.closing
    }
  }
}

function refuseUnless(path: string, create: boolean) {
  if (!path.endsWith(extension)) throw new AppError('not-a-project', `${path} is not a project: its name must end with ${extension}.`)
  if (create) refuseUnmakeable(path)
  if (!create && !existsSync(path))
    throw new AppError('no-such-file', `${path} is not there any more. Was it moved, renamed, or is its disk missing?`)
}
