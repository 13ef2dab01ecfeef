import { fold, honorifics, remarks } from './vocabulary.ts'

const padlock = /[\u{1F50F}-\u{1F513}]\ufe0f?/u
const padlocks = new RegExp(padlock, 'gu')
/** Forms of 2023 to 2025 put it before an organization. */
export const beginsWithPadlock = (text: string) => text.startsWith('\ud83d') && text.search(padlock) === 0
export function tidy(text: string): string {
  const shown = text.includes('\ud83d') ? text.replace(padlocks, ' ') : text
  return (/[^\S ]| {2}/.test(shown) ? shown.replace(/\s+/g, ' ') : shown).trim()
}
const edge = /^[\s,;:|/\u00b7\u2013\u2014-]+|[\s,;:|/\u00b7\u2013\u2014-]+$/g
const atEdge = /^[\s,;:|/\u00b7\u2013\u2014-]|[\s,;:|/\u00b7\u2013\u2014-]$/
export const withoutEdge = (text: string) => (atEdge.test(text) ? text.replace(edge, '') : text)
/** The words between what only separates; null where nothing is said. */
export const orNull = (text: string) => {
  const tidied = withoutEdge(tidy(text))
  return /[\p{L}\d]/u.test(tidied) ? tidied : null
}

const number = /^(?:\(\s*\d{1,3}\s*\)|\d{1,3}\s*[.):](?!\d)|[a-z]\)|[-*\u2022\u00b7\u25cf\u2023>]+)\s*/i

/** Leaves out a list number, bullets and honorifics before a name, and remarks such as `(TBC)` after it. */
export function bareName(text: string): string | null {
  if (isBareAlready(text)) return text
  let name = tidy(text).replace(/\[([^\]]*)\]|\(([^)]*)\)/g, (whole, square: string | undefined, round: string | undefined) =>
    isRemark(square ?? round ?? '') ? ' ' : whole,
  )
  name = name.replace(/\s+-\s+([\w ]{2,20})$/, (whole, after: string) => (isRemark(after) ? '' : whole))
  for (let before = ''; before !== name;) {
    before = name
    name = name
      .replace(edge, '')
      .replace(number, '')
      .replace(/^the\s+(?=(?:right\s|rt\.?\s)?hon)/i, '')
    const title = titles.map(expression => expression.exec(name)).find(found => found && isTitle(found[1]!, name))
    if (title) name = name.slice(title[0].length)
  }
  name = name.replace(/,?\s+(?:PhD|Ph\.D\.?|Esq\.?|MD)$/, '')
  return orNull(name)
}

/** `Prof. Jane`, `Dr.Jane`. */
const titles = [/^([\p{L}.'\u2019-]+)(?:\s+|(?<=\.)(?=\p{Lu}))(?=\S)/u, /^(\p{L}{2,5}\.)(?=\p{Lu}\p{Ll})/u]
const isTitle = (word: string, name: string) =>
  honorifics.has(word.toLowerCase().replace(/\.$/, '').replace('\u2019', "'")) &&
  (word.endsWith('.') || !alsoNames.test(word) || /^(?:right|rt) hon/i.test(name))
/** Without a full stop these are names, or words of names. */
const alsoNames = /^(?:he|sr|pr|eng|rt|right|ing|lic|sen|fr|ven|em|hab|ir|arch|assoc|asst|barr)$/i

/** Words of letters alone, none of them a title or degree: most names stand so. */
const isBareAlready = (text: string) => lettersOnly.test(text) && isWithoutTitles(text)
const lettersOnly = /^\p{L}+(?:[ '\u2019-]\p{L}+)*$/u

/** Whether no title, degree or article is said with it. */
export function isWithoutTitles(text: string): boolean {
  const space = text.indexOf(' ')
  return space < 0 || (!degree.test(text) && !text.startsWith('The ') && !honorifics.has(text.slice(0, space).toLowerCase()))
}
const degree = / (?:PhD|Esq|MD)$/

/** `TBC` and the like, which say nothing of who it is. */
export function isRemark(text: string): boolean {
  const folded = fold(text)
  return remarks.has(folded) || /\b(?:tbc|to be confirmed|confirmed)\b|^replac(?:es|ing)\b/.test(folded)
}

const insideSentence = / (?:the|of|and|for|with|to|in|on|is|are|be|this|that|we|our|how|what|by|from|at|an|or) |^\p{L}\D*\d/u
const leftOut = /[([]| -\s/

/** Names are a few words, most with a capital; sentences are not. */
export function looksLikeName(text: string): boolean {
  if (insideSentence.test(text) && !leftOut.test(text)) return false
  const name = bareName(text)?.replace(quoted, '')
  if (!name || name.length > 60 || /[.!?:;]$/.test(name.replace(endingInPoint, '')) || /[\d@#%"“”?!]/.test(name)) return false
  const words = name.split(' ')
  if (words.length > 7) return false
  return !words.some(
    (word, i) =>
      sentenceWords.has(word.toLowerCase()) &&
      !/^(?:Will|WILL|Min|MIN)$/.test(word) &&
      (word.length > 2 || (i < words.length - 1 && word === word.toLowerCase())),
  )
}
/** `Robert "Bob" Doe`. */
const quoted = /["\u201c]\p{Lu}[\p{L}.]*["\u201d] (?=\p{Lu})/u
/** An initial, or what tells a son from his father. */
const endingInPoint = /(?:\b\p{Lu}|\s(?:Jr|Sr|Jnr|Snr))\.$/u
const sentenceWords = new Set([
  'the',
  'of',
  'and',
  'for',
  'with',
  'to',
  'in',
  'on',
  'is',
  'are',
  'will',
  'be',
  'this',
  'that',
  'we',
  'our',
  'how',
  'what',
  'session',
  'participants',
  'all',
  'speakers',
  'by',
  'from',
  'at',
  'an',
  'a',
  'or',
  'none',
  'tbd',
  'tbc',
  'internet',
  'governance',
  'minutes',
  'min',
  'discussion',
  'introduction',
  'opening',
  'closing',
  'questions',
  'remarks',
  'n/a',
])

/** Names of East Asia are one word in their own script. */
const eastAsianName = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}$/u
export const isFullName = (name: string) => name.includes(' ') || eastAsianName.test(name)
