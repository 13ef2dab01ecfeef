import { app } from 'electron'
import { resolve } from 'node:path'
import * as z from 'zod'
import { extension } from './project-path.ts'
import type { Workspaces } from './workspaces.ts'

/** The projects named on a command line. */
export function projectPathsIn(argv: readonly string[], folder: string): string[] {
  return argv.filter(argument => !argument.startsWith('-') && argument.endsWith(extension)).map(path => resolve(folder, path))
}

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
