import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'

export interface PopoverProps extends Omit<AriaPopoverProps, 'children' | 'className' | 'trigger'> {
  readonly trigger: ReactElement
  readonly label: string
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button and the small window it opens beside itself. */
export function Popover({ trigger, label, children, isOpen, onOpenChange, ...rest }: PopoverProps) {
  return (
    <DialogTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <AriaPopover {...rest} className="popover">
        <Dialog aria-label={label} className="popover-body">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
