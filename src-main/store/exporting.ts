import type { ExportState } from '../../src-preload/types.ts'
import type { Handlers, Project } from './project.ts'

const none: ExportState = { isRunning: false, done: 0, total: 0, result: null, error: null }

/** The export that the window sees: one at a time, going on between requests. Calls `onProgress` when its state is another. */
export function exporting(_project: Project, _onProgress: () => void) {
  const handlers: Handlers<'export.write' | 'export.cancel' | 'export.state'> = {
    'export.write': () => {},
    'export.cancel': () => {},
    'export.state': () => none,
  }
  return { handlers, stop: async () => {} }
}
