import type { Choice, ParsedFields, ParsedRecord, ParsedSection, Span } from '../../src-preload/record.ts'
import { trimSpan } from './lines.ts'

/** A page's text as it is read. What says nothing, marks of quoting, headings and emphasis and characters without width, is spaces; nothing changes its place. */
export interface PlainText {
  readonly text: string
  /** The page is quoted in a letter; what stands before and after the quotation is not the page. */
  readonly quoted?: Span
  /** Makes the spans of a record such that its values stand in them, and its sections keep their marks. */
  readonly settled: <T extends Pick<ParsedRecord, 'fields' | 'people' | 'sections' | 'problems'>>(record: T) => T
}

export function plainText(original: string): PlainText {
  const isOdd = oddMark.test(original)
  const spaced = isOdd ? withPlainSpaces(original) : original.replaceAll('\u00a0', ' ')
  const shown = isOdd ? spaced.replace(eachInvisible, looseAsSpace) : spaced
  const quoted = shown.includes('>') ? quotation(shown) : undefined
  const unquoted = quoted ? shown.replace(quoteMarks, spacesFor) : shown
  const plain = beginsRow(unquoted, '#') ? unquoted.replace(headingMarks, spacesFor) : unquoted
  const text = plain.includes('**') || plain.includes('__') ? plain.replace(emphasis, withoutEmphasis) : plain
  const settled: PlainText['settled'] = record => (text === spaced ? record : settledSpans(record, spaced, text))
  return { text, settled, ...(quoted && { quoted }) }
}

/** Whether a row begins with this mark, whatever spaces are before it. */
function beginsRow(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    let before = at - 1
    while (text[before] === ' ' || text[before] === '\t') before--
    if (before < 0 || text[before] === '\n') return true
  }
  return false
}

const spacesFor = (marks: string) => ' '.repeat(marks.length)

/** Spaces and breaks of other kinds, and characters without width. Hardly a page has any, so that they are looked for once. */
const oddMark = /[\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/
export const invisible = /[\u200b-\u200d\u2060\ufeff]/
const eachInvisible = new RegExp(invisible, 'g')
const boundary = /^[\s\u200b\u2060]?$/
/** Joiners shape the letters of other scripts, and pictures. */
const joiner = /[\u200c\u200d]/
const plainLetter = /^[\0-\u024f]?$/

const oddSpace = /[\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const oddBreak = /[\u2028\u2029]/g
/** The text with every space and line break the common one; nothing changes its place. */
export const withPlainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ').replace(oddSpace, ' ').replace(oddBreak, '\n')

/** Within a word a character without width stays; it can be part of a name. */
function looseAsSpace(mark: string, at: number, text: string): string {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)]
  const isShaping = joiner.test(mark) && !(plainLetter.test(before) && plainLetter.test(after))
  return !isShaping && (boundary.test(before) || boundary.test(after)) ? ' ' : mark
}

const quoteMarks = /^[ \t]*>(?:[ \t]?>)*/gm
const quotedRow = /^[ \t]*>/
/** Turns of a transcript begin with two such marks, too. */
const quotedOnce = /^[ \t]*>(?:[^>]|$)|^[>\s]+$/
const fewest = 5

/** Where nearly every row is quoted, if such rows are half of the text at least. */
function quotation(text: string): Span | undefined {
  const rows = [...text.matchAll(/^.*\S.*$/gm)]
  const quoted = rows.filter(([row]) => quotedRow.test(row))
  const [first, last] = [quoted[0], quoted.at(-1)]
  if (!first || !last || quoted.length < fewest || !quoted.some(([row]) => quotedOnce.test(row))) return undefined
  const within = rows.indexOf(last) - rows.indexOf(first) + 1
  const isQuotation = quoted.length * 2 >= rows.length && quoted.length * 10 >= within * 9
  return isQuotation ? [first.index, last.index + last[0].length] : undefined
}

/** `# Title`, but `# 51` is the number of a session. */
const headingMarks = /^[ \t]*(?:#{2,6}(?=[ \t]+\S)|#(?=[ \t]+(?:[^\s\d#]|\d{1,2}[.)])))/gm
const emphasis = /\*\*(?=[^\s*])[^*\n]{1,300}\*\*|(?<!\w)__(?=[^\s_])[^_\n]{1,300}__(?!\w)/g
const withoutEmphasis = (words: string) => (/\s..$/.test(words) ? words : `  ${words.slice(2, -2)}  `)

function settledSpans<T extends Pick<ParsedRecord, 'fields' | 'people' | 'sections' | 'problems'>>(
  record: T,
  spaced: string,
  text: string,
): T {
  const isMark = (at: number) => text.charCodeAt(at) === 32 && spaced.charCodeAt(at) !== 32
  const parted = <V extends { readonly spans: readonly Span[] }>(value: V): V => ({
    ...value,
    spans: value.spans.flatMap(span => betweenMarks(span, isMark, text)),
  })
  const marked = <V extends { readonly spans: readonly Span[] }>(section: V): V => ({
    ...section,
    spans: section.spans.map(span => withMarks(span, isMark, spaced)),
  })
  const settledChoice = (choice: Choice): Choice => ({
    ...choice,
    values: choice.values.map(value => ('section' in value ? marked(value) : parted(value))),
  })
  const fields = Object.entries(record.fields).map(([key, value]) => [key, 'spans' in value ? parted(value) : value.map(parted)])
  return {
    ...record,
    fields: Object.fromEntries(fields) as ParsedFields,
    people: record.people.map(parted),
    sections: record.sections.map(section => marked<ParsedSection>(section)),
    problems: record.problems.map(one => (one.choices ? { ...one, choices: one.choices.map(settledChoice) } : one)),
  }
}

/** The words of a value that has marks among them. */
function betweenMarks([start, end]: Span, isMark: (at: number) => boolean, text: string): Span[] {
  const parts: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !isMark(at)) continue
    const part = trimSpan(text, from, at)
    if (part[0] < part[1]) parts.push(part)
    from = at + 1
  }
  return parts
}

/** A section that begins or ends with emphasis has both of its marks. */
function withMarks([start, end]: Span, isMark: (at: number) => boolean, spaced: string): Span {
  const isEdge = (at: number) => !/\S/.test(spaced.charAt(at))
  let [from, to] = [start, end]
  while (from > 0 && isMark(from - 1)) from--
  while (to < spaced.length && isMark(to)) to++
  return [isEdge(from - 1) ? from : start, isEdge(to) ? to : end]
}
