import { memo } from 'react'
import { fieldNames } from './field-words.ts'
import { RowDetail } from './row-detail.tsx'
import { RowFrame, type RowProps } from './row-frame.tsx'
import type { ReviewRow } from './rows.ts'
import { StateMark } from './state-mark.tsx'
import { ValueEditor } from './value-editor.tsx'
import { valueWords } from './value-words.ts'
import { Words } from '../shell/components/words.tsx'

export type FieldReviewRow = ReviewRow & { readonly kind: 'field' }
function ValueText({ row }: { row: FieldReviewRow }) {
  if (row.state === null) return <span className="value-absent">Not in the page</span>
  if (row.value === null) return <span className="value-absent">Left empty</span>
  return (
    <span className="value-text" dir="auto">
      <Words>{valueWords(row.key, row.value)}</Words>
    </span>
  )
}

/** A field of one value. */
export const FieldRow = memo(function FieldRow(props: RowProps<FieldReviewRow>) {
  const { row, isOpen, isEditing } = props
  return (
    <RowFrame {...props} className="value-row">
      <span className="value-label">{fieldNames[row.key]}</span>
      {isEditing ? <ValueEditor row={row} /> : <ValueText row={row} />}
      {!isEditing && <StateMark row={row} />}
      {isOpen && !isEditing && <RowDetail row={row} />}
    </RowFrame>
  )
})

/** One item of a list: a goal as a chip, a topic as a line. */
export const ListItem = memo(function ListItem(props: RowProps<FieldReviewRow>) {
  const { row, isEditing } = props
  if (isEditing) return <ValueEditor row={row} />
  return (
    <RowFrame {...props} className={`list-value list-value-${row.key}`}>
      <ValueText row={row} />
      <StateMark row={row} />
    </RowFrame>
  )
})
