import { readTitle } from './read-title.ts'
import { shapeOf } from './shapes.ts'
import { untitled } from './title-reading.ts'
import type { TitleReading } from './title-reading.ts'

const furthest = 20_000
const titleElement = /<(title|h1)\b[^<>]{0,200}>\s*([^<>]{1,400})/i
/** `Tide tables | Internet Governance Forum`: behind the bar is whose page it is. */
const siteName = /\s+\|\s[^|]*$/

/** The title that a web page's code gives it, where it is a session's; what is written in code of its own, as `&amp;`, is not read. */
export function readMarkupTitle(text: string): TitleReading {
  const found = titleElement.exec(text.slice(0, furthest))
  if (!found || found[2]!.includes('&') || found[2]!.includes('\n')) return untitled
  const words = found[2]!.trimEnd().replace(siteName, '')
  const start = found.index + found[0].length - found[2]!.length
  const title = readTitle(text, [shapeOf({ start, end: start + words.length, text: words, gap: 0 })])
  return title.fields.sessionNumber ? title : untitled
}
