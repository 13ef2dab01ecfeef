import type { Extension } from '@codemirror/state'
import { highlightSpecialChars } from '@codemirror/view'
import { orderMarkClass, orderMarkLabel, orderSigns } from '../shell/order-signs.ts'

function mark(code: number): HTMLElement {
  const sign = document.createElement('span')
  sign.className = orderMarkClass
  sign.title = orderMarkLabel(String.fromCodePoint(code))
  sign.setAttribute('role', 'img')
  sign.setAttribute('aria-label', sign.title)
  return sign
}

/** Shows the invisible signs that turn the order of letters round, and does not obey them. */
export function orderMarks(): Extension {
  return highlightSpecialChars({ specialChars: orderSigns, render: mark })
}
