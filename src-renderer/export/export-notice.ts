import { useEffect, useRef } from 'react'
import { notify } from '../shell/notices.tsx'
import { useOpenDialog } from '../shell/dialogs.ts'
import { useQuery } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import { revealExport } from './export-result.tsx'

/** Tells of an export that ended while its dialog was closed. */
export function useExportNotice() {
  const { data: state } = useQuery('export.state', null)
  const isDialogOpen = useOpenDialog()?.name === 'export'
  const wasRunning = useRef(false)
  useEffect(() => {
    const hasEnded = wasRunning.current && state?.isRunning === false
    wasRunning.current = state?.isRunning ?? false
    if (!hasEnded || isDialogOpen) return
    if (state.error) notify({ tone: 'error', text: state.error.message })
    if (!state.result) return
    const { sessions, report } = state.result
    const text = `Exported ${count(sessions, 'session')}${report.length > 0 ? '; what the format cannot hold is in the report' : ''}`
    notify({ tone: 'success', text, action: { label: 'Show in folder', run: revealExport } })
  }, [state, isDialogOpen])
}
