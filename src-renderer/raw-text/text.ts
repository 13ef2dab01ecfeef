import { Text } from '@codemirror/state'

/** A document whose positions are the offsets of `text`: only LF ends a line, whatever else the page holds. */
export function documentOf(text: string): Text {
  const document = Text.of(text.split('\n'))
  if (document.length !== text.length) throw new Error(`The document has ${document.length} characters, its text ${text.length}`)
  return document
}
