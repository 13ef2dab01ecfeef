import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PagePlace } from '../raw-text/raw-text.tsx'

/** Where in a session the user was when something else took its place in the window. */
export interface LeftPlace {
  /** The row in hand. */
  readonly active: string | null
  /** Of the record, in pixels. */
  readonly scrollTop: number
  readonly page: PagePlace | undefined
}

/** Until the window closes; by the text of a session. */
const places = new Map<string, LeftPlace>()

/** The place to come back to, where this text of a session was open before. */
export function useLeftPlace(of: string): LeftPlace | null {
  const [place] = useState(() => places.get(of) ?? null)
  return place
}

/** Notes where the user is as the session is left. */
export function useLeaving(of: string, where: () => LeftPlace): void {
  const latest = useRef(where)
  useEffect(() => {
    latest.current = where
  })
  // All is still drawn then, and has its scroll position.
  useLayoutEffect(() => () => void places.set(of, latest.current()), [of])
}
