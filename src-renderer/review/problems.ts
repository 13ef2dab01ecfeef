import type { Span } from '../../src-preload/record.ts'
import { doubtBelow, type Id, type ProblemRow } from '../../src-preload/types.ts'
import type { ReviewRow } from './rows.ts'

/** Something to look at: what the reader stumbled over, or a value that it doubts and nobody has checked. */
export interface QueuedProblem {
  readonly id: Id
  readonly kind: 'problem' | 'doubt'
  readonly message: string
  readonly spans: readonly Span[]
  /** The row of the record that it is about. */
  readonly address: string | null
  readonly otherSessionId: Id | null
}

const isDoubted = (row: ReviewRow) => row.state === 'parsed' && row.confidence < doubtBelow
const startOf = ({ spans }: { readonly spans: readonly Span[] }) => spans[0]?.[0] ?? Infinity
const overlap = (a: readonly Span[], b: readonly Span[]) => a.some(([from, to]) => b.some(([start, end]) => start < to && from < end))

/** What is still to be looked at, in the order of the page; what has no place in it comes last. */
export function problemQueue(rows: readonly ReviewRow[], problems: readonly ProblemRow[]): QueuedProblem[] {
  const open = problems
    .filter(problem => !problem.isResolved)
    .map((problem): QueuedProblem => {
      const row = rows.find(each => each.kind !== 'section' && overlap(each.spans, problem.spans))
      return { ...problem, kind: 'problem', address: row?.address ?? null }
    })
  const doubts = rows.filter(isDoubted).map((row): QueuedProblem => {
    return { id: row.id ?? row.address, kind: 'doubt', message: row.reason, spans: row.spans, address: row.address, otherSessionId: null }
  })
  return [...open, ...doubts].toSorted((a, b) => startOf(a) - startOf(b) || Number(a.kind === 'doubt') - Number(b.kind === 'doubt'))
}

/** The one after (`1`) or before (`-1`) `currentId`, round the end; the first or last when there is none. */
export function stepInQueue(queue: readonly QueuedProblem[], currentId: Id | null, step: 1 | -1): QueuedProblem | null {
  if (queue.length === 0) return null
  const at = queue.findIndex(problem => problem.id === currentId)
  const next = at < 0 ? (step > 0 ? 0 : -1) : (at + step) % queue.length
  return queue.at(next) ?? null
}
