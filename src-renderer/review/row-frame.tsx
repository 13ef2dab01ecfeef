import type { ReactNode } from 'react'
import { useReview } from './review-context.ts'
import type { ReviewRow } from './rows.ts'

export interface RowProps<R extends ReviewRow = ReviewRow> {
  readonly row: R
  /** Where Tab goes into the record. */
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly isEditing: boolean
}

/** A line of the record that can have the focus: Tab goes to the current one, arrow keys to the others. */
export function RowFrame({
  row,
  isCurrent,
  isOpen,
  isEditing,
  className,
  children,
}: RowProps & { className: string; children: ReactNode }) {
  const { edit } = useReview()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- E and Enter do what the double click does
    <div
      role="group"
      className={className}
      data-row={row.address}
      data-open={isOpen || undefined}
      data-state={row.state ?? undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- holds buttons, and is what the keys work on
      tabIndex={isCurrent ? 0 : -1}
      aria-label={row.label}
      onDoubleClick={() => !isEditing && edit(row.address)}
    >
      {children}
    </div>
  )
}
