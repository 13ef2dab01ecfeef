import type { Choice, Span } from '../../src-preload/record.ts'
import { blockName, bodyLines, headingReason, noHeading, otherwise, valueSpan, wordsIn } from './blocks.ts'
import type { Block } from './blocks.ts'
import { draftChoice, realChoices } from './choices.ts'
import { newDraft, problem } from './draft.ts'
import type { Draft } from './draft.ts'
import type { PageLayout } from './layouts.ts'
import type { ReadLine } from './read-line.ts'
import { placeBetween, readPeople } from './read-people.ts'
import { readSection } from './read-section.ts'
import { noTime } from './read-time.ts'
import { goesOnWith } from './set-time.ts'
import { slotAt, slotOf } from './slots.ts'
import type { Body } from './slot.ts'
import { confidenceFrom, leastConfidence } from './spans.ts'
import { valueReaders } from './value-readers.ts'
import { fold, foldedThemes } from './vocabulary.ts'

/** What gives a value away where it has no heading. */
const looks: Readonly<Partial<Record<Body, string>>> = {
  time: 'it looks like a day and hours',
  goals: 'it looks like goals or targets',
  format: 'it looks like a format',
  room: 'a short line where the room stands',
  theme: 'a short line where the theme stands',
  questions: 'questions where the policy questions stand',
}

const reasonFor = (block: Block, before: Block | undefined): string =>
  headingReason(block) ?? `${looks[slotAt(block.slot).body] ?? 'by its place'}${before ? `, after ${blockName(before)}` : ''}; ${noHeading}`

/** `Sub-theme description: Data Governance` describes nothing. */
const namesTheme = (text: string, { slot, lines }: Block) =>
  slot === slotOf.themeDescription && lines.length === 1 && foldedThemes.has(fold(wordsIn(lines[0]!, valueSpan(text, lines[0]!))))

/** Lines where the theme stands, of a page without headings, and the first is no theme of any programme: they are issues. */
const namesIssues = ({ slot, heading, lines }: Block, { form }: PageLayout) =>
  form !== undefined && slot === slotOf.theme && heading === null && !lines[0]!.shape.isTheme

/** Under `Session format and timing` the format is said first, and then what happens in it. */
function readFormatOf(draft: Draft, block: Block, layout: PageLayout): void {
  const line = bodyLines(block)[0]
  if (!line?.shape.isFormat || slotAt(block.slot).name !== 'formPart' || !block.heading?.toLowerCase().includes('format')) return
  readValues(draft, { ...block, slot: slotOf.format, lines: [line] }, `the first line under '${block.heading}'`, layout)
}

/** Reads one block of lines into the record. */
export function readBlock(draft: Draft, block: Block, before: Block | undefined, next: Block | undefined, layout: PageLayout): void {
  const { role, key } = slotAt(block.slot)
  for (const { heading, shape } of block.lines) if (heading) draft.claims.push([shape.line.start, shape.line.start + heading.labelEnd])
  if (role)
    return readPeople(draft, { block, role, place: placeBetween(before, next), choices: lines => choicesFor(draft.text, lines, layout) })
  const reason = reasonFor(block, before)
  if (namesTheme(draft.text, block)) readValues(draft, { ...block, slot: slotOf.theme }, reason, layout)
  else if (namesIssues(block, layout)) readValues(draft, { ...block, slot: slotOf.issues }, reason, layout)
  else if (key) {
    readSection(draft, block, reason, layout)
    readFormatOf(draft, block, layout)
  } else readValues(draft, block, reason, layout)
}

/** Lines as each of the readings that are close has them, the best first; all have the same rivals. */
export function choicesFor(text: string, all: readonly ReadLine[], layout: PageLayout): readonly Choice[] {
  const [first] = all
  if (!first || first.rivals.length === 0) return []
  const choices = [first, ...first.rivals].flatMap(({ slot }, way) => {
    const draft = newDraft(text)
    const lines = all.map(line => {
      const { how, heading } = line.rivals[way - 1] ?? line
      return { shape: line.shape, slot, how, heading, margin: Infinity, rivals: [] }
    })
    readBlock(draft, { slot, lines, heading: null, margin: Infinity }, undefined, undefined, layout)
    return draftChoice(slotAt(slot), draft)
  })
  return realChoices(choices)
}

/** The words that a line of a block says, with those of the next where a time is written on two lines. */
function spansIn(text: string, { slot, lines }: Block): (readonly [ReadLine, Span])[] {
  const said = lines.filter(({ how }) => how !== 'heading')
  if (slotAt(slot).body !== 'time') return said.map(line => [line, valueSpan(text, line)])
  const spans: [ReadLine, Span][] = []
  for (let i = 0; i < said.length; i++) {
    const [line, next] = [said[i]!, said[i + 1]]
    const [start, end] = valueSpan(text, line)
    const isOne = next !== undefined && goesOnWith(text.slice(start, end), next.shape.line.text)
    if (isOne) i++
    spans.push(isOne ? [{ ...line, how: 'body' }, [start, next.shape.line.end]] : [line, [start, end]])
  }
  return spans
}

/** What is said of words under a heading that gives what can be read alone. */
const unread: Readonly<Partial<Record<Body, string>>> = {
  time: noTime,
  goals: 'This could not be read as goals or targets',
}

/** Among goals with their names or targets a number alone is that of a page. */
const isPageNumber = (line: ReadLine, { slot, lines }: Block) =>
  slotAt(slot).body === 'goals' && !line.heading && line.shape.isNumber && lines.some(({ shape }) => shape.isGoal)

const longestValue = 1000

function readValues(draft: Draft, block: Block, reason: string, layout: PageLayout): void {
  const slot = slotAt(block.slot)
  for (const [line, [start, end]] of spansIn(draft.text, block)) {
    if (line.how === 'stray' || isPageNumber(line, block)) {
      const message = block.heading === null || line.shape.isNumber ? undefined : unread[slot.body]
      if (message) problem(draft, `${slot.name}-unread`, message, [[start, end]])
      continue
    }
    const confidence = confidenceFrom(line.margin)
    if (confidence < leastConfidence) {
      const message = `This could be the ${slot.headings[0]} or something else; it was left for you to say`
      problem(draft, 'ambiguous-text', message, [[start, end]], choicesFor(draft.text, [line], layout))
      continue
    }
    const words = draft.text.slice(start, Math.min(end, start + longestValue)).replaceAll('\n', ' ')
    const value = { words, span: [start, end] as Span, confidence, reason: `${reason}${otherwise([line])}`, line, slot }
    valueReaders[slot.body]?.(draft, value, layout)
  }
}
