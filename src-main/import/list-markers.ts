import { attribute, type HtmlElement } from './html-tree.ts'

/** Numbers the items of ordered lists as a browser shows them. */
export interface ListMarkers {
  enter(element: HtmlElement): void
  leave(element: HtmlElement): void
  /** What stands before this item: `3. `, or nothing in a list without numbers. */
  next(item: HtmlElement): string
  isNested(list: HtmlElement): boolean
}

interface OpenList {
  style: string | null
  number: number
  step: number
}

const LISTS = new Set(['ol', 'ul', 'menu', 'dir'])
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

export function listMarkers(): ListMarkers {
  const open: OpenList[] = []
  return {
    enter(element) {
      if (LISTS.has(element.tagName)) open.push(openList(element))
    },
    leave(element) {
      if (LISTS.has(element.tagName)) open.pop()
    },
    next(item) {
      const list = open.at(-1)
      if (!list || list.style === null) return ''
      list.number = integer(attribute(item, 'value')) ?? list.number
      const marker = `${numeral(list.number, list.style)}. `
      list.number += list.step
      return marker
    },
    isNested: list => LISTS.has(list.tagName) && open.length > 0,
  }
}

function openList(element: HtmlElement): OpenList {
  const isNumbered = element.tagName === 'ol' && !/list-style(?:-type)?\s*:\s*none/i.test(attribute(element, 'style') ?? '')
  const isReversed = attribute(element, 'reversed') !== null
  const first = isReversed ? element.childNodes.filter(child => child.nodeName === 'li').length : 1
  return {
    style: isNumbered ? (attribute(element, 'type') ?? '1') : null,
    number: integer(attribute(element, 'start')) ?? first,
    step: isReversed ? -1 : 1,
  }
}

function integer(value: string | null): number | null {
  return value !== null && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null
}

function numeral(number: number, style: string): string {
  if (number < 1 || number > 3999) return String(number)
  const text = style.toLowerCase() === 'i' ? roman(number) : style.toLowerCase() === 'a' ? letters(number) : String(number)
  return style === style.toLowerCase() ? text : text.toUpperCase()
}

function letters(number: number): string {
  const rest = number - 1
  const last = String.fromCharCode(97 + (rest % 26))
  return rest < 26 ? last : letters(Math.floor(rest / 26)) + last
}

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, digits] of ROMAN) {
    text += digits.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
