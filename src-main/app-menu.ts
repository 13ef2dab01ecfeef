import { app, BrowserWindow, dialog, Menu } from 'electron'
import { windowRequests, type Desk } from './main-requests.ts'
import { menuTemplate, type MenuRequest } from './menu.ts'
import { replyOf } from './serve.ts'

/** Shows the menu as it is now: for the window in front, with the projects opened last. */
export function refreshMenu(desk: Desk): void {
  const template = menuTemplate({
    recent: desk.recent.paths(),
    hasProject: Boolean(desk.workspaces.of(front()?.id)?.state.project),
    isMac: process.platform === 'darwin',
    isDeveloper: !app.isPackaged,
    command: name => front()?.send('command', name),
    request: (name, input) => void request(desk, name, input),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function request(desk: Desk, name: MenuRequest, input: string | null) {
  const workspace = desk.workspaces.of(front()?.id) ?? desk.workspaces.add()
  const reply = replyOf(await windowRequests(desk, workspace)(name, input))
  if (!reply.ok) await dialog.showMessageBox({ type: 'error', message: reply.message })
}

function front() {
  return (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents
}
