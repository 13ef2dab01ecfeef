import { memo } from 'react'
import { ConfidenceMeter } from '../shell/components/confidence-meter.tsx'
import { fieldNames } from './field-words.ts'
import { useReview } from './review-context.ts'
import { RowDetail } from './row-detail.tsx'
import type { ReviewRow } from './rows.ts'
import { StateMark } from './state-mark.tsx'
import { ValueEditor } from './value-editor.tsx'
import { valueWords } from './value-words.ts'

export type FieldReviewRow = ReviewRow & { readonly kind: 'field' }
export interface RowProps<R> {
  readonly row: R
  /** Where Tab goes into the record. */
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly isEditing: boolean
}

function ValueText({ row }: { row: FieldReviewRow }) {
  if (row.state === null) return <span className="value-absent">Not in the page</span>
  if (row.value === null) return <span className="value-absent">Left empty</span>
  return (
    <span className="value-text" dir="auto">
      {valueWords(row.key, row.value)}
    </span>
  )
}

/** A field of one value. */
export const FieldRow = memo(function FieldRow({ row, isCurrent, isOpen, isEditing }: RowProps<FieldReviewRow>) {
  const { edit } = useReview()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- rows are reached by arrow keys, one of them by Tab
    <div
      role="group"
      className="value-row"
      data-row={row.address}
      data-open={isOpen || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={row.label}
      onDoubleClick={() => !isEditing && edit(row.address)}
    >
      <span className="value-label">{fieldNames[row.key]}</span>
      {isEditing ? <ValueEditor row={row} /> : <ValueText row={row} />}
      {!isEditing && <StateMark row={row} />}
      {isOpen && !isEditing && <RowDetail row={row} />}
    </div>
  )
})

/** One item of a list: a goal as a chip, a topic as a line. */
export const ListItem = memo(function ListItem({ row, isCurrent, isOpen, isEditing }: RowProps<FieldReviewRow>) {
  const { edit } = useReview()
  if (isEditing) return <ValueEditor row={row} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
    <div
      role="group"
      className={`list-value list-value-${row.key}`}
      data-row={row.address}
      data-open={isOpen || undefined}
      data-state={row.state ?? undefined}
      title={row.reason}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={row.label}
      onDoubleClick={() => edit(row.address)}
    >
      <ValueText row={row} />
      {row.state === 'parsed' ? <ConfidenceMeter value={row.confidence} reason={row.reason} /> : <StateMark row={row} />}
    </div>
  )
})
