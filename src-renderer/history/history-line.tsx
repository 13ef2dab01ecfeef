import { PencilLine, Redo2, Undo2 } from 'lucide-react'
import type { ActionLine } from '../../src-preload/types.ts'
import { Badge } from '../shell/components/badge.tsx'
import { Button, joinClasses } from '../shell/components/button.tsx'
import { clockTime } from '../shell/times.ts'
import { count } from '../shell/words.ts'
import { undoAction } from './undo.ts'

const kinds = {
  edit: { icon: PencilLine, word: 'Edit' },
  undo: { icon: Undo2, word: 'Undo' },
  redo: { icon: Redo2, word: 'Redo' },
} as const

export function HistoryLine({ action }: { action: ActionLine }) {
  const { id, label, author, at, kind, isUndone, changes } = action
  const { icon: Icon, word } = kinds[kind]
  return (
    <li className={joinClasses('action', isUndone && 'action-undone')}>
      <span className="action-icon" title={word}>
        <Icon size={14} aria-hidden />
        <span className="visually-hidden">{word}</span>
      </span>
      <span className="action-label one-line" dir="auto" title={label}>
        {label}
      </span>
      {isUndone && <Badge>Undone</Badge>}
      <span className="action-fact muted small one-line numeric">{count(changes, 'change')}</span>
      <span className="action-fact muted small one-line" dir="auto">
        {author}
      </span>
      <time className="action-time muted small numeric" dateTime={at}>
        {clockTime(at)}
      </time>
      <Button size="small" isDisabled={isUndone} aria-label={`Undo: ${label}`} onPress={() => void undoAction(id, label)}>
        Undo
      </Button>
    </li>
  )
}
