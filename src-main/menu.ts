import type { MenuItemConstructorOptions } from 'electron'
import { dirname } from 'node:path'
import type { Command, MainApi } from '../src-preload/contract.ts'
import { projectName } from './project-path.ts'

type Item = MenuItemConstructorOptions
/** Requests that the menu makes in the name of the focused window. */
export type MenuRequest = keyof MainApi & `project.${string}`

export interface MenuState {
  readonly recent: readonly string[]
  readonly hasProject: boolean
  readonly isMac: boolean
  readonly isDeveloper: boolean
  command(name: Command): void
  request(name: MenuRequest, input: string | null): void
}

const line: Item = { type: 'separator' }

export function menuTemplate(state: MenuState): Item[] {
  const application: Item[] = state.isMac ? [{ role: 'appMenu' }] : []
  return [...application, fileMenu(state), editMenu(state), viewMenu(state), windowMenu(state), helpMenu(state)]
}

function fileMenu(state: MenuState): Item {
  const request = (label: string, name: MenuRequest, more: Item = {}): Item => ({ label, click: () => state.request(name, null), ...more })
  const command = commandItems(state)
  return {
    label: '&File',
    submenu: [
      request('&New project…', 'project.create', { accelerator: 'CmdOrCtrl+N' }),
      request('&Open…', 'project.open', { accelerator: 'CmdOrCtrl+O' }),
      { label: 'Open &recent', submenu: recentItems(state), enabled: state.recent.length > 0 },
      request('Open the &sample project', 'project.openSample'),
      line,
      command('&Import files…', 'import.files', 'CmdOrCtrl+I'),
      command('Import a &folder…', 'import.folder', 'CmdOrCtrl+Shift+I'),
      command('&Paste text as a session…', 'import.paste'),
      command('&Export…', 'export.open', 'CmdOrCtrl+E'),
      line,
      command('&Backups…', 'backups.open'),
      request('Show project in its fo&lder', 'project.reveal', { enabled: state.hasProject }),
      line,
      request('&Close project', 'project.close', { enabled: state.hasProject }),
      { role: 'close', label: 'Close &window' },
      ...(state.isMac ? [] : [line, { role: 'quit' as const }]),
    ],
  }
}

function recentItems(state: MenuState): Item[] {
  return state.recent.map(path => ({ label: recentLabel(path), click: () => state.request('project.openRecent', path) }))
}

function editMenu(state: MenuState): Item {
  const command = commandItems(state)
  return {
    label: '&Edit',
    submenu: [
      command('&Undo', 'history.undo', 'CmdOrCtrl+Z'),
      command('&Redo', 'history.redo', 'CmdOrCtrl+Shift+Z'),
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  }
}

function viewMenu(state: MenuState): Item {
  const command = commandItems(state)
  return {
    label: '&View',
    submenu: [
      command('&Library', 'view.library', 'CmdOrCtrl+1'),
      command('&Themes', 'view.themes', 'CmdOrCtrl+2'),
      command('&Notes', 'view.notes', 'CmdOrCtrl+3'),
      command('&History', 'view.history', 'CmdOrCtrl+4'),
      command('&Rules', 'view.rules', 'CmdOrCtrl+5'),
      line,
      command('&Command palette…', 'palette.open', 'CmdOrCtrl+K'),
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(state.isDeveloper ? [line, { role: 'toggleDevTools' as const, accelerator: 'F12' }] : []),
    ],
  }
}

function windowMenu({ isMac }: MenuState): Item {
  // Electron's own has, where it is no Mac's, a second way to close and a zoom that does nothing.
  return isMac ? { role: 'windowMenu' } : { label: '&Window', submenu: [{ role: 'minimize' }] }
}

function helpMenu(state: MenuState): Item {
  return { role: 'help', submenu: [commandItems(state)('&Keys', 'help.keys')] }
}

function recentLabel(path: string): string {
  // A lone & would underline what follows it.
  return `${projectName(path)} – ${dirname(path)}`.replaceAll('&', '&&')
}

/** The window itself takes these keys, so that a text field can have them first; the menu only shows them. */
function commandItems(state: MenuState) {
  return (label: string, name: Command, accelerator?: string): Item => ({
    label,
    click: () => state.command(name),
    enabled: state.hasProject,
    registerAccelerator: false,
    ...(accelerator && { accelerator }),
  })
}
