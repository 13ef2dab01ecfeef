/** Passes names on at once, then at most once in `milliseconds` with all that came meanwhile. */
export function inBursts<T>(send: (names: readonly T[]) => void, milliseconds: number): (names: readonly T[]) => void {
  const waiting = new Set<T>()
  let timer: NodeJS.Timeout | undefined
  function flush(): void {
    timer = undefined
    if (waiting.size === 0) return
    send([...waiting])
    waiting.clear()
    timer = setTimeout(flush, milliseconds)
  }
  return names => {
    for (const name of names) waiting.add(name)
    if (timer === undefined) flush()
  }
}
