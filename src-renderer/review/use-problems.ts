import { useMemo, useState, type RefObject } from 'react'
import type { Id, ProblemRow } from '../../src-preload/types.ts'
import type { RawTextHandle } from '../raw-text/raw-text.tsx'
import { attempt, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { problemQueue, stepInQueue, type QueuedProblem } from './problems.ts'
import type { ReviewRow } from './rows.ts'

/** What is to be looked at, and going through it. */
export function useProblems(
  rows: readonly ReviewRow[],
  problems: readonly ProblemRow[],
  raw: RefObject<RawTextHandle | null>,
  focusRow: (address: string) => void,
  leaveRow: () => void,
) {
  const [currentId, setCurrentId] = useState<Id | null>(null)
  const queue = useMemo(() => problemQueue(rows, problems), [rows, problems])

  function show({ id, address, spans }: QueuedProblem) {
    setCurrentId(id)
    if (address) focusRow(address)
    else leaveRow()
    const isSection = rows.some(row => row.address === address && row.kind === 'section')
    if (spans.length > 0 && !isSection) raw.current?.reveal(spans)
  }
  function step(by: 1 | -1) {
    const next = stepInQueue(queue, currentId, by)
    if (next) show(next)
    else notify({ tone: 'success', text: 'Nothing is in doubt here.' })
  }
  function showById(id: Id) {
    const problem = queue.find(each => each.id === id)
    if (problem) show(problem)
  }
  /** Settles the current problem by one of its choices, counted from 0, and goes to the next. */
  async function choose(choice: number) {
    if (currentId === null) return
    const next = stepInQueue(queue, currentId, 1)
    const isDone = await attempt(call('problem.choose', { id: currentId, choice }).then(() => true))
    if (isDone && next && next.id !== currentId) show(next)
  }
  const current = queue.find(each => each.id === currentId)
  return { queue, currentId, current, step, showById, choose: (choice: number) => void choose(choice) }
}
