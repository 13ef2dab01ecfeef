import { join } from 'node:path'
import * as z from 'zod'
import { readJson, writeJson } from './json-file.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export const smallest = { width: 960, height: 600 }
const usual = { width: 1280, height: 800 }
const step = 32
const schema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).nullable()

export interface WindowBounds {
  /** Where the next window goes, on the screens that there are now. */
  next(screens: readonly Rectangle[], openWindows: number): Partial<Rectangle>
  remember(bounds: Rectangle): void
}

/** Where the last window stood, remembered in `folder`. */
export function windowBounds(folder: string, log: (text: string) => void): WindowBounds {
  const file = join(folder, 'window.json')
  let last = readJson(file, schema, null, log)
  return {
    next: (screens, openWindows) => (last ? fit(shift(last, openWindows * step), screens) : usual),
    remember: bounds => {
      last = bounds
      writeJson(file, bounds, log)
    },
  }
}

function shift(bounds: Rectangle, by: number): Rectangle {
  return { ...bounds, x: bounds.x + by, y: bounds.y + by }
}

/** Moves and shrinks a window onto the screen that shows most of it; one that no screen shows gets its size alone, and is centred. */
export function fit(bounds: Rectangle, screens: readonly Rectangle[]): Partial<Rectangle> {
  const screen = screens.toSorted((a, b) => shared(bounds, b) - shared(bounds, a))[0]
  if (!screen) return usual
  const width = clamp(bounds.width, smallest.width, screen.width)
  const height = clamp(bounds.height, smallest.height, screen.height)
  if (shared(bounds, screen) === 0) return { width, height }
  return {
    x: clamp(bounds.x, screen.x, screen.x + screen.width - width),
    y: clamp(bounds.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  }
}

function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
