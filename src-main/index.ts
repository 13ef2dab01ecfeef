import { app, dialog } from 'electron'
import { openPaths, startDesktop } from './desktop.ts'
import { fromRoot } from './from-root.ts'
import { closeBeforeQuit, isOnlyOne } from './lifecycle.ts'
import { openLog } from './log.ts'
import { projectPathsIn } from './project-path.ts'
import { secureSession, secureStart } from './security.ts'

const log = openLog(app.getPath('userData'))
const developerUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const developerOrigin = developerUrl ? new URL(developerUrl).origin : null
const waiting = projectPathsIn(process.argv.slice(1), process.cwd())
let open = async (paths: readonly string[]): Promise<void> => {
  waiting.push(...paths)
}
let wasShown = false

function recordBug(bug: unknown) {
  log(bug)
  if (wasShown) return
  wasShown = true
  void dialog.showMessageBox({ type: 'error', message: 'Rapporteur made a mistake. What was saved is safe.', detail: String(bug) })
}

function start() {
  secureSession(fromRoot('out/renderer'), developerOrigin)
  const desk = startDesktop(developerOrigin, log)
  closeBeforeQuit(desk.workspaces)
  open = paths => openPaths(desk, paths)
  app.on('activate', () => void open([]))
  return open(waiting)
}

// The terminal that we were started from may close before us.
process.stderr.on('error', () => undefined)
process.on('uncaughtException', recordBug)
process.on('unhandledRejection', recordBug)
app.on('open-file', (event, path) => {
  event.preventDefault()
  void open([path])
})
secureStart(developerOrigin)
if (isOnlyOne(waiting, paths => void open(paths))) void app.whenReady().then(start)
else app.quit()
