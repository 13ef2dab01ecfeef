import { userInfo } from 'node:os'

/** Who the journal names. A system without an entry for its user, as in many containers, has no name to give. */
export function authorName(): string {
  try {
    return userInfo().username
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SYSTEM_ERROR') return 'unknown'
    throw error
  }
}
