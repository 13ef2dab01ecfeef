import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MainApi, StoreApi } from '../src-preload/contract.ts'
import type { ExportRequest, ExportState, RulesImported } from '../src-preload/types.ts'
import { AppError } from './app-error.ts'
import { fromRoot } from './from-root.ts'
import { extension, projectName } from './project-path.ts'
import type { RecentProjects } from './recent.ts'
import { refused, replyOf, serve, type Handlers, type Request } from './serve.ts'
import { noProject, type Workspace } from './workspace.ts'
import type { Workspaces } from './workspaces.ts'

/** What the requests of every window share. */
export interface Desk {
  readonly workspaces: Workspaces
  readonly recent: RecentProjects
  readonly version: string
  readonly sampleFolder: string
  readonly log: (text: unknown) => void
  showInFolder(path: string): void
  recentChanged(): void
}

/** Everything that one window may ask for: answered here, or by its store. */
export function windowRequests(desk: Desk, workspace: Workspace): Request {
  return serve<MainApi>(mainHandlers(desk, workspace), refuseWriting(workspace), desk.log)
}

/** Where files are read and written is for the person at the dialog to say, not for the page in the window. */
const chosenInDialog: Readonly<Record<string, string>> = {
  'export.write': 'An export goes where you say in the save dialog. Ask for export.choose.',
  'rule.import': 'Rules are loaded from the file that you choose. Ask for rule.chooseImport.',
  'rule.export': 'Rules are written where you say in the save dialog. Ask for rule.chooseExport.',
}
function refuseWriting(workspace: Workspace): Request {
  return async (name, input) => {
    const message = Object.hasOwn(chosenInDialog, name) ? chosenInDialog[name] : undefined
    return message ? refused('dialog-needed', message) : workspace.request(name, input)
  }
}

function mainHandlers(desk: Desk, workspace: Workspace): Handlers<MainApi> {
  const { dialogs } = workspace.view
  const open = async (path: string | null, create = false) => path && (await openHere(desk, path, create, workspace))
  return {
    'app.state': async () => ({ version: desk.version, platform: process.platform, recent: await desk.recent.list(), ...workspace.state }),
    'project.create': async () => open(await dialogs.newProject(), true),
    'project.open': async () => open(await dialogs.project()),
    'project.openRecent': path => open(path),
    'project.openSample': () => openSample(desk, workspace),
    'project.close': () => workspace.close(),
    'project.forget': path => {
      desk.recent.forget(path)
      desk.recentChanged()
    },
    'project.reveal': () => desk.showInFolder(pathOf(workspace)),
    'project.restore': async backup => {
      await workspace.restore(backup)
      remember(desk, workspace)
    },
    'project.backups': () => workspace.backups(),
    'import.choose': async kind => {
      pathOf(workspace)
      return askStore(workspace, 'import.start', await dialogs.importPaths(kind))
    },
    'export.choose': async request => {
      const path = await dialogs.exportPath(request.format, projectName(pathOf(workspace)))
      return askStore(workspace, 'export.write', path && withPath(request, path))
    },
    'rule.chooseImport': async () => {
      pathOf(workspace)
      return answerOf<RulesImported>(workspace, 'rule.import', await dialogs.rulesFile())
    },
    'rule.chooseExport': async () => answerOf<number>(workspace, 'rule.export', await dialogs.rulesPath(projectName(pathOf(workspace)))),
    'export.reveal': async () => desk.showInFolder(await exportedPath(workspace)),
  }
}

/** Opens a project here or in a window of its own, and answers its path: `null` where the window now shows why it could not. */
export async function openHere(desk: Desk, path: string, create: boolean, here: Workspace | null): Promise<string | null> {
  return remember(desk, await desk.workspaces.open(path, create, here))
}

function remember(desk: Desk, { state }: Workspace): string | null {
  if (!state.project) return null
  desk.recent.add(state.project.path)
  desk.recentChanged()
  return state.project.path
}

async function openSample(desk: Desk, workspace: Workspace): Promise<string | null> {
  const path = join(desk.sampleFolder, `Sample project${extension}`)
  const isNew = !existsSync(path)
  mkdirSync(desk.sampleFolder, { recursive: true })
  const opened = await desk.workspaces.open(path, isNew, workspace)
  if (isNew && opened.state.project) await askStore(opened, 'import.start', [fromRoot('resources/sample-pages')])
  return remember(desk, opened)
}

/** Passes a dialog's answer on to the store; false when it was cancelled. */
async function askStore(workspace: Workspace, name: 'import.start' | 'export.write', input: unknown): Promise<boolean> {
  if (input === null) return false
  await answerOf(workspace, name, input)
  return true
}

/** The store's answer to a dialog's; null when it was cancelled. */
async function answerOf<T>(workspace: Workspace, name: keyof StoreApi, input: unknown): Promise<T | null> {
  if (input === null) return null
  return ask<T>(workspace, name, input)
}

async function ask<T>(workspace: Workspace, name: keyof StoreApi, input: unknown): Promise<T> {
  const reply = replyOf<T>(await workspace.request(name, input))
  if (!reply.ok) throw new AppError(reply.code, reply.message)
  return reply.value
}

function withPath(request: ExportRequest, path: string): ExportRequest & { path: string } {
  const suffix = '.json'
  return { ...request, path: request.format === 'json' && !path.endsWith(suffix) ? path + suffix : path }
}

async function exportedPath(workspace: Workspace): Promise<string> {
  const { result } = await ask<ExportState>(workspace, 'export.state', null)
  if (!result) throw new AppError('no-export', 'Nothing was exported from this window yet.')
  return result.path
}

function pathOf(workspace: Workspace): string {
  const path = workspace.state.project?.path
  if (!path) throw noProject()
  return path
}
