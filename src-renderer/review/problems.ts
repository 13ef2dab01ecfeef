import type { Choice, FieldKey, Span } from '../../src-preload/record.ts'
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
  /** What a newer text has no place for: it can be put on the selected words. */
  readonly isToBePlaced: boolean
  /** What it could be; the rapporteur presses the number of one. */
  readonly choices: readonly Choice[]
}

/** Only so many have a key. */
export const mostChoices = 9
/** All the places that a choice stands for. */
export const spansOfChoice = ({ values }: Choice): Span[] => values.flatMap(value => value.spans)

const isDoubted = (row: ReviewRow) => row.state === 'parsed' && row.confidence < doubtBelow
const startOf = ({ spans }: { readonly spans: readonly Span[] }) => spans[0]?.[0] ?? Infinity
const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0)

/** How much of both lies in both, 0 to 1. */
function likeness(a: readonly Span[], b: readonly Span[]) {
  const shared = a.flatMap(([from, to]) => b.map(([start, end]) => Math.max(0, Math.min(to, end) - Math.max(from, start))))
  const both = shared.reduce((sum, length) => sum + length, 0)
  return both === 0 ? 0 : both / (lengthOf(a) + lengthOf(b) - both)
}

/** The row whose words are most nearly those of the problem. */
function rowAbout(rows: readonly ReviewRow[], spans: readonly Span[]): ReviewRow | undefined {
  const ranked = rows.map(row => ({ row, likeness: likeness(row.spans, spans) })).toSorted((a, b) => b.likeness - a.likeness)
  return ranked.find(each => each.likeness > 0)?.row
}

/** What is missing in the page has no words: the problem leads to where it is to be set. */
const missingFields: Readonly<Record<string, FieldKey>> = { 'title-missing': 'title' }
const rowMissing = (rows: readonly ReviewRow[], code: string) => rows.find(row => row.kind === 'field' && row.key === missingFields[code])

/** What is still to be looked at, in the order of the page; what has no place in it comes last. */
export function problemQueue(rows: readonly ReviewRow[], problems: readonly ProblemRow[]): QueuedProblem[] {
  const open = problems
    .filter(problem => !problem.isResolved)
    .map((problem): QueuedProblem => {
      const { id, code, message, spans, choices, otherSessionId } = problem
      const isToBePlaced = code === 'not-placed'
      const row = rows.find(each => each.id !== null && each.id === problem.rowId) ?? rowAbout(rows, spans) ?? rowMissing(rows, code)
      return { id, kind: 'problem', message, spans, choices, otherSessionId, address: row?.address ?? null, isToBePlaced }
    })
  const doubts = rows.filter(isDoubted).map((row): QueuedProblem => {
    return {
      id: row.id ?? row.address,
      kind: 'doubt',
      message: `${row.label} is in doubt: ${row.reason}`,
      spans: row.spans,
      address: row.address,
      otherSessionId: null,
      isToBePlaced: false,
      choices: [],
    }
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
