import { AppError } from '../app-error.ts'

const noPermission = { code: 'no-permission', message: 'writing there is not permitted. Choose a folder of yours' }
const noSpace = { code: 'disk-full', message: 'the disk is full. Make room, or choose another disk' }
const failures: Readonly<Record<string, { code: string; message: string }>> = {
  ENOENT: { code: 'no-such-folder', message: 'there is no such folder. Make it, or choose another' },
  ENOTDIR: { code: 'no-such-folder', message: 'it leads through a file. Choose a folder' },
  ENAMETOOLONG: { code: 'bad-name', message: 'the name is too long for this system. Choose a shorter one' },
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: noPermission,
  EBUSY: { code: 'not-written', message: 'it is in use, or a disk of its own. Choose a folder within it' },
  ENOSPC: noSpace,
  EDQUOT: noSpace,
}

/** What a failed write means for the user; anything but a failure of the system is given back as it is. */
export function writeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const { code, message } = failures[String(error.code)] ?? {
    code: 'not-written',
    message: `the system refused it (${String(error.code)})`,
  }
  return new AppError(code, `${path} could not be written: ${message}.`, { cause: error })
}
