import type { Extension } from '@codemirror/state'
import { highlightSpecialChars } from '@codemirror/view'

const names: Readonly<Record<number, string>> = {
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'end of embedding or override',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
}

function mark(code: number): HTMLElement {
  const sign = document.createElement('span')
  sign.className = 'cm-order-mark'
  sign.title = `Here the page has an invisible sign: ${names[code]}`
  sign.setAttribute('role', 'img')
  sign.setAttribute('aria-label', sign.title)
  return sign
}

/** Shows the invisible signs that turn the order of letters round: obeyed, they would show other words than are there. */
export function orderMarks(): Extension {
  return highlightSpecialChars({ specialChars: /[\u202a-\u202e]/gu, render: mark })
}
