import { useMemo, useState } from 'react'
import type { Span } from '../../src-preload/record.ts'
import { reportError } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import type { ReviewRow } from './rows.ts'

function boundaryOf(row: ReviewRow | undefined) {
  const [first, last] = [row?.spans[0], row?.spans.at(-1)]
  return row?.kind === 'section' && first && last ? { rowId: row.address, span: [first[0], last[1]] as const } : null
}

/** The edges of the section in hand, and moving them. */
export function useBoundary(row: ReviewRow | undefined, rows: readonly ReviewRow[]) {
  const [refusals, setRefusals] = useState(0)
  // Where a move was refused, the edges are drawn anew at their old places.
  // oxlint-disable-next-line react/exhaustive-deps
  const boundary = useMemo(() => boundaryOf(row), [row, refusals])
  function moveBoundary(address: string, span: Span) {
    const id = rows.find(each => each.address === address)?.id
    if (!id) return
    call('section.set', { id, span }).catch((error: unknown) => {
      setRefusals(count => count + 1)
      reportError(error)
    })
  }
  return { boundary, moveBoundary }
}
