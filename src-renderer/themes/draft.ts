import { useEffect, useRef, useState } from 'react'

/** Text being edited: a draft until it is kept or dropped, and the stored text again once that changes. Unmounting keeps it. */
export function useDraft(stored: string, save: (text: string) => Promise<boolean>) {
  const [seen, setSeen] = useState(stored)
  const [draft, setDraft] = useState<string | null>(null)
  if (seen !== stored) {
    setSeen(stored)
    setDraft(null)
  }
  async function keep() {
    if (draft === null) return
    if (draft === stored || !(await save(draft))) setDraft(null)
  }
  const latest = useRef(keep)
  useEffect(() => {
    latest.current = keep
  })
  useEffect(() => () => void latest.current(), [])
  return { text: draft ?? stored, change: setDraft, drop: () => setDraft(null), keep }
}
