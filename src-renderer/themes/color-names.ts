import type { ThemeColor } from '../../src-preload/types.ts'

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
