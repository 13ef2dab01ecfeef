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

const names = `(?:${goalNames.join('|').toLowerCase()})`
const named = new RegExp(`^\\d{1,2}\\s*[:.)\uff1a-]?\\s*${names}`)
const listed = new RegExp(
  `(?:\\b(?:goal|sdg)s?\\s*#?\\s*)?(?<![\\d.])\\d{1,2}(?:\\.(?:[1-9]\\d?|[a-e]))?(?![\\d\\p{L}])\\.?(?:\\s*[:.)\uff1a-]?\\s*${names})?`,
  'gu',
)
const longestList = 300
const sure = /\b(?:goal|sdg)s?\b|^\d{1,2}\.(?:\d|[a-e]\b)/

/** Whether folded text holds nothing but goals and targets, at least one of them plain. */
export function listsGoals(folded: string): boolean {
  const text = folded.replace(/^[-*\u2022\u00b7]\s+/, '')
  if (text.length > longestList || !/^(?:\d{1,2}\b|goals?\b|sdgs?\b)/.test(text)) return false
  if (!sure.test(text) && !named.test(text)) return false
  return text.replace(listed, '').replace(/\band\b|[\s,;.&/-]/g, '') === ''
}

/** `9.c Significantly increase access …`, or `3, 4, 9`: goals where goals are named, and nowhere else. */
export function couldBeGoals(text: string): boolean {
  if (!/^[-*\u2022\u00b7\d]/.test(text)) return false
  const target = /^(?:[-*\u2022\u00b7]\s+)?(\d{1,2})\.([1-9]\d?|[a-e])[.:]?\s+\p{L}/u.exec(text)
  if (target) return isGoalOrTarget(Number(target[1]), target[2])
  return /^(?:1[0-7]|[1-9])(?:\s*(?:[,;&/]|\band\b)\s*(?:1[0-7]|[1-9])){1,16}$/.test(text)
}

/** Reads the goals and targets in one line; `offset` is where the line begins in the page. */
export function readGoals(text: string, offset: number, confidence: number, reason: string): GoalsReading {
  const sdgs: ParsedValue<string>[] = []
  const unknown: Span[] = []
  for (const match of text.slice(0, 400).matchAll(token)) {
    const [goal, part] = [Number(match[1]), match[2]?.toLowerCase()]
    const name = goalNames[goal - 1]
    const at = text.slice(match.index + match[0].length).match(/^[.:\uff1a)\s\u2013-]*/)![0].length + match.index + match[0].length
    const isNamed = name !== undefined && text.slice(at, at + name.length).toLowerCase() === name.toLowerCase()
    const span: Span = [offset + match.index, offset + (isNamed ? at + name.length : match.index + match[0].length)]
    if (isGoalOrTarget(goal, part))
      sdgs.push({ value: part === undefined ? String(goal) : `${goal}.${part}`, spans: [span], confidence, reason })
    else unknown.push(span)
    if (
      !/^[\s,;/&]*$|^\s*(?:[,;/&]|and\b|goal\b)|^\.?\s+\d{1,2}\.(?:\d|[a-e]\b|\s)/i.test(
        text.slice(isNamed ? at + name.length : match.index + match[0].length),
      )
    )
      break
  }
  return { sdgs, unknown }
}
