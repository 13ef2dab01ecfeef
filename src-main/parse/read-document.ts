import type { SectionKey, Span } from '../../src-preload/record.ts'
import type { Draft } from './draft.ts'
import { spanOf, trimSpan } from './lines.ts'
import type { ReadingRules } from './rules.ts'
import type { Shape } from './shapes.ts'
import { untitled } from './title-reading.ts'
import type { TitleReading } from './title-reading.ts'

const longestHeading = 90

/** A short line with no full stop, set apart from what is before it and followed by text. */
function isHeading(shape: Shape, next: Shape | undefined, hasGaps: boolean): boolean {
  const text = shape.line.text
  if (shape.length > longestHeading || shape.isProse || !next || /[.,;!?]$/.test(text) || !/\p{L}/u.test(text)) return false
  if (shape.line.isMarked) return true
  if (/^[-*\u2022]/.test(text) || !/^[\d.()\s]*[\p{Lu}\p{Lo}]/u.test(text)) return false
  return (hasGaps ? shape.line.gap > 0 : true) && (next.isProse || (text.endsWith(':') && next.length > 0))
}

const mailHead = /^(?:from|to|cc|sent|date|subject|reply-to):\s/i
const subject = /^subject:\s+/i

/** The first line, as it stands, or a letter's subject; one with a session's number is read as a session's. */
export function readDocumentTitle(text: string, shapes: readonly Shape[], read: TitleReading): TitleReading {
  const { sessionNumber, sessionType, title, year } = read.fields
  if (sessionNumber) return read
  if (title && year && !sessionType && /^\P{Ll}/u.test(title.value))
    return { ...read, fields: { ...read.fields, title: { ...title, confidence: unsure } } }
  const at = shapes.findIndex(shape => !shape.isBanner && shape.length < 250)
  const head = shapes.slice(at, at + 8).findLastIndex(shape => mailHead.test(shape.line.text))
  const isMail = at >= 0 && head > 0 && mailHead.test(shapes[at]!.line.text)
  const found = isMail ? shapes.slice(at, at + head + 1).find(shape => subject.test(shape.line.text)) : shapes[at]
  if (!found) return read
  if (firstPart.test(found.line.text)) return untitled
  const before = subject.exec(found.line.text)?.[0].length ?? 0
  const span = trimSpan(text, found.line.start + before, found.line.end)
  const reason = isMail ? "the letter's subject" : 'the first line of the page'
  const { forum } = read.fields
  const fields = { ...(forum && { forum }), ...(year && { year }) }
  return {
    fields: { ...fields, title: { value: text.slice(...span).replace(/\s+/g, ' '), spans: [span], confidence: unsure, reason } },
    claims: [spanOf(found.line)],
    lines: at + 1 + (isMail ? head : 0),
  }
}
const unsure = 0.6
/** A page that begins with its first part has no title. */
const firstPart = /^1[.)]\s/

/** A page of no known kind: each heading keeps its text, and what has none is left over. */
export function readDocument(draft: Draft, shapes: readonly Shape[], rules: ReadingRules): void {
  const hasGaps = shapes.some(shape => shape.line.gap > 0)
  const at = shapes.flatMap((shape, i) => (isHeading(shape, shapes[i + 1], hasGaps) ? [i] : []))
  for (const [n, i] of at.entries()) {
    if (at[n + 1] === i + 1) continue
    const heading = shapes[i]!.line
    const last = shapes[(at[n + 1] ?? shapes.length) - 1]!.line
    const span: Span = [shapes[i + 1]!.line.start, last.end]
    draft.claims.push(spanOf(heading), span)
    const words = heading.text.replace(/\s*:$/, '').replace(/\s+/g, ' ')
    const rule = rules.sectionOf(words)
    draft.sections.push({
      key: (rule?.target ?? 'other') as SectionKey,
      heading: words,
      spans: [span],
      confidence: rule ? 0.9 : 0.6,
      reason: rule ? `under '${words}', by the rule “${rule.name}”` : 'a short line with text under it',
      ...(rule && { ruleId: rule.id }),
    })
  }
}
