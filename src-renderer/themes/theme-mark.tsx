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

/** A theme as it is shown wherever it is put: its dot and its name. */
export function ThemeMark({ theme, above }: { theme: Pick<ThemeRow, 'name' | 'color'>; above?: string | undefined }) {
  return (
    <span className="theme-mark">
      <ThemeDot color={theme.color} />
      {above && (
        <bdi className="theme-mark-above" dir="auto">
          {above} ›
        </bdi>
      )}
      <bdi className="theme-mark-name" dir="auto">
        {theme.name}
      </bdi>
    </span>
  )
}
