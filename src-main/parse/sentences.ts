import { listItem } from './vocabulary.ts'

/** Words in lower case in a row, and a full stop at the end: no date, goal or list of names. */
export function isSentence(text: string): boolean {
  if (!/[.!?]["\u201d)]?$/.test(text.slice(-2))) return false
  const mark = text.slice(0, 200).search(/[,;(]/)
  return /(?:\s\p{Ll}{2,}){3}/u.test(text.slice(0, mark < 0 ? 200 : mark))
}

export function endsLikeSentence(text: string): boolean {
  return /[.!?\u2026\u3002:;)"\u201d\u2019']$/.test(text.slice(-3))
}

/** An address stands for a full stop. */
export const endsSentence = (text: string) =>
  /[.!?\u3002\u2026]["\u201d)]?$/.test(text.slice(-2)) || (text.includes('://') && /\shttps?:\/\/\S+$/.test(text))

/** `The challenge is plain. What would change if it were met?` */
const statesFirst = (text: string) => !listItem.test(text) && /^[^.?]{20,}\. \p{Lu}/u.test(text)

/** It asks as much as it states, and first, or more. */
export function asks(text: string): boolean {
  if (!text.includes('?')) return false
  const seen = text.slice(0, 2000)
  const questions = seen.match(/\?/g)?.length ?? 0
  if (questions === 0) return text.slice(-6).includes('?') && text.length < 4000
  const statements = seen.match(/[.!](?=\s+[\p{Lu}"\u201c(]|$)/gu)?.length ?? 0
  return questions > statements || (questions === statements && !statesFirst(seen))
}
