import { defaultTreeAdapter, html as names, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'
import { timeLimit } from './time-limit.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

export interface TreeVisitor {
  text(value: string, parent: HtmlElement): void
  /** Whether to go into the element; `leave` is called only then. */
  enter(element: HtmlElement): boolean
  leave(element: HtmlElement): void
}

/** The body of the page; refused when it is nested or repeated beyond what a page can be. */
export function parseBody(markup: string, milliseconds?: number): HtmlElement {
  const checkTime = timeLimit(milliseconds)
  let elements = 0
  let depth = 0
  const treeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...created: Parameters<typeof defaultTreeAdapter.createElement>) => {
      checkTime()
      elements += 1
      if (elements > LIMITS.htmlElements)
        throw new AppError('too-large', 'The page has more elements than can be read. Copy its text into a .txt file.')
      return defaultTreeAdapter.createElement(...created)
    },
    onItemPush: () => {
      depth += 1
      if (depth > LIMITS.htmlDepth)
        throw new AppError('too-deep', 'The page is nested too deeply to be read. Copy its text into a .txt file.')
    },
    onItemPop: () => {
      depth -= 1
    },
  }
  const document = parse(markup, { treeAdapter })
  const html = document.childNodes.find(isElement)
  const body = html?.childNodes.filter(isElement).find(child => child.tagName === 'body')
  return body ?? defaultTreeAdapter.createElement('body', names.NS.HTML, [])
}

/** Depth first, without recursion, so that nesting costs memory and never the stack. */
export function walkTree(root: HtmlElement, visitor: TreeVisitor): void {
  if (!visitor.enter(root)) return
  const open: { element: HtmlElement; next: number }[] = [{ element: root, next: 0 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.element.childNodes[top.next]
    top.next += 1
    if (child === undefined) {
      open.pop()
      visitor.leave(top.element)
    } else if (isText(child)) visitor.text(child.value, top.element)
    else if (isElement(child) && visitor.enter(child)) open.push({ element: child, next: 0 })
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find(attr => attr.name === name)?.value ?? null
}

export function classNames(element: HtmlElement): string[] {
  return attribute(element, 'class')?.split(/\s+/).filter(Boolean) ?? []
}

/** All text under an element as it stands, a line end after each row and block that `lineTags` names. */
export function plainText(element: HtmlElement, lineTags?: ReadonlySet<string>): string {
  const pieces: string[] = []
  walkTree(element, {
    text: value => void pieces.push(value),
    enter: () => true,
    leave: ({ tagName }) => void (lineTags?.has(tagName) && pieces.push('\n')),
  })
  return pieces.join('')
}
