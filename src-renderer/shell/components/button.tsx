import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  composeRenderProps,
  ToggleButton as AriaToggleButton,
  type ButtonProps as AriaButtonProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'
import { WithTooltip } from './tooltip.tsx'

export interface ButtonProps extends AriaButtonProps {
  /** `quiet` has no frame until it is hovered. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'normal' | 'large'
}

export const joinClasses = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')

export function Button({ variant = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={composeRenderProps(className, extra =>
        joinClasses('button', `button-${variant}`, size !== 'normal' && `button-${size}`, extra),
      )}
    />
  )
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'aria-label'> {
  /** The button's name, also shown when it is hovered or focused. */
  readonly label: string
  readonly keys?: string | undefined
  readonly size?: 'small' | 'normal'
  readonly children: ReactNode
}

/** A button that shows an icon of 16 px alone. */
export function IconButton({ label, keys, size = 'normal', className, children, ...rest }: IconButtonProps) {
  return (
    <WithTooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={composeRenderProps(className, extra => joinClasses('button', 'button-icon', size === 'small' && 'button-small', extra))}
      >
        {children}
      </AriaButton>
    </WithTooltip>
  )
}

export interface ToggleButtonProps extends AriaToggleButtonProps {
  readonly isIcon?: boolean
}

export function ToggleButton({ isIcon = false, className, ...rest }: ToggleButtonProps) {
  return (
    <AriaToggleButton
      {...rest}
      className={composeRenderProps(className, extra => joinClasses('button', 'toggle', isIcon && 'button-icon', extra))}
    />
  )
}
