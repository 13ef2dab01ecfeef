import { TriangleAlert } from 'lucide-react'
import type { CSSProperties } from 'react'
import { doubtBelow } from '../../../src-preload/types.ts'
import { confidenceSteps, isDoubtful, percent } from '../confidence.ts'
import { joinClasses } from './button.tsx'

/** How sure the reader is: a bar of five steps, the figure, and a word where it is in doubt. */
export function ConfidenceMeter({ value, reason }: { value: number; reason?: string | undefined }) {
  const doubtful = isDoubtful(value)
  const words = `Confidence ${percent(value)}${doubtful ? `, doubtful (below ${percent(doubtBelow)})` : ''}${reason ? `. ${reason}` : ''}`
  return (
    <span className={joinClasses('confidence', doubtful && 'confidence-doubtful')}>
      <span className="visually-hidden">{words}</span>
      {doubtful && <TriangleAlert size={12} aria-hidden />}
      <span className="confidence-bar" aria-hidden style={{ '--filled': confidenceSteps(value) } as CSSProperties} />
      <span aria-hidden>
        {percent(value)}
        {doubtful && ' doubtful'}
      </span>
    </span>
  )
}
