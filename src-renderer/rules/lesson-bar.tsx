import { GraduationCap, X } from 'lucide-react'
import type { Id } from '../../src-preload/types.ts'
import { Button, IconButton } from '../shell/components/button.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { count } from '../shell/words.ts'
import { forgetLesson, openLesson, useLesson } from './lesson.ts'
import { ruleSentence } from './rule-words.ts'
import './rules.css'

/** Offers to do on other pages what was just corrected on this one. */
export function LessonBar({ sessionId }: { sessionId: Id }) {
  const lesson = useLesson()
  const isHere = lesson?.sessionId === sessionId
  return (
    <div role="status">
      {isHere && (
        <div className="lesson-bar">
          <GraduationCap size={16} aria-hidden />
          <span className="lesson-text" dir="auto">
            {ruleSentence(lesson.suggestion.rule)} <span className="muted">The same words stand on other pages.</span>
          </span>
          <Button size="small" onPress={openLesson}>
            Apply to {count(lesson.suggestion.sessions, 'more', 'more')}…
            <ShownKeys keys="shift+r" />
          </Button>
          <IconButton label="Not now" size="small" onPress={forgetLesson}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}
