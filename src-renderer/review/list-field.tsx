import { Plus } from 'lucide-react'
import type { ListKey } from '../../src-preload/record.ts'
import { AddButton } from './add-button.tsx'
import { ListItem, type FieldReviewRow } from './field-row.tsx'
import { fieldNames } from './field-words.ts'
import { InlineEditor } from './inline-editor.tsx'
import { useReview } from './review-context.ts'
import { RowDetail } from './row-detail.tsx'

export interface ListFieldProps {
  readonly listKey: ListKey
  readonly rows: readonly FieldReviewRow[]
  readonly current: string
  readonly open: string | null
  readonly editing: string | null
}

const oneOf = { topics: 'topic', sdgs: 'goal' } as const

/** A field of any number of values. */
export function ListField({ listKey, rows, current, open, editing }: ListFieldProps) {
  const { saveField } = useReview()
  const openRow = rows.find(row => row.address === open && row.address !== editing)
  return (
    <div className="value-row value-row-list" role="group" aria-label={fieldNames[listKey]}>
      <span className="value-label">{fieldNames[listKey]}</span>
      <div className="list-values">
        {rows.map(row => (
          <ListItem
            key={row.address}
            row={row}
            isCurrent={row.address === current}
            isOpen={row.address === open}
            isEditing={row.address === editing}
          />
        ))}
        <AddButton
          icon={<Plus size={14} aria-hidden />}
          label={`Add ${oneOf[listKey]}`}
          renderEditor={close => (
            <InlineEditor
              label={`New ${oneOf[listKey]}`}
              initial=""
              placeholder={listKey === 'sdgs' ? '10 or 16.10' : ''}
              onSave={(text, keepsFocus) => saveField(listKey, null, text, keepsFocus)}
              onClose={close}
            />
          )}
        />
      </div>
      {openRow && <RowDetail row={openRow} />}
    </div>
  )
}
