import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { ShownKeys } from './kbd.tsx'
import { Words } from './words.tsx'

export interface WithTooltipProps {
  readonly text: string
  readonly keys?: string | undefined
  readonly placement?: 'top' | 'bottom' | 'right'
  /** Focusable. */
  readonly children: ReactElement
}

/** Names what is hovered or focused, with its keys. */
export function WithTooltip({ text, keys, placement = 'top', children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="tooltip" offset={6} placement={placement}>
        <span dir="auto">
          <Words>{text}</Words>
        </span>{' '}
        {keys && <ShownKeys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
