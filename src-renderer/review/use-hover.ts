import { useEffect, useRef } from 'react'

const delay = 120

/** Tells where the pointer rests, not where it passes. */
export function useHover(onRest: (address: string | null) => void) {
  const timer = useRef<number>(undefined)
  const last = useRef<string | null>(null)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (address: string | null) => {
    if (address === last.current) return
    last.current = address
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => onRest(address), delay)
  }
}
