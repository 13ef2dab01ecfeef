import type { ImportLine, ImportState } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { findFiles, importFiles, importText } from './import-files.ts'
import type { Handlers, Project } from './project.ts'

type Progress = Omit<ImportState, 'counts' | 'lines'>

const none: Progress = { isRunning: false, actionId: null, total: 0, leftOut: 0, wasCancelled: false, error: null }

/** How many lines are told: few of what changes all the time. */
const linesTold = { running: 50, ended: 500 }

/** The import that the window sees: one at a time, going on between requests. Calls `onProgress` when its state is another. */
export function imports(project: Project, onProgress: () => void) {
  const { db } = project
  let running: Promise<void> = Promise.resolve()
  const counts = db.prepare<[number | null], { status: ImportLine['status']; count: number }>(
    'SELECT status, count(*) AS count FROM imported_file WHERE action_id = ? GROUP BY 1',
  )
  const lines = db.prepare<[number | null, number], ImportLine>(`SELECT file, status, session_id AS sessionId, message FROM imported_file
    WHERE action_id = ? ORDER BY status = 'imported', id DESC LIMIT ?`)
  let current: Progress = none

  function set(progress: Partial<Progress>): void {
    current = { ...current, ...progress }
    onProgress()
  }
  function state(): ImportState {
    const found = Object.fromEntries(counts.all(current.actionId).map(({ status, count }) => [status, count]))
    return {
      ...current,
      counts: { imported: 0, duplicate: 0, failed: 0, ...found },
      lines: lines.all(current.actionId, linesTold[current.isRunning ? 'running' : 'ended']),
    }
  }
  async function run(
    found: { total: number; leftOut: number },
    start: (onStart: (actionId: number) => void) => AsyncGenerator<ImportLine>,
  ): Promise<void> {
    set({ ...none, ...found, isRunning: true })
    try {
      for await (const _line of start(actionId => set({ actionId }))) onProgress()
    } finally {
      set({ isRunning: false })
    }
  }
  async function runFiles(paths: readonly string[]): Promise<void> {
    set({ ...none, isRunning: true })
    const { files, leftOut } = await findFiles(paths)
    const cancelled = current.wasCancelled
    await run({ total: files.length, leftOut: leftOut.length }, onStart =>
      importFiles(project, cancelled ? [] : files, { onStart, isCancelled: () => current.wasCancelled }),
    )
  }
  function refuseSecond(): void {
    if (current.isRunning) throw new AppError('import-running', 'An import is running. Wait for it to end, or cancel it.')
  }

  const handlers: Handlers<'import.start' | 'import.text' | 'import.cancel' | 'import.state'> = {
    'import.start'(paths) {
      refuseSecond()
      project.history.refuseReadOnly()
      running = runFiles(paths).catch((error: unknown) => {
        console.error(error)
        set({ isRunning: false, error: (error as Error).message })
      })
    },
    async 'import.text'({ name, text }) {
      refuseSecond()
      await run({ total: 1, leftOut: 0 }, onStart => importText(project, name, text, { onStart }))
      return state()
    },
    'import.cancel'() {
      if (current.isRunning) set({ wasCancelled: true })
    },
    'import.state': state,
  }
  return {
    handlers,
    /** The action that is still growing, or null. */
    runningAction: () => (current.isRunning ? current.actionId : null),
    /** Ends the import after the file at hand; what was imported stays. */
    async stop(): Promise<void> {
      handlers['import.cancel'](null)
      await running
    },
  }
}
