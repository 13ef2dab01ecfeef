import { Ban, Check, PencilLine, ScanText } from 'lucide-react'
import type { ValueState } from '../../../src-preload/types.ts'

const states = {
  parsed: { icon: ScanText, word: 'Read' },
  accepted: { icon: Check, word: 'Accepted' },
  corrected: { icon: PencilLine, word: 'Corrected' },
  cleared: { icon: Ban, word: 'Cleared' },
} as const

/** Whose word a value is. */
export function StateBadge({ state }: { state: ValueState }) {
  const { icon: Icon, word } = states[state]
  return (
    <span className={`state-badge state-${state}`}>
      <Icon size={12} aria-hidden />
      {word}
    </span>
  )
}
