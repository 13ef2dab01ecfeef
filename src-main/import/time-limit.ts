import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'

// Asking for the time costs more than most steps do.
const STEPS = 5000

/** Called at every step of a long work, throws once that has taken longer than a file may. */
export function timeLimit(milliseconds: number = LIMITS.milliseconds): () => void {
  const end = performance.now() + milliseconds
  let steps = 0
  return () => {
    steps += 1
    if (steps % STEPS === 0 && performance.now() > end) throw tooSlow()
  }
}

export function tooSlow(): AppError {
  return new AppError('too-slow', 'Reading the file took too long and was stopped. Copy its text into a .txt file.')
}
