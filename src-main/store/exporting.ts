import type { ExportRequest, ExportState } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { writeExport } from '../export/write-export.ts'
import { exportContent } from './export-records.ts'
import type { Handlers, Project } from './project.ts'

const none: ExportState = { isRunning: false, done: 0, total: 0, result: null, error: null }

/** The export that the window sees: one at a time, going on between requests. Calls `onProgress` when its state is another. */
export function exporting(project: Pick<Project, 'db'>, onProgress: () => void) {
  let current = none
  let running: Promise<void> = Promise.resolve()
  let cancel = new AbortController()

  function set(news: Partial<ExportState>): void {
    current = { ...current, ...news }
    onProgress()
  }
  async function run(request: ExportRequest & { path: string }, signal: AbortSignal): Promise<void> {
    try {
      const { total, content } = exportContent(project, request, done => set({ done }))
      set({ total })
      const written = await writeExport(request, content, signal)
      set({ isRunning: false, result: { path: request.path, sessions: total, ...written } })
    } catch (error) {
      set({ isRunning: false, error: described(error) })
    }
  }

  const handlers: Handlers<'export.write' | 'export.cancel' | 'export.state'> = {
    'export.write'(request) {
      if (current.isRunning) throw new AppError('export-running', 'An export is running. Wait for it to end, or cancel it.')
      cancel = new AbortController()
      set({ ...none, isRunning: true })
      running = run(request, cancel.signal)
    },
    'export.cancel': () => cancel.abort(),
    'export.state': () => current,
  }
  return {
    handlers,
    /** Ends the export that runs, which leaves nothing behind. */
    async stop(): Promise<void> {
      cancel.abort()
      await running
    },
  }
}

function described(error: unknown): { code: string; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  console.error(error)
  return { code: 'internal', message: `Rapporteur failed to export: ${String(error)}. Please report it.` }
}
