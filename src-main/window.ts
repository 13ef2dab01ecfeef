import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin } from './app-scheme.ts'
import { dialogsOf } from './dialogs.ts'
import { fromRoot } from './from-root.ts'
import { mayRestart } from './open-project.ts'
import { smallest, type WindowBounds } from './window-bounds.ts'
import type { View } from './workspace.ts'

/** The page's own, so that nothing flashes before it is painted. */
const backgrounds = { light: '#f3f3f5', dark: '#141517' }

/** Opens a window on our page, or on a developer's server where given. */
export function openWindow(bounds: WindowBounds, developerOrigin: string | null, log: (text: string) => void): BrowserWindow {
  const screens = screen.getAllDisplays().map(display => display.workArea)
  const window = new BrowserWindow({
    ...bounds.next(screens, BrowserWindow.getAllWindows().length),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Rapporteur',
    icon: fromRoot('resources/icons/rapporteur.png'),
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: fromRoot('out/preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would be downloaded.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', event => event.preventDefault())
  window.on('close', () => bounds.remember(window.getNormalBounds()))
  followTheme(window)
  reloadWhenGone(window, log)
  window
    .loadURL(developerOrigin ?? `${appOrigin}/index.html`)
    .catch((error: unknown) => log(`The window could not be loaded: ${String(error)}`))
  return window
}

export function viewOf(window: BrowserWindow, projectShown: () => void): View {
  return {
    id: window.webContents.id,
    dialogs: dialogsOf(window),
    changed: names => {
      if (!window.isDestroyed()) window.webContents.send('changed', names)
    },
    showProject: project => {
      if (!window.isDestroyed()) window.setTitle(project ? `${project.name} – Rapporteur` : 'Rapporteur')
      projectShown()
    },
    focus: () => {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
}

function background() {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light
}

function followTheme(window: BrowserWindow) {
  const repaint = () => window.setBackgroundColor(background())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
}

/** A page that crashed comes back; all that was acknowledged is in the store. */
function reloadWhenGone(window: BrowserWindow, log: (text: string) => void) {
  const reloads: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`The window's process is gone: ${reason} (${exitCode})`)
    if (reason === 'clean-exit' || !mayRestart(reloads, Date.now())) return
    reloads.push(Date.now())
    window.webContents.reload()
  })
}
