import { AppError } from '../app-error.ts'

export type Output = ReturnType<typeof openOutput>

/** Standard output, line by line. A reader that goes away, as `head` does, is no failure: the rest is not written. */
export function openOutput(stream: NodeJS.WriteStream = process.stdout) {
  let failure: NodeJS.ErrnoException | undefined
  stream.on('error', error => (failure = error))
  const isGone = () => failure?.code === 'EPIPE'

  return {
    isGone,
    /** Settles when the system has taken the line. */
    async line(text: string): Promise<void> {
      if (!failure) await new Promise<void>(written => stream.write(`${text}\n`, () => written()))
      if (failure && !isGone()) throw new AppError('no-output', `Standard output cannot be written: ${failure.message}.`)
    },
  }
}
