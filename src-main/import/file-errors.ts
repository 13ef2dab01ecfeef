import { AppError } from '../app-error.ts'

const FAILURES: Record<string, { code: string; message: string }> = {
  ENOENT: { code: 'no-such-file', message: 'There is no such file. It may have been moved or renamed; choose it again.' },
  ENOTDIR: { code: 'no-such-file', message: 'There is no such file. It may have been moved or renamed; choose it again.' },
  ENAMETOOLONG: {
    code: 'no-such-file',
    message: 'The path is too long for this system. Move the file nearer to the top and choose it again.',
  },
  ERR_INVALID_ARG_VALUE: { code: 'no-such-file', message: 'No file can have this name. Choose the file again.' },
  EACCES: { code: 'no-permission', message: 'Reading it is not permitted. Change its permissions, or copy it to a folder of yours.' },
  EPERM: { code: 'no-permission', message: 'Reading it is not permitted. Change its permissions, or copy it to a folder of yours.' },
  ELOOP: { code: 'link-loop', message: 'The link leads back to itself. Choose the file that it should lead to.' },
  EISDIR: { code: 'not-a-file', message: 'This is a folder, not a file.' },
  EMFILE: { code: 'too-many-open-files', message: 'The system allows no more open files. Close other programs and try again.' },
}

/** What a failed file operation means for the user; anything but a system error is a bug and thrown on. */
export function fileError(error: unknown, path: string): AppError {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  if (error.code === 'ENOENT' && path.includes('\uFFFD')) {
    return new AppError('unreadable-name', 'The name is not in this system’s encoding. Rename the file and choose it again.', {
      cause: error,
    })
  }
  const { code, message } = FAILURES[error.code] ?? {
    code: 'unreadable',
    message: `The system could not read it (${error.code}). Check the disk and try again.`,
  }
  return new AppError(code, message, { cause: error })
}

export function notAFile(): AppError {
  return new AppError('not-a-file', 'This is a pipe, socket or device, not a file.')
}
