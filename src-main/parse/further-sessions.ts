import type { Shape } from './shapes.ts'
import { codeIn } from './title-front.ts'

/** What a session says once: its time, its first organizer. */
const saidOnce = (shape: Shape): string | undefined => {
  const heading = shape.headings.find(one => one.number !== undefined)
  return heading ? `${heading.slot} ${heading.number}` : shape.isTime ? 'time' : undefined
}

/** Where the next session begins in a text that holds several, -1 in one that holds one: at another title with year, kind and number, below which is said again what was said before. */
export function nextSession(shapes: readonly Shape[]): number {
  const said = new Set<string>()
  let first: string | undefined
  let at = -1
  for (const [i, shape] of shapes.entries()) {
    const code = shape.isProse ? undefined : codeIn(shape.line.text)
    first ??= code
    if (code !== undefined && said.size > 0) at = code === first ? -1 : i
    const one = first === undefined ? undefined : saidOnce(shape)
    if (one === undefined) continue
    if (at >= 0 && said.has(one)) return at
    said.add(one)
  }
  return -1
}
