import type { ThemeColor, ThemeRow } from '../../src-preload/types.ts'
import { ThemeDot } from '../shell/components/badge.tsx'
import './theme-mark.css'

export const colorNames: Readonly<Record<ThemeColor, string>> = {
  red: 'Red',
  orange: 'Orange',
  amber: 'Amber',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  violet: 'Violet',
  pink: 'Pink',
  grey: 'Grey',
}

/** A theme as it is shown wherever it is put: its dot and its name, so that nothing is told by colour alone. */
export function ThemeMark({ theme }: { theme: Pick<ThemeRow, 'name' | 'color'> }) {
  return (
    <span className="theme-mark">
      <ThemeDot color={theme.color} />
      <bdi className="one-line" dir="auto">
        {theme.name}
      </bdi>
    </span>
  )
}
