import type { Heading } from './headings.ts'
import type { Shape } from './shapes.ts'

/** How a line is read: as a heading, a heading with its value, a value or text, or nothing that belongs. */
export type How = 'heading' | 'heading and value' | 'body' | 'stray'

/** One way to take a line. */
export interface Taken {
  readonly slot: number
  readonly how: How
  readonly heading: Heading | undefined
}
export interface TakenLine extends Taken {
  readonly shape: Shape
}
export interface ReadLine extends TakenLine {
  /** Other places that readings nearly as good as the best have for this line, the best of them first. */
  readonly rivals: readonly Taken[]
  /** How much dearer the best reading is that takes this line for something else, at most `farthest`. */
  readonly margin: number
}
