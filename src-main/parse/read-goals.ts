import type { ParsedValue, Span } from '../../src-preload/record.ts'
import { goalNames, goalTargets } from '../../src-preload/goals.ts'
import { bullet, bullets } from './vocabulary.ts'

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

/** `SDG 4`, `Goal 9: Industry`, `9.1`. */
const goal =
  /^(?:(?:goal|sdg)s?\s*#?\d{1,2}(?:\.\w{1,2})?(?:$|\s*[:.,;&/\u2013\uff1a-]|\s+and\b|\s+(?=no poverty|zero|good|quality|gender|clean|affordable|decent|industry|reduced|sustainable|responsible|climate|life|peace|partner))|\d{1,2}\.(?:[1-9]\d?|[a-e])[,;.]?$)/
const goalByName =
  /^\d{1,2}\s*[.:)-]\s*(?:no poverty|zero hunger|good health|quality education|gender equality|clean water|affordable and clean|decent work|industry,? innovation|reduced inequalit|sustainable cities|responsible (?:consumption|production)|climate action|life below|life on land|peace,? justice|peace and justice|partnerships? for)/
const longestGoal = 120

/** Whether folded text names a goal, or is a list of goals and targets. */
export function namesGoals(folded: string): boolean {
  const text = folded.replace(bullet, '')
  return (folded.length < longestGoal && (goal.test(text) || goalByName.test(text))) || listsGoals(text)
}

/** Nothing but goals and targets, at least one of them plain. */
function listsGoals(text: string): boolean {
  if (text.length > longestList || !/^(?:\d{1,2}\b|goals?\b|sdgs?\b)/.test(text)) return false
  if (!sure.test(text) && !named.test(text)) return false
  return text.replace(listed, '').replace(/\band\b|[\s,;.&/-]/g, '') === ''
}

const targetInWords = new RegExp(String.raw`^(?:${bullets}\s+)?(\d{1,2})\.([1-9]\d?|[a-e])[.:]?\s+\p{L}`, 'u')
/** `9.c Significantly increase access …`, or `3, 4, 9`: goals where goals are named, and nowhere else. */
export function couldBeGoals(text: string): boolean {
  const target = targetInWords.exec(text)
  if (target) return isGoalOrTarget(Number(target[1]), target[2])
  return /^(?:1[0-7]|[1-9])(?:\s*(?:[,;&/]|\band\b)\s*(?:1[0-7]|[1-9])){1,16}$/.test(text)
}

/** Reads the goals and targets in one line; `offset` is where the line begins in the page. */
export function readGoals(text: string, offset: number, confidence: number, reason: string): GoalsReading {
  const sdgs: ParsedValue<string>[] = []
  const unknown: Span[] = []
  for (const match of text.slice(0, mostText).matchAll(token)) {
    const [goal, part] = [Number(match[1]), match[2]?.toLowerCase()]
    const end = endOfName(text, match.index + match[0].length, goalNames[goal - 1])
    const span: Span = [offset + match.index, offset + end]
    if (isGoalOrTarget(goal, part))
      sdgs.push({ value: part === undefined ? String(goal) : `${goal}.${part}`, spans: [span], confidence, reason })
    else unknown.push(span)
    if (!anotherFollows.test(text.slice(end))) break
  }
  return { sdgs, unknown }
}
const mostText = 400
const anotherFollows = /^[\s,;/&]*$|^\s*(?:[,;/&]|and\b|goal\b)|^\.?\s+\d{1,2}\.(?:\d|[a-e]\b|\s)/i

/** Where a goal ends whose number ends at `end`: after its name, if that follows. */
function endOfName(text: string, end: number, name: string | undefined): number {
  if (name === undefined) return end
  const at = end + /^[.:\uff1a)\s\u2013-]*/.exec(text.slice(end))![0].length
  return text.slice(at, at + name.length).toLowerCase() === name.toLowerCase() ? at + name.length : end
}
