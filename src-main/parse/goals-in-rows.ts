import type { Shape } from './shapes.ts'

const target = /^(?:1[0-7]|[1-9])\.(?:\d{1,2}|[a-e])$/i
const goal = /^(?:1[0-7]|[1-9])$/
const number = /^\d{1,3}$/

const isNumberAlone = ({ length, line }: Shape) => length < 4 && number.test(line.text)
const isTarget = ({ length, line }: Shape) => length < 6 && target.test(line.text)

/** A number right below a target goes on the goals where the page sets its parts apart and has no other number alone: several are those of printed pages. */
export function markGoalsInRows(shapes: readonly Shape[]): readonly Shape[] {
  const at = shapes.findIndex(isNumberAlone)
  const [above, shape] = [shapes[at - 1], shapes[at]]
  if (!shape || !above || shape.line.gap > 0 || !goal.test(shape.line.text) || !isTarget(above)) return shapes
  const isApart = above.line.gap > 0 || (shapes[at + 1]?.line.gap ?? 0) > 0
  if (!isApart || shapes.slice(at + 1).some(isNumberAlone)) return shapes
  return shapes.with(at, { ...shape, isGoal: true, isEvident: true, isNumber: false })
}
