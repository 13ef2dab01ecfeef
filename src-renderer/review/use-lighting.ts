import { useEffect, useState, type RefObject } from 'react'
import type { RawTextHandle } from '../raw-text/raw-text.tsx'
import type { ReviewRow } from './rows.ts'
import { useHover } from './use-hover.ts'

/** Lights the words of the row in hand, or of the one that the pointer rests on. */
export function useLighting(raw: RefObject<RawTextHandle | null>, rows: readonly ReviewRow[], initial: string | null) {
  const [active, setActive] = useState(initial)
  const row = rows.find(each => each.address === active)
  useEffect(() => {
    if (row && row.kind !== 'section') raw.current?.light(row.spans)
  }, [raw, row])

  function show(address: string | null) {
    const shown = rows.find(each => each.address === address)
    // A section is shown by its own band and handles; lit as a whole, it could not be read.
    if (shown && shown.kind !== 'section' && shown.spans.length > 0) return raw.current?.reveal(shown.spans)
    raw.current?.light([])
    if (shown?.spans[0]) raw.current?.scrollTo(shown.spans[0])
  }
  function activate(address: string) {
    if (address !== active) show(address)
    setActive(address)
  }
  /** No row is in hand: what the keys would do to one, they do to none. */
  function leave() {
    setActive(null)
    raw.current?.light([])
    raw.current?.focus()
  }
  const hover = useHover(address =>
    address === null ? raw.current?.light(row?.kind === 'section' ? [] : (row?.spans ?? [])) : show(address),
  )
  return { active, row, activate, leave, hover }
}
