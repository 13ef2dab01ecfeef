import { app, dialog, ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { refreshMenu } from './app-menu.ts'
import { AppError } from './app-error.ts'
import { isOwnPage } from './app-scheme.ts'
import type { Log } from './log.ts'
import { openHere, windowRequests, type Desk } from './main-requests.ts'
import { recentProjects } from './recent.ts'
import { refused } from './serve.ts'
import { storeStarter } from './store-process.ts'
import { windowBounds } from './window-bounds.ts'
import { openWindow, viewOf } from './window.ts'
import type { View } from './workspace.ts'
import { Workspaces } from './workspaces.ts'

const backupMinutes = 20

/** Everything that stands on the screen: windows, the menu, and the one channel between a window and us. */
export function startDesktop(developerOrigin: string | null, log: Log): Desk {
  const folder = app.getPath('userData')
  const bounds = windowBounds(folder, log)
  const recent = recentProjects(folder, log)
  const options = { startStore: storeStarter(log), author: authorName(log), backupMinutes, log }
  const workspaces = new Workspaces(options, openView)
  const desk: Desk = {
    workspaces,
    recent,
    version: app.getVersion(),
    sampleFolder: join(folder, 'sample'),
    log,
    showInFolder: path => shell.showItemInFolder(path),
    recentChanged() {
      for (const { view } of workspaces) view.changed(['app.state'])
      refreshMenu(desk)
    },
  }

  function openView(): View {
    const window = openWindow(bounds, developerOrigin, log)
    const view = viewOf(window, () => refreshMenu(desk))
    window.once('closed', () => void workspaces.release(view.id))
    return view
  }

  async function answer(event: IpcMainInvokeEvent, name: string, input: unknown): Promise<string> {
    const workspace = isOwnPage(event.senderFrame, developerOrigin) ? workspaces.of(event.sender.id) : undefined
    if (!workspace) return refused('untrusted-sender', 'Only a window of Rapporteur may ask this.')
    return windowRequests(desk, workspace)(name, input)
  }

  ipcMain.handle('call', async (event, name: string, input: unknown) => answer(event, name, input))
  app.on('browser-window-focus', () => refreshMenu(desk))
  refreshMenu(desk)
  return desk
}

/** Opens these projects, or brings a window forward where there are none to open. */
export async function openPaths(desk: Desk, paths: readonly string[]): Promise<void> {
  const [first] = desk.workspaces
  if (paths.length === 0 && first) first.view.focus()
  if (paths.length === 0 && !first) desk.workspaces.add()
  for (const path of paths) await openPath(desk, path)
}

async function openPath(desk: Desk, path: string) {
  try {
    await openHere(desk, path, false, desk.workspaces.free)
  } catch (error) {
    if ([...desk.workspaces].length === 0) desk.workspaces.add()
    if (!(error instanceof AppError)) throw error
    await dialog.showMessageBox({ type: 'error', message: error.message })
  }
}

/** Who the journal names. */
function authorName(log: Log): string {
  try {
    return userInfo().username
  } catch (error) {
    log(`The system does not say who you are: ${String(error)}`)
    return 'unknown'
  }
}
