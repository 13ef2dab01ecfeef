import { useEffect, useRef, useState } from 'react'
import { notify } from '../shell/notices.tsx'

export interface EditorUse {
  /** What was typed and would be lost; null while nothing was. */
  readonly unsaved: string | null
  /** Saves; gives what is wrong, if anything. `keepsFocus` when the user went elsewhere. */
  readonly onSave: (keepsFocus: boolean) => Promise<string | undefined>
  readonly onClose: (keepsFocus: boolean) => void
}

/** Saves once at a time; also what is unsaved when the editor goes because the window was closed or it or the value went elsewhere. */
export function useEditor({ unsaved, onSave, onClose }: EditorUse) {
  const [error, setError] = useState<string>()
  const isBusy = useRef(false)
  const isGone = useRef(false)
  const leave = useRef(() => {})

  function close(keepsFocus = false) {
    isBusy.current = true
    onClose(keepsFocus)
  }
  async function save(keepsFocus = false, request = onSave) {
    if (isBusy.current) return
    isBusy.current = true
    const wrong = await request(keepsFocus)
    if (isGone.current) return wrong === undefined ? undefined : notify({ tone: 'error', text: `${wrong} Not saved: “${unsaved}”` })
    if (wrong === undefined) return close(keepsFocus)
    isBusy.current = false
    setError(wrong)
  }
  useEffect(() => {
    leave.current = () => unsaved !== null && void save(true)
  })
  useEffect(() => {
    isGone.current = false
    const leaveWindow = () => leave.current()
    window.addEventListener('beforeunload', leaveWindow)
    return () => {
      window.removeEventListener('beforeunload', leaveWindow)
      isGone.current = true
      leave.current()
    }
  }, [])
  return { error, save: (...how: Parameters<typeof save>) => void save(...how), close }
}
