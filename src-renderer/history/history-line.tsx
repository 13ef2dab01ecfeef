import { PencilLine, Redo2, Undo2 } from 'lucide-react'
import type { ActionLine } from '../../src-preload/types.ts'
import { Badge } from '../shell/components/badge.tsx'
import { Button, joinClasses } from '../shell/components/button.tsx'
import { clockTime } from '../shell/times.ts'
import { count } from '../shell/words.ts'
import { redoAction, undoAction } from './undo.ts'
import { Words } from '../shell/components/words.tsx'
import { withOrderShown } from '../shell/order-signs.ts'

const kinds = {
  edit: { icon: PencilLine, word: undefined },
  undo: { icon: Undo2, word: 'Undid:' },
  redo: { icon: Redo2, word: 'Redid:' },
} as const

export interface HistoryLineProps {
  readonly action: ActionLine
  readonly showsSession: boolean
}

export function HistoryLine({ action, showsSession }: HistoryLineProps) {
  const { id, label, author, at, kind, isUndone, changes, sessionTitle } = action
  const session = showsSession ? sessionTitle : null
  const { icon: Icon, word } = kinds[kind]
  return (
    <li className={joinClasses('action', isUndone && 'action-undone')}>
      <span className="action-icon">
        <Icon size={14} aria-hidden />
      </span>
      <span className="action-label one-line" title={withOrderShown(session ? `${label}\n${session}` : label)}>
        {word && <span className="muted">{word} </span>}
        <bdi>
          <Words>{label}</Words>
        </bdi>
        {session && (
          <span className="action-session">
            {' '}
            <bdi>
              <Words>{session}</Words>
            </bdi>
          </span>
        )}
      </span>
      {isUndone && <Badge>Undone</Badge>}
      <span className="action-fact muted small one-line numeric">{count(changes, 'change')}</span>
      <span className="action-fact muted small one-line" dir="auto">
        {author}
      </span>
      <time className="action-time muted small numeric" dateTime={at}>
        {clockTime(at)}
      </time>
      {kind === 'edit' && (
        <Button
          size="small"
          aria-label={`${isUndone ? 'Redo' : 'Undo'}: ${label}`}
          onPress={() => void (isUndone ? redoAction(id, label) : undoAction(id, label))}
        >
          {isUndone ? 'Redo' : 'Undo'}
        </Button>
      )}
    </li>
  )
}
