import type { App } from '../../scripts/driven-app.ts'

export interface Gaps {
  readonly window: number
  readonly main: number
}

/** The longest time, in milliseconds, that the window and the main process were deaf while `work` ran. */
export async function longestGaps({ page, electron }: App, work: () => Promise<unknown>): Promise<Gaps> {
  await page.evaluate(watchGaps)
  await electron.evaluate(watchGaps)
  await work()
  return { window: await page.evaluate(readGap), main: await electron.evaluate(readGap) }
}

// These run where they are sent, so they stand alone.
function watchGaps(): void {
  const watch = globalThis as unknown as { gap: number; gapTimer: ReturnType<typeof setInterval> }
  let last = performance.now()
  watch.gap = 0
  watch.gapTimer = setInterval(() => {
    const now = performance.now()
    watch.gap = Math.max(watch.gap, now - last)
    last = now
  }, 5)
}

function readGap(): number {
  const watch = globalThis as unknown as { gap: number; gapTimer: ReturnType<typeof setInterval> }
  clearInterval(watch.gapTimer)
  return watch.gap
}
