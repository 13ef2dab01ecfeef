import { useEffect, useRef, type PointerEvent } from 'react'

const delay = 120

/** Tells where the pointer rests, not where it passes, nor what the screen moved below it. */
export function useHover(onRest: (address: string | null) => void) {
  const timer = useRef<number>(undefined)
  const last = useRef<{ address: string | null; place: string }>({ address: null, place: '' })
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (address: string | null, { clientX, clientY }: PointerEvent) => {
    const place = `${clientX} ${clientY}`
    const before = last.current
    last.current = { address, place }
    if (address === before.address || place === before.place) return
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => onRest(address), delay)
  }
}
