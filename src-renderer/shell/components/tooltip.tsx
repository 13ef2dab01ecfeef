import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { ShownKeys } from './kbd.tsx'

/** Names what is hovered or focused, with its keys; the child must be focusable. */
export function WithTooltip({ text, keys, children }: { text: string; keys?: string | undefined; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        <span dir="auto">{text}</span> {keys && <ShownKeys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
