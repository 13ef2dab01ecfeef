import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { ThemeColor } from '../../../src-preload/types.ts'
import { joinClasses } from './button.tsx'
import { Words } from './words.tsx'

export type BadgeTone = 'neutral' | 'accent' | 'warning' | 'danger' | 'success'

/** A word or a number set apart; never the colour alone. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={joinClasses('badge', 'numeric', tone !== 'neutral' && `badge-${tone}`)}>{children}</span>
}

export interface TagProps {
  readonly label: string
  readonly color?: ThemeColor | undefined
  readonly removeLabel?: string
  readonly onRemove?: (() => void) | undefined
}

/** A theme or an active filter, with a way to take it off. */
export function Tag({ label, color, removeLabel = `Remove ${label}`, onRemove }: TagProps) {
  return (
    <span className="tag">
      {color && <ThemeDot color={color} />}
      <span className="tag-label" dir="auto">
        <Words>{label}</Words>
      </span>
      {onRemove && (
        <Button className="tag-remove" aria-label={removeLabel} onPress={onRemove}>
          <X size={12} aria-hidden />
        </Button>
      )}
    </span>
  )
}

export function ThemeDot({ color }: { color: ThemeColor }) {
  return <span className="tag-dot" style={{ background: `var(--theme-${color})` }} />
}
