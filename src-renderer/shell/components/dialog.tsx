import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, IconButton, joinClasses } from './button.tsx'
import { Words } from './words.tsx'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  readonly width?: 'narrow' | 'normal' | 'wide' | 'full'
  /** Asks before something that is hard to take back; then only a button closes it, or Escape. */
  readonly role?: 'dialog' | 'alertdialog'
  /** Nothing in it takes the focus but it may be long, so it is scrolled by keys. */
  readonly isForReading?: boolean
}

/** A modal window; mount it to open it. */
export function Dialog({ title, onClose, children, footer, width = 'normal', role = 'dialog', isForReading = false }: DialogProps) {
  return (
    <ModalOverlay className="modal-overlay" isOpen onOpenChange={isOpen => !isOpen && onClose()} isDismissable={role === 'dialog'}>
      <Modal className={joinClasses('modal', width !== 'normal' && `modal-${width}`)}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-header">
            <Heading slot="title" level={2} className="dialog-title">
              <Words>{title}</Words>
            </Heading>
            <IconButton label="Close" size="small" onPress={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </header>
          <div className="dialog-body" {...(isForReading ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}>
            {children}
          </div>
          {footer && <footer className="dialog-footer">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface ConfirmProps {
  readonly title: string
  readonly children: ReactNode
  /** The verb: `Restore`, `Delete 3 themes`. */
  readonly confirmLabel: string
  readonly isDanger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once more; mount it to open it. */
export function Confirm({ title, children, confirmLabel, isDanger = false, onConfirm, onClose }: ConfirmProps) {
  const confirm = () => {
    onClose()
    onConfirm()
  }
  return (
    <Dialog
      title={title}
      role="alertdialog"
      width="narrow"
      onClose={onClose}
      footer={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus anyway, and this is where Enter is safe */}
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button variant={isDanger ? 'danger' : 'primary'} onPress={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
