import { GraduationCap, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Id, RuleSuggestion } from '../../src-preload/types.ts'
import { afterDialog } from '../shell/after-dialog.ts'
import { Button, IconButton } from '../shell/components/button.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { count } from '../shell/words.ts'
import { openLesson, putAwaySuggestion, useLesson } from './lesson.ts'
import { ruleSentence } from './rule-words.ts'
import './rules.css'

interface OfferProps {
  readonly suggestion: RuleSuggestion
  readonly isFirst: boolean
  readonly onPutAway: () => void
}

function Offer({ suggestion: { rule, sessions }, isFirst, onPutAway }: OfferProps) {
  function putAway() {
    onPutAway()
    putAwaySuggestion(rule)
  }
  return (
    <div className="lesson-bar">
      <GraduationCap size={16} aria-hidden />
      <span className="lesson-text two-lines">
        {ruleSentence(rule)} <span className="muted">Other pages have the same.</span>
      </span>
      <Button size="small" onPress={() => openLesson(rule)}>
        Apply to {count(sessions, 'more', 'more')}…<span className="visually-hidden">: {rule.name}</span>
        {isFirst && <ShownKeys keys="shift+r" />}
      </Button>
      <IconButton label={`Not now: ${rule.name}`} size="small" onPress={putAway}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}

export interface LessonBarProps {
  readonly sessionId: Id
  /** The button that was pressed goes: the focus has to. */
  readonly onPutAway: () => void
}

/** The button of an offer that was applied has gone when the dialog gives the focus back to it. */
function useKeptFocus(offers: number, keep: () => void) {
  const before = useRef(offers)
  useEffect(() => {
    const isFewer = offers < before.current
    before.current = offers
    if (!isFewer) return undefined
    return afterDialog(() => void (document.activeElement === document.body && keep()))
    // Only the number of offers decides.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [offers])
}

/** Offers to do on other pages what was just corrected on this one; one correction may teach several things. */
export function LessonBar({ sessionId, onPutAway }: LessonBarProps) {
  const lesson = useLesson()
  const isHere = lesson?.sessionId === sessionId
  useKeptFocus(isHere ? lesson.suggestions.length : 0, onPutAway)
  return (
    <div role="status">
      {isHere &&
        lesson.suggestions.map((suggestion, at) => (
          <Offer key={suggestion.rule.name} suggestion={suggestion} isFirst={at === 0} onPutAway={onPutAway} />
        ))}
    </div>
  )
}
