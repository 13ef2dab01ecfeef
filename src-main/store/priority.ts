import { readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** Lowers the priority of this process, and of the threads that it has or will start. */
export function letOthersFirst(): void {
  for (const id of threadIds()) lower(id)
}

function lower(id: number): void {
  try {
    setPriority(id, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    // A thread may have ended meanwhile; and whatever it was, the store works without.
    console.error(error)
  }
}

/** Linux gives each thread a priority of its own, and those that compile and collect garbage run already; elsewhere 0 stands for the whole process. */
function threadIds(): number[] {
  return process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0]
}
