import type { ImportLine, ImportState } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { findFiles, importFiles, importText } from './import-files.ts'
import type { Handlers, Project } from './project.ts'

type Progress = Omit<ImportState, 'lines'>

const none: Progress = {
  isRunning: false,
  actionId: null,
  total: 0,
  counts: { imported: 0, duplicate: 0, failed: 0 },
  leftOut: 0,
  wasCancelled: false,
  error: null,
}

/** How many lines are told: few of what changes all the time. */
const linesTold = { running: 50, ended: 500 }
/** Lines that came and went faster could not be read, and each time they would be drawn. In milliseconds. */
const linesStay = 1000

/** The import that the window sees: one at a time, going on between requests. Calls `onProgress` when its state is another. */
export function imports(project: Project, onProgress: () => void, isReading: () => boolean) {
  const { db } = project
  let running: Promise<void> = Promise.resolve()
  const newest = (statuses: string) =>
    db.prepare<[number | null, number], ImportLine>(`SELECT file, status, session_id AS sessionId, message FROM imported_file
      WHERE action_id = ? AND status IN (${statuses}) ORDER BY id DESC LIMIT ?`)
  const newestImported = newest(`'imported'`)
  const newestOthers = newest(`'duplicate', 'failed'`)
  let current: Progress = none
  let shown = { actionId: current.actionId, until: 0, lines: [] as ImportLine[] }

  function set(progress: Partial<Progress>): void {
    current = { ...current, ...progress }
    onProgress()
  }
  function newestLines(told: number): ImportLine[] {
    const others = newestOthers.all(current.actionId, told)
    return [...others, ...newestImported.all(current.actionId, told - others.length)]
  }
  function state(): ImportState {
    if (!current.isRunning) return { ...current, lines: newestLines(linesTold.ended) }
    const now = performance.now()
    if (shown.actionId !== current.actionId || now > shown.until)
      shown = { actionId: current.actionId, until: now + linesStay, lines: newestLines(linesTold.running) }
    return { ...current, lines: shown.lines }
  }
  async function run(
    found: { total: number; leftOut: number },
    start: (onStart: (actionId: number) => void) => AsyncGenerator<ImportLine>,
  ): Promise<void> {
    set({ ...none, ...found, isRunning: true })
    try {
      for await (const { status } of start(actionId => set({ actionId }))) {
        set({ counts: { ...current.counts, [status]: current.counts[status] + 1 } })
      }
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
    // Its rule may be taken back yet.
    if (isReading()) throw new AppError('reading-running', 'Pages are being read again. Wait for it to end, or cancel it; then import.')
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
