import type { Id } from '../../src-preload/types.ts'
import { useQuery } from '../shell/query.ts'
import { shortTime } from '../shell/times.ts'
import { Words } from '../shell/components/words.tsx'

const verbs = { edit: '', undo: 'Undid: ', redo: 'Redid: ' } as const

/** The newest changes of this session. */
export function SessionHistory({ sessionId }: { sessionId: Id }) {
  const { data } = useQuery('history.list', { sessionId, limit: 12 })
  if (!data) return null
  return (
    <ol className="history-list">
      {data.map(({ id, kind, label, author, at, isUndone }) => (
        <li key={id} data-undone={isUndone || undefined}>
          <span className="history-label" dir="auto">
            {verbs[kind]}
            <Words>{label}</Words>
          </span>
          {isUndone && <span className="faint">undone</span>}
          <span className="note-by">
            {author} · {shortTime(at)}
          </span>
        </li>
      ))}
    </ol>
  )
}
