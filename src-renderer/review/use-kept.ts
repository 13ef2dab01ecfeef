import { useState } from 'react'
import { keepSame } from './keep-same.ts'

/** The value, with all that equals the value before being the same object as before. */
export function useKept<T>(value: T): T {
  const [kept, setKept] = useState(value)
  const next = keepSame(kept, value)
  if (!Object.is(next, kept)) setKept(() => next)
  return next
}
