import { Check, Eraser, MessageSquarePlus, PencilLine, RotateCcw, TextCursorInput } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../shell/components/button.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { useReview } from './review-context.ts'
import type { ReviewRow } from './rows.ts'
import { Words } from '../shell/components/words.tsx'

export interface RowActionProps {
  readonly icon: ReactNode
  readonly label: string
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly onPress: () => void
}

export function RowAction({ icon, label, keys, isDisabled = false, onPress }: RowActionProps) {
  return (
    <Button variant="quiet" size="small" isDisabled={isDisabled} onPress={onPress}>
      {icon}
      {label}
      {keys && <ShownKeys keys={keys} />}
    </Button>
  )
}

/** The words a value came from and why, which screen readers reach as part of the row. */
function RowSource({ row }: { row: ReviewRow }) {
  const { quote, reveal } = useReview()
  if (row.spans.length === 0 || row.kind === 'section') return <p className="row-reason">{row.reason}</p>
  return (
    <p className="row-reason">
      <button type="button" className="row-quote" title="Show these words in the page" dir="auto" onClick={() => reveal(row.spans)}>
        <Words>{quote(row.spans)}</Words>
      </button>
      {row.reason && <span>{row.reason}</span>}
    </p>
  )
}

/** What is known of the row in hand and what can be done with it. */
export function RowDetail({ row, children }: { row: ReviewRow; children?: ReactNode }) {
  const { accept, edit, takeSelection, clear, restore, writeNote } = useReview()
  const { id, state } = row
  return (
    <div className="row-detail">
      <RowSource row={row} />
      <div className="row-actions">
        {id && state === 'parsed' && (
          <RowAction icon={<Check size={14} aria-hidden />} label="Accept" keys="a" onPress={() => accept([id])} />
        )}
        {state !== 'cleared' && (
          <RowAction icon={<PencilLine size={14} aria-hidden />} label={id ? 'Edit' : 'Set'} keys="e" onPress={() => edit(row.address)} />
        )}
        {row.kind !== 'section' && (row.kind === 'field' || state !== 'cleared') && (
          <RowAction icon={<TextCursorInput size={14} aria-hidden />} label="Use selection" keys="u" onPress={() => takeSelection(row)} />
        )}
        {children}
        {state !== 'cleared' && (id || row.kind === 'field') && (
          <RowAction
            icon={<Eraser size={14} aria-hidden />}
            label={row.kind === 'field' ? (id ? 'Clear' : 'Leave empty') : 'Remove'}
            keys="delete"
            onPress={() => clear(row)}
          />
        )}
        {id && row.isRestorable && state !== 'parsed' && state !== 'accepted' && (
          <RowAction icon={<RotateCcw size={14} aria-hidden />} label="As read from the page" keys="r" onPress={() => restore(id)} />
        )}
        {id && (
          <RowAction
            icon={<MessageSquarePlus size={14} aria-hidden />}
            label="Note"
            keys="m"
            onPress={() => writeNote({ target: 'value', rowId: id, span: null, about: row.label, note: null })}
          />
        )}
      </div>
    </div>
  )
}
