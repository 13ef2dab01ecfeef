import { ArrowDownToLine, ArrowUpToLine, ChevronDown, ChevronRight, Undo2 } from 'lucide-react'
import { memo, useState } from 'react'
import { sectionKeys } from '../../src-preload/record.ts'
import { Button } from '../shell/components/button.tsx'
import { Select } from '../shell/components/choice.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import { sectionNames } from './field-words.ts'
import { useReview } from './review-context.ts'
import { RowAction, RowDetail } from './row-detail.tsx'
import { RowFrame, type RowProps } from './row-frame.tsx'
import type { ReviewRow } from './rows.ts'
import { StateMark } from './state-mark.tsx'
import { isSaving, type FieldKeyEvent } from './typing-keys.ts'
import { useEditor } from './use-editor.ts'
import { Words } from '../shell/components/words.tsx'
import './sections.css'

export type SectionReviewRow = ReviewRow & { readonly kind: 'section' }
type SectionRowProps = RowProps<SectionReviewRow> & { readonly text: string }

const kindChoices = sectionKeys.map(key => ({ id: key, label: sectionNames[key] }))

/** About as many lines as the text takes, within reason. */
const rowsFor = (text: string) =>
  Math.min(
    16,
    Math.max(
      4,
      text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0),
    ),
  )

/** More than two lines of it, however wide the pane is. */
const excerpt = (text: string) => (text.length > 800 ? `${text.slice(0, 800)}…` : text)

function SectionEditor({ row, text }: { row: SectionReviewRow; text: string }) {
  const { saveSectionText, closeEditor } = useReview()
  const [initial] = useState(row.section.text ?? text)
  const [typed, setTyped] = useState(initial)
  const { error, save, close } = useEditor({
    unsaved: typed === initial ? null : typed,
    onSave: () => saveSectionText(row.section.id, typed === text ? null : typed),
    onClose: keepsFocus => closeEditor(row.address, keepsFocus),
  })
  function press(event: FieldKeyEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (isSaving(event)) save()
    else return event.continuePropagation()
    event.preventDefault()
  }
  return (
    <div className="section-editor">
      <TextField
        label={`Text of ${sectionNames[row.section.key]}`}
        isLabelHidden
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user has just asked to edit this text
        autoFocus
        rows={rowsFor(typed)}
        value={typed}
        onChange={setTyped}
        onKeyDown={press}
        isInvalid={error !== undefined}
        errorMessage={error}
      />
      <div className="editor-actions">
        <Button variant="primary" size="small" onPress={() => save()}>
          Save
        </Button>
        <Button size="small" onPress={() => close()}>
          Cancel
        </Button>
        <Button
          variant="quiet"
          size="small"
          isDisabled={row.section.text === null}
          onPress={() => save(false, () => saveSectionText(row.section.id, null))}
        >
          <Undo2 size={14} aria-hidden />
          As in the source
        </Button>
      </div>
    </div>
  )
}

function SectionTools({ row }: { row: SectionReviewRow }) {
  const { setSectionKey, moveEdgeToCaret } = useReview()
  return (
    <>
      <RowAction
        icon={<ArrowUpToLine size={14} aria-hidden />}
        label="Start at caret"
        keys="["
        onPress={() => moveEdgeToCaret(row, 'start')}
      />
      <RowAction
        icon={<ArrowDownToLine size={14} aria-hidden />}
        label="End at caret"
        keys="]"
        onPress={() => moveEdgeToCaret(row, 'end')}
      />
      <Select
        label="Kind of section"
        isLabelHidden
        choices={kindChoices}
        value={row.section.key}
        onChange={key => setSectionKey(row.section.id, key)}
      />
    </>
  )
}

function SectionName({ row }: { row: SectionReviewRow }) {
  const { key, heading } = row.section
  return (
    <span className="section-name">
      {sectionNames[key]}
      {heading && heading !== sectionNames[key] && (
        <span className="section-heading" dir="auto">
          <Words>{heading}</Words>
        </span>
      )}
    </span>
  )
}

const SectionRow = memo(function SectionRow({ text, ...props }: SectionRowProps) {
  const { row, isOpen, isEditing } = props
  const [isWhole, setWhole] = useState(false)
  const shown = row.section.text ?? text
  const isCleared = row.state === 'cleared'
  return (
    <li className="section-item">
      <RowFrame {...props} className="section-row">
        <SectionName row={row} />
        {row.section.text !== null && <span className="state-badge state-corrected">Own words</span>}
        <StateMark row={row} />
        {!isEditing && !isCleared && (
          <p className={isWhole ? 'section-text selectable' : 'section-text two-lines'} dir="auto">
            <Words>{isWhole ? shown : excerpt(shown)}</Words>
          </p>
        )}
        {isEditing && <SectionEditor row={row} text={text} />}
        {isOpen && !isEditing && (
          <RowDetail row={row}>
            {!isCleared && (
              <>
                <RowAction
                  icon={isWhole ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
                  label={isWhole ? 'Shorter' : 'Whole text'}
                  onPress={() => setWhole(!isWhole)}
                />
                <SectionTools row={row} />
              </>
            )}
          </RowDetail>
        )}
      </RowFrame>
    </li>
  )
})

export interface SectionListProps {
  readonly rows: readonly SectionReviewRow[]
  readonly source: string
  readonly current: string
  readonly open: string | null
  readonly editing: string | null
}

export function SectionList({ rows, source, current, open, editing }: SectionListProps) {
  return (
    <ul className="section-list">
      {rows.map(row => (
        <SectionRow
          key={row.address}
          row={row}
          text={row.section.spans.map(([start, end]) => source.slice(start, end)).join('\n')}
          isCurrent={row.address === current}
          isOpen={row.address === open}
          isEditing={row.address === editing}
        />
      ))}
    </ul>
  )
}
