import type { ParsedValue, Span } from '../../src-preload/record.ts'
import { goalNames, goalTargets } from '../../src-preload/goals.ts'

export interface GoalsReading {
  readonly sdgs: readonly ParsedValue<string>[]
  /** What looks like a goal or target that does not exist. */
  readonly unknown: readonly Span[]
}

const token = /(?:\b(?:GOAL|SDG)S?\s*#?\s*)?(?<![\d.])(\d{1,2})(?:\.([1-9]\d?(?!\d)|[a-e](?![\p{L}])))?(?![\d])/giu

export function isGoalOrTarget(goal: number, part: string | undefined): boolean {
  const targets = goalTargets[goal - 1]
  if (!targets) return false
  if (part === undefined) return true
  const [numbered, lettered] = targets
  return /\d/.test(part) ? Number(part) >= 1 && Number(part) <= numbered : part.charCodeAt(0) - 96 <= lettered
}

/** Reads the goals and targets in one line; `offset` is where the line begins in the page. */
export function readGoals(text: string, offset: number, confidence: number, reason: string): GoalsReading {
  const sdgs: ParsedValue<string>[] = []
  const unknown: Span[] = []
  for (const match of text.slice(0, 400).matchAll(token)) {
    const [goal, part] = [Number(match[1]), match[2]?.toLowerCase()]
    const name = goalNames[goal - 1]
    const at = text.slice(match.index + match[0].length).match(/^[.:\uff1a)\s-]*/)![0].length + match.index + match[0].length
    const named = name !== undefined && text.slice(at, at + name.length).toLowerCase() === name.toLowerCase()
    const span: Span = [offset + match.index, offset + (named ? at + name.length : match.index + match[0].length)]
    if (isGoalOrTarget(goal, part))
      sdgs.push({ value: part === undefined ? String(goal) : `${goal}.${part}`, spans: [span], confidence, reason })
    else unknown.push(span)
    if (!/^[\s,;/&]*$|^\s*(?:[,;/&]|and\b|goal\b)/i.test(text.slice(named ? at + name.length : match.index + match[0].length))) break
  }
  return { sdgs, unknown }
}
