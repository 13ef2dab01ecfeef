import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { act, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

function importFiles(files: readonly File[]) {
  const paths = window.bridge.pathsOf(files)
  if (paths.length > 0) act(call('import.start', paths))
}

/** Files dropped anywhere in the window are imported. */
export function DropTarget({ isReadOnly }: { isReadOnly: boolean }) {
  // Entering a part of the window comes before leaving the one before it, so they are counted.
  const [depth, setDepth] = useState(0)
  useEffect(() => {
    const onEnter = (event: DragEvent) => hasFiles(event) && setDepth(now => now + 1)
    const onLeave = (event: DragEvent) => hasFiles(event) && setDepth(now => Math.max(0, now - 1))
    const onOver = (event: DragEvent) => hasFiles(event) && event.preventDefault()
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setDepth(0)
      if (isReadOnly) notify({ tone: 'error', text: 'This project is read-only, so nothing can be imported.' })
      else importFiles([...(event.dataTransfer?.files ?? [])])
    }
    const listening = new AbortController()
    const options = { signal: listening.signal }
    window.addEventListener('dragenter', onEnter, options)
    window.addEventListener('dragleave', onLeave, options)
    window.addEventListener('dragover', onOver, options)
    window.addEventListener('drop', onDrop, options)
    return () => listening.abort()
  }, [isReadOnly])
  if (depth === 0) return null
  return (
    <div className="drop-overlay" aria-hidden>
      <div className="drop-words">
        <FileDown size={28} aria-hidden />
        <strong>{isReadOnly ? 'This project is read-only' : 'Drop to import'}</strong>
        {!isReadOnly && <span className="muted">Files or whole folders; what is here already is left out</span>}
      </div>
    </div>
  )
}
