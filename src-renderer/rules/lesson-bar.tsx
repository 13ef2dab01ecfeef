import { GraduationCap, X } from 'lucide-react'
import type { Id, RuleSuggestion } from '../../src-preload/types.ts'
import { Button, IconButton } from '../shell/components/button.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { count } from '../shell/words.ts'
import { forgetSuggestion, openLesson, useLesson } from './lesson.ts'
import { ruleSentence } from './rule-words.ts'
import './rules.css'

function Offer({ suggestion: { rule, sessions }, isFirst }: { suggestion: RuleSuggestion; isFirst: boolean }) {
  return (
    <div className="lesson-bar">
      <GraduationCap size={16} aria-hidden />
      <span className="lesson-text">
        {ruleSentence(rule)} <span className="muted">Other pages have the same.</span>
      </span>
      <Button size="small" onPress={() => openLesson(rule)}>
        Apply to {count(sessions, 'more', 'more')}…<span className="visually-hidden">: {rule.name}</span>
        {isFirst && <ShownKeys keys="shift+r" />}
      </Button>
      <IconButton label={`Not now: ${rule.name}`} size="small" onPress={() => forgetSuggestion(rule)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}

/** Offers to do on other pages what was just corrected on this one; one correction may teach several things. */
export function LessonBar({ sessionId }: { sessionId: Id }) {
  const lesson = useLesson()
  const isHere = lesson?.sessionId === sessionId
  return (
    <div role="status">
      {isHere &&
        lesson.suggestions.map((suggestion, at) => <Offer key={suggestion.rule.name} suggestion={suggestion} isFirst={at === 0} />)}
    </div>
  )
}
