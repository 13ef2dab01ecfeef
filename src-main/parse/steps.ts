import { pageStart, slots } from './slots.ts'

/** How far it is from place to place in the order of a page, Infinity where the second comes before the first; the last row is that of the page's start. */
export type Steps = Float32Array

export const noSteps = (): Steps => new Float32Array((pageStart + 1) * slots.length).fill(Infinity)
export const stepFrom = (steps: Steps, from: number, to: number): number => steps[from * slots.length + to]!
/** Of two ways to come to a place the shorter counts. */
export function addStep(steps: Steps, from: number, to: number, step: number): void {
  const cell = from * slots.length + to
  steps[cell] = Math.min(steps[cell]!, step)
}
