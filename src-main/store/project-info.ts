import type { OpenProject } from './open.ts'
import { listBackups } from '../backups.ts'
import { projectName } from '../project-path.ts'
import type { StoreApi } from '../../src-preload/contract.ts'
import type { ProjectInfo } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import type { backups } from './backups.ts'

/** What the status bar says of the project as a whole. */
export function projectInfo({ db, path, isReadOnly }: OpenProject, backup: ReturnType<typeof backups>) {
  const sessions = db.prepare<[], number>('SELECT count(*) FROM session').pluck()
  const savedAt = db.prepare<[], string>('SELECT at FROM action ORDER BY id DESC LIMIT 1').pluck()
  return {
    async 'project.info'(): Promise<ProjectInfo> {
      const [newest] = await listBackups(path)
      return {
        path,
        name: projectName(path),
        isReadOnly,
        sessions: sessions.get()!,
        savedAt: savedAt.get() ?? null,
        backedUpAt: newest?.at ?? null,
      }
    },
    async 'project.backup'() {
      if (isReadOnly)
        throw new AppError('read-only', 'A project that is open for reading only is not backed up: nothing can be written beside it.')
      return backup.make()
    },
  } satisfies Partial<StoreApi>
}
