/** How long something takes, and where a text says so. */
export interface Duration {
  readonly minutes: number
  readonly start: number
  readonly end: number
}

const inWords: Readonly<Record<string, number>> = {
  'half an hour': 30,
  'an hour and a half': 90,
  'one and a half hours': 90,
  'one hour': 60,
  'an hour': 60,
  'two hours': 120,
}

const spoken = new RegExp(`\\b(?:${Object.keys(inWords).join('|')})\\b`, 'i')
const minutesOnly = /(?<![\d.:])(\d{1,3})[\s-]*(?:min(?:ute)?s?\b\.?|['\u2032])/i
const hours =
  /(?<![\d.:])(\d)(?:[.,](5|25|75)|\s?\u00bd|\s1\/2)?[\s-]*(?:h(?:ou)?rs?\b\.?|h(?=\d|\b))(?:\s*(?:and|&)?\s*([0-5]?\d)(?!\d)\s*(?:min(?:ute)?s?\b\.?|m\b)?)?/i

/** The first duration in a text. */
export function durationIn(text: string): Duration | undefined {
  const match = hours.exec(text)
  const short = minutesOnly.exec(text)
  if (match && (!short || match.index <= short.index)) {
    const [words, whole, part, rest] = match
    const fraction = part ? Number(`0.${part}`) : /\u00bd|1\/2/.test(words) ? 0.5 : 0
    return { minutes: (Number(whole) + fraction) * 60 + Number(rest ?? 0), start: match.index, end: match.index + words.trimEnd().length }
  }
  if (short) return { minutes: Number(short[1]), start: short.index, end: short.index + short[0].length }
  const words = spoken.exec(text)
  return words ? { minutes: inWords[words[0].toLowerCase()]!, start: words.index, end: words.index + words[0].length } : undefined
}

/** The minutes that stand where a duration does, their unit in the heading. */
export function minutesIn(text: string): Duration | undefined {
  const digits = /\d{1,3}/.exec(text)
  return (
    durationIn(text) ?? (digits ? { minutes: Number(digits[0]), start: digits.index, end: digits.index + digits[0].length } : undefined)
  )
}

const mostWords = 30
/** Whether a text is a duration and nothing else. */
export function isDuration(text: string): boolean {
  if (text.length > mostWords || !/\d|hour/i.test(text)) return false
  const found = durationIn(text)
  return found?.start === 0 && found.end === text.length
}

/** Whether a text ends with a duration. */
export function endsWithDuration(text: string): boolean {
  const end = text.slice(-mostWords)
  const found = /min|h|['\u2032]/i.test(end) ? durationIn(end) : undefined
  return found !== undefined && found.end === end.length
}
