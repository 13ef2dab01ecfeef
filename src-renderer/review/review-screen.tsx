import type { Id } from '../../src-preload/types.ts'

export interface ReviewScreenProps {
  readonly sessionId: Id
  readonly onNext: () => void
  readonly onPrevious: () => void
}

/** One session: its page on the left, its record on the right. */
export function ReviewScreen({ sessionId }: ReviewScreenProps) {
  return <div className="review" data-session={sessionId} />
}
