import { Tokenizer, type Token } from 'parse5'
import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'
import { timeLimit } from './time-limit.ts'

export interface XmlVisitor {
  /** Whether to go into the element; `leave` and `text` are called only then. */
  enter(name: string, attribute: (name: string) => string | null): boolean
  text(value: string): void
  leave(name: string): void
}

/** Walks the elements of an XML document by their prefixed names; a document type is refused, so no entity is ever defined. Damage throws Error. */
export function readXml(xml: string, visitor: XmlVisitor, milliseconds?: number): void {
  const checkTime = timeLimit(milliseconds)
  const open: string[] = []
  let elements = 0
  // How many of the open elements may be seen; the rest are inside one that was not entered.
  let seen = 0

  function enter({ tagName, attrs, selfClosing }: Token.TagToken): void {
    checkTime()
    elements += 1
    if (elements > LIMITS.xmlElements) throw tooManyElements()
    if (open.push(tagName) > LIMITS.xmlDepth) throw tooDeep()
    const isEntered = seen === open.length - 1 && visitor.enter(tagName, name => attrs.find(attr => attr.name === name)?.value ?? null)
    if (isEntered) seen += 1
    if (selfClosing) leave(tagName)
  }

  function leave(name: string): void {
    if (open.at(-1) !== name) throw new Error(`</${name}> closes nothing`)
    if (seen === open.length) {
      visitor.leave(name)
      seen -= 1
    }
    open.pop()
  }

  const text = ({ chars }: Token.CharacterToken): void => void (seen === open.length && visitor.text(chars))
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: enter,
      onEndTag: ({ tagName }) => leave(tagName),
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: text,
      onComment: () => undefined,
      onDoctype: () => {
        throw documentType()
      },
      onEof: () => undefined,
      onParseError: null,
    },
  )
  // Only then are CDATA sections text.
  tokenizer.inForeignNode = true
  tokenizer.write(xml, true)
  if (open.length > 0 || elements === 0) throw new Error('The XML ends early')
}

export function tooManyElements(): AppError {
  return new AppError('too-large', 'The document has more parts than can be read. Split it and import the parts.')
}

function tooDeep(): AppError {
  return new AppError('too-deep', 'The document is nested too deeply to be read. Copy its text into a .txt file.')
}

export function documentType(): AppError {
  return new AppError(
    'document-type',
    'The document defines its own XML entities, which a word processor never does. It was not opened; do not trust it.',
  )
}
