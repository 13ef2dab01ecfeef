import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tempFolder } from './testing/fake-store.ts'
import { fit, smallest, windowBounds } from './window-bounds.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }
const ignore = () => undefined

test('a window comes back where it was, on whichever screen', () => {
  for (const bounds of [
    { x: 10, y: 20, width: 1000, height: 700 },
    { x: 2000, y: 100, width: 1100, height: 800 },
  ])
    expect(fit(bounds, [screen, second])).toEqual(bounds)
})

test('a window of a screen that is gone keeps its size and is placed anew', () => {
  expect(fit({ x: 2000, y: 100, width: 1100, height: 800 }, [screen])).toEqual({ width: 1100, height: 800 })
})

test('a window that hangs over an edge moves in; one that is too large shrinks', () => {
  expect(fit({ x: 1800, y: -50, width: 1000, height: 700 }, [screen])).toEqual({ x: 920, y: 0, width: 1000, height: 700 })
  expect(fit({ x: 0, y: 0, width: 5000, height: 4000 }, [screen])).toEqual(screen)
})

test('a placed window lies on a screen that can hold it', () => {
  const side = fc.integer({ min: -10_000, max: 10_000 })
  const length = fc.integer({ min: 1, max: 10_000 })
  const rectangle = fc.record({ x: side, y: side, width: length, height: length })
  const large = fc.record({
    x: side,
    y: side,
    width: fc.integer({ min: smallest.width, max: 8000 }),
    height: fc.integer({ min: smallest.height, max: 5000 }),
  })
  fc.assert(
    fc.property(rectangle, fc.array(large, { minLength: 1 }), (bounds, screens) => {
      const { x, y, width = 0, height = 0 } = fit(bounds, screens)
      expect(width).toBeGreaterThanOrEqual(smallest.width)
      if (x === undefined || y === undefined) return
      expect(screens.some(s => x >= s.x && y >= s.y && x + width <= s.x + s.width && y + height <= s.y + s.height)).toBe(true)
    }),
  )
})

test('the first window has the usual size, later ones stand where the last was closed, a step aside of those that are open', () => {
  const folder = tempFolder()
  expect(windowBounds(folder, ignore).next([screen], 0)).toEqual({ width: 1280, height: 800 })
  windowBounds(folder, ignore).remember({ x: 100, y: 100, width: 1000, height: 700 })
  expect(windowBounds(folder, ignore).next([screen], 0)).toEqual({ x: 100, y: 100, width: 1000, height: 700 })
  expect(windowBounds(folder, ignore).next([screen], 2)).toEqual({ x: 164, y: 164, width: 1000, height: 700 })
})
