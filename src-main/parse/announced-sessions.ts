import { isNumbered } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { codeIn, readFront, withoutForum } from './title-front.ts'
import { hasRoomWord } from './rooms.ts'
import { fold } from './vocabulary.ts'

const furthest = 400
const longest = 250
const several = 2
const hours = /\b\d{1,2}[:.h]\d{2}\b/
const beginsWithHours = /^\d{1,2}[:.h]\d{2}\b/
const lastPart = /,\s+([^,]{2,40})$/

/** `… tables, 10:00, Room 2`, or the hours at the head of the next line. */
function saysWhen(words: string, next: Shape | undefined): boolean {
  const place = lastPart.exec(words)?.[1]
  return (
    hours.test(words) || (next !== undefined && beginsWithHours.test(next.line.text)) || (place !== undefined && hasRoomWord(fold(place)))
  )
}

const isOfForm = (shape: Shape) => shape.hasGroups || isNumbered(shape)

/** Newsletters and lists: several lines are a session's kind, number and title with the hours or the room behind it, and none that is a whole title is without them. */
export function announcesSessions(all: readonly Shape[]): boolean {
  const shapes = all.slice(0, furthest)
  const announced = new Set<string>()
  const titled = new Set<string>()
  for (const [i, { length, line }] of shapes.entries()) {
    if (length > longest || !line.text.includes('#')) continue
    const words = withoutForum(line.text)
    const { type, number, length: front } = readFront(words)
    if (!type || number === undefined) continue
    if (codeIn(line.text)) titled.add(`${type} ${number}`)
    if (saysWhen(words.slice(front), shapes[i + 1])) announced.add(`${type} ${number}`)
  }
  return announced.size >= several && [...titled].every(code => announced.has(code)) && !shapes.some(isOfForm)
}

/** How many sessions the page gives a title with forum, year and number; one is as it should be. */
export const titlesIn = (shapes: readonly Shape[]): number => new Set(shapes.flatMap(({ line: { text } }) => codeIn(text) ?? [])).size

const ofMany = 3
/** A list of sessions: several lines begin with a kind and number, or have them after a bar or bullet, and none is a page's title. */
export function listsSessions(shapes: readonly Shape[]): boolean {
  const found = new Set<string>()
  for (const { length, line } of shapes.slice(0, 400)) {
    if (length > 200 || !line.text.includes('#')) continue
    const { type, number } = readFront(line.text.replace(/^[^#|\u2022]{0,30}[|\u2022]\s*/, ''))
    if (type && number !== undefined) found.add(`${type} ${number}`)
  }
  return found.size >= ofMany && titlesIn(shapes) === 0
}
