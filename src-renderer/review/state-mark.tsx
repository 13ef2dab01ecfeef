import { ConfidenceMeter } from '../shell/components/confidence-meter.tsx'
import { StateBadge } from '../shell/components/state-badge.tsx'
import type { ReviewRow } from './rows.ts'

/** Whose word a value is: the reader's with how sure it is, or a person's. */
export function StateMark({ row }: { row: ReviewRow }) {
  if (row.state === null) return null
  return (
    <span className="state-mark" title={row.reason}>
      {row.state === 'parsed' ? <ConfidenceMeter value={row.confidence} reason={row.reason} /> : <StateBadge state={row.state} />}
    </span>
  )
}
