import type { ParsedValue, SessionType } from '../../src-preload/record.ts'
import type { Shape } from './shapes.ts'

const names: readonly (readonly [name: RegExp, type: SessionType])[] = [
  [/^(?:IGF\s+)?Dynamic\s+Coalition\s+(?:on|for|of)\s+\p{L}/iu, 'dynamicCoalition'],
  [/^(?:IGF\s+)?Best\s+Practice\s+Forum\s+(?:on|for|of)\s+\p{L}/iu, 'bestPracticeForum'],
  [/^(?:IGF\s+)?Policy\s+Network\s+(?:on|for|of)\s+\p{L}/iu, 'policyNetwork'],
]
const furthest = 20
const longest = 120

export interface CoalitionLine {
  readonly sessionType: ParsedValue<SessionType>
  readonly shape: Shape
}

/** The title of a coalition's session often says no kind; the coalition's name on a line of its own does. */
export function readCoalition(shapes: readonly Shape[]): CoalitionLine | undefined {
  for (const shape of shapes.slice(0, furthest)) {
    if (shape.length > longest || shape.isProse || shape.headings.length > 0) continue
    const type = names.find(([name]) => name.test(shape.line.text))?.[1]
    if (!type) continue
    const { start, end } = shape.line
    return { sessionType: { value: type, spans: [[start, end]], confidence: 0.9, reason: 'the coalition or network that holds it' }, shape }
  }
  return undefined
}
