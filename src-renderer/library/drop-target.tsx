import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { AppState } from '../../src-preload/types.ts'
import { isModalOpen } from '../shell/keys.ts'
import { act, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import './library.css'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
const isProject = (path: string) => path.toLowerCase().endsWith('.rapporteur')

interface Ground {
  readonly title: string
  readonly hint: string
  /** Why pages that are dropped here are not imported. */
  readonly refusal?: string
}
const grounds = {
  project: { title: 'Drop to import', hint: 'Files or whole folders; what is here already is left out' },
  readOnly: {
    title: 'This project is read-only',
    hint: 'Nothing can be imported into it',
    refusal: 'This project is read-only, so nothing can be imported.',
  },
  welcome: {
    title: 'Drop a project to open it',
    hint: 'Pages can be dropped once a project is open',
    refusal: 'Pages are imported into a project. Open one or make a new one, then drop them again.',
  },
  dialog: {
    title: 'A dialog is open',
    hint: 'Close it, then drop the files again',
    refusal: 'A dialog is open. Close it, then drop the files again.',
  },
} satisfies Record<string, Ground>

function groundOf(project: AppState['project']): Ground {
  if (isModalOpen()) return grounds.dialog
  if (!project) return grounds.welcome
  return project.isReadOnly ? grounds.readOnly : grounds.project
}

const refuse = (text: string) => notify({ tone: 'error', about: 'drop', text })

async function take(files: readonly File[], ground: Ground) {
  if (ground === grounds.dialog) return refuse(grounds.dialog.refusal)
  const paths = window.bridge.pathsOf(files).filter(path => path !== '')
  const pages = paths.filter(path => !isProject(path))
  if (paths.length === 0) refuse('What was dropped is not a file on this computer. Save it here first, then drop that.')
  else if (pages.length > 0 && ground.refusal) refuse(ground.refusal)
  else if (pages.length > 0) act(call('import.start', pages))
  for (const path of paths.filter(isProject)) await call('project.openRecent', path)
}

/** Files dropped anywhere in the window: pages are imported, projects opened. */
export function DropTarget({ project }: { project: AppState['project'] }) {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const onEnter = (event: DragEvent) => hasFiles(event) && setOver(true)
    // Going from one part of the window to another is no leaving; parts that are redrawn meanwhile are not heard of at all.
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onOver = (event: DragEvent) => hasFiles(event) && event.preventDefault()
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      act(take([...(event.dataTransfer?.files ?? [])], groundOf(project)))
    }
    const listening = new AbortController()
    const options = { signal: listening.signal }
    window.addEventListener('dragenter', onEnter, options)
    window.addEventListener('dragleave', onLeave, options)
    window.addEventListener('dragover', onOver, options)
    window.addEventListener('drop', onDrop, options)
    // While files are dragged the pointer is not heard of: they were let go elsewhere.
    window.addEventListener('pointermove', () => setOver(false), options)
    return () => listening.abort()
  }, [project])
  if (!isOver) return null
  const { title, hint } = groundOf(project)
  return (
    <div className="drop-overlay" aria-hidden>
      <div className="drop-words">
        <FileDown size={28} aria-hidden />
        <strong>{title}</strong>
        <span className="muted">{hint}</span>
      </div>
    </div>
  )
}
