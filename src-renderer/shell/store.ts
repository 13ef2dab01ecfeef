import { useSyncExternalStore } from 'react'

/** A value that parts of the window share and that is nobody's data: where the user is, what is open. */
export function createShared<T>(initial: T) {
  let value = initial
  const readers = new Set<() => void>()
  const subscribe = (notify: () => void) => {
    readers.add(notify)
    return () => void readers.delete(notify)
  }
  const get = () => value
  return {
    get,
    set(next: T) {
      if (Object.is(next, value)) return
      value = next
      for (const notify of readers) notify()
    },
    subscribe,
    use: () => useSyncExternalStore(subscribe, get),
  }
}
