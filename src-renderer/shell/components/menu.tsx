import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
  type Key,
  type MenuProps as AriaMenuProps,
} from 'react-aria-components'
import { joinClasses } from './button.tsx'
import { ShownKeys } from './kbd.tsx'
import { Words } from './words.tsx'

export interface MenuProps extends AriaMenuProps<object> {
  readonly trigger: ReactElement
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'end top'
}

/** A button and the menu it opens. */
export function Menu({ trigger, placement = 'bottom start', ...rest }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu {...rest} className="menu" />
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuItemProps {
  readonly id?: Key
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  /** For menus where items are chosen: room for the tick. */
  readonly isChoice?: boolean
  readonly onAction?: () => void
}

export function MenuItem({ label, icon, keys, isDanger, isChoice, id, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem {...rest} id={id ?? label} textValue={label} className={joinClasses('menu-item', isDanger && 'menu-item-danger')}>
      {isChoice && (
        <span className="menu-item-check">
          <Check size={14} aria-hidden />
        </span>
      )}
      {icon}
      <span className="menu-item-text" dir="auto">
        <Words>{label}</Words>
      </span>
      {keys && <ShownKeys keys={keys} />}
    </AriaMenuItem>
  )
}

export function MenuSeparator() {
  return <Separator className="menu-separator" />
}
