import { Check, Plus, Search } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Autocomplete, Dialog, Input, ListBox, ListBoxItem, Modal, ModalOverlay, TextField } from 'react-aria-components'
import type { ThemeColor } from '../../src-preload/types.ts'
import { ThemeDot } from '../shell/components/badge.tsx'
import { count } from '../shell/words.ts'
import { Words } from '../shell/components/words.tsx'
import './theme-picker.css'

export interface PickerRow {
  readonly id: string
  readonly name: string
  /** The path above it. */
  readonly above?: string | undefined
  /** Without a colour the row is an action rather than a theme. */
  readonly color?: ThemeColor | undefined
  /** Why it stands out, in a word: `Tagged`. */
  readonly mark?: string | undefined
}

export interface ThemePickerProps {
  readonly title: string
  readonly placeholder: string
  readonly query: string
  readonly onQuery: (query: string) => void
  /** What to offer, the best first. */
  readonly rows: readonly PickerRow[]
  /** `isMore` where more is going to be picked: Shift was held. */
  readonly onPick: (row: PickerRow, isMore: boolean) => void
  readonly onClose: () => void
  readonly emptyText: string
  readonly footer: ReactNode
}

// More than anyone reads through; typing narrows it.
const shown = 100

function PickerItem({ row }: { row: PickerRow }) {
  const { id, name, above, color, mark } = row
  return (
    <ListBoxItem id={id} textValue={[name, above, mark].filter(Boolean).join(', ')} className="menu-item palette-item">
      <span className="palette-icon">{color ? <ThemeDot color={color} /> : <Plus size={14} aria-hidden />}</span>
      <bdi className="theme-picker-name" dir="auto">
        <Words>{name}</Words>
      </bdi>
      <bdi className="theme-picker-above" dir="auto">
        {above !== undefined && <Words>{above}</Words>}
      </bdi>
      {mark && (
        <span className="theme-picker-mark">
          <Check size={14} aria-hidden />
          {mark}
        </span>
      )}
    </ListBoxItem>
  )
}

/** A window to find one theme, or several, by typing; mount it to open it. */
export function ThemePicker({ title, placeholder, query, onQuery, rows, onPick, onClose, emptyText, footer }: ThemePickerProps) {
  const withShift = useRef(false)
  const pick = (id: unknown) => {
    const row = rows.find(each => each.id === id)
    if (row) onPick(row, withShift.current)
  }
  const watchShift = (event: { shiftKey: boolean }) => void (withShift.current = event.shiftKey)
  return (
    <ModalOverlay className="modal-overlay" isOpen isDismissable onOpenChange={isOpen => !isOpen && onClose()}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={title}>
          <div className="theme-picker-body" onKeyDownCapture={watchShift} onPointerDownCapture={watchShift}>
            <Autocomplete inputValue={query} onInputChange={onQuery}>
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window is for typing */}
              <TextField autoFocus aria-label={title} className="palette-field">
                <Search size={16} aria-hidden className="faint" />
                <Input className="palette-input" dir="auto" placeholder={placeholder} />
              </TextField>
              <ListBox
                className="palette-list"
                aria-label="Themes"
                items={rows.slice(0, shown)}
                onAction={pick}
                renderEmptyState={() => <p className="palette-none">{emptyText}</p>}
              >
                {row => <PickerItem row={row} />}
              </ListBox>
            </Autocomplete>
            <footer className="theme-picker-footer">
              {footer}
              {rows.length > shown && <span className="theme-picker-more">{count(rows.length - shown, 'more theme')}: type to narrow</span>}
            </footer>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
