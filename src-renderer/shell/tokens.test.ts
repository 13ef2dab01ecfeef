import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { themeColors } from '../../src-preload/types.ts'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name!, [light!, dark!] as const]),
)
const plain = new Map([...css.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, color]) => [name!, [color!, color!] as const]))

function colorOf(name: string, scheme: 0 | 1) {
  const color = pairs.get(name)?.[scheme] ?? plain.get(name)?.[scheme]
  if (!color) throw new Error(`tokens.css has no --${name}`)
  return color
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(color: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken', 'raised', 'hover']
const tones = ['danger', 'warning', 'success']
const words: [string, string][] = [
  ...grounds.flatMap(ground =>
    ['text', 'text-muted', 'text-faint', 'accent-text', ...tones].map((word): [string, string] => [word, ground]),
  ),
  ...['pressed', 'selected', 'selected-hover', 'accent-soft'].flatMap(ground =>
    ['text', 'text-muted', 'accent-text'].map((word): [string, string] => [word, ground]),
  ),
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
  ]),
  ...themeColors.flatMap((color): [string, string][] => [
    [`theme-${color}`, `theme-${color}-soft`],
    [`theme-${color}`, 'surface'],
    ['text', `theme-${color}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'danger-fill'],
]

test.each(['light', 'dark'] as const)('words have a contrast of 4.5 in %s', scheme => {
  const at = scheme === 'light' ? 0 : 1
  const weak = words.filter(([word, ground]) => contrast(colorOf(word, at), colorOf(ground, at)) < 4.5)
  expect(weak.map(([word, ground]) => `${word} on ${ground}: ${contrast(colorOf(word, at), colorOf(ground, at)).toFixed(2)}`)).toEqual([])
})

test.each(['light', 'dark'] as const)('frames of controls and the focus ring have a contrast of 3 in %s', scheme => {
  const at = scheme === 'light' ? 0 : 1
  const weak = grounds.flatMap(ground =>
    ['line-strong', 'focus'].filter(line => contrast(colorOf(line, at), colorOf(ground, at)) < 3).map(line => `${line} on ${ground}`),
  )
  expect(weak).toEqual([])
})
