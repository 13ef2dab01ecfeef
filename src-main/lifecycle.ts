import { setImmediate } from 'node:timers/promises'
import { app } from 'electron'
import * as z from 'zod'
import type { Workspaces } from './workspaces.ts'

/** False where another Rapporteur works with the same data: it has been given our paths, and we should end. */
export function isOnlyOne(paths: readonly string[], opened: (paths: readonly string[]) => void): boolean {
  app.on('second-instance', (_event, _argv, _folder, data) => opened(z.object({ paths: z.array(z.string()) }).parse(data).paths))
  return app.requestSingleInstanceLock({ paths })
}

/** Quits when the last window has closed, except where a Mac keeps the application; either way every store has its last word first. */
export function closeBeforeQuit(workspaces: Workspaces): void {
  let isClosed = false
  const close = async () => {
    await workspaces.closeAll()
    // Electron does not hear a second quit before it has left the first.
    await setImmediate()
    isClosed = true
    app.quit()
  }
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', event => {
    if (isClosed) return
    event.preventDefault()
    void close()
  })
}
