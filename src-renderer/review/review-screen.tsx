import type { Id, ThemeRow } from '../../src-preload/types.ts'
import { useQuery } from '../shell/query.ts'
import { OpenReview } from './open-review.tsx'
import { useKept } from './use-kept.ts'
import './review.css'

export interface ReviewScreenProps {
  readonly sessionId: Id
  readonly onNext: () => void
  readonly onPrevious: () => void
}

const noThemes: readonly ThemeRow[] = []

/** One session: its page on the left, its record on the right. */
export function ReviewScreen({ sessionId, onNext, onPrevious }: ReviewScreenProps) {
  const { data, error } = useQuery('session.get', sessionId)
  const { data: source, error: sourceError } = useQuery('session.source', sessionId)
  const { data: themes } = useQuery('theme.list', null)
  const record = useKept(data)
  const failure = error ?? sourceError
  // A new version changes both, and the answers come one after the other.
  if (record && source && record.sha256 === source.sha256) {
    return (
      <OpenReview
        key={`${record.id} ${record.sha256}`}
        record={record}
        source={source}
        themes={themes ?? noThemes}
        onNext={onNext}
        onPrevious={onPrevious}
      />
    )
  }
  return (
    <div className="review" aria-busy={!failure}>
      {failure && (
        <p role="alert" className="review-failure">
          {failure.message}
        </p>
      )}
    </div>
  )
}
