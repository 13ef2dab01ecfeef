import type { Id } from '../../src-preload/types.ts'
import { useQuery } from '../shell/query.ts'
import { shortTime } from '../shell/times.ts'

/** The newest changes of this session. */
export function SessionHistory({ sessionId }: { sessionId: Id }) {
  const { data } = useQuery('history.list', { sessionId, limit: 12 })
  if (!data) return null
  return (
    <ol className="history-list">
      {data.map(({ id, label, author, at, isUndone }) => (
        <li key={id} data-undone={isUndone || undefined}>
          <span dir="auto">{label}</span>
          {isUndone && <span className="faint"> (undone)</span>}
          <span className="note-by">
            {author} · {shortTime(at)}
          </span>
        </li>
      ))}
    </ol>
  )
}
