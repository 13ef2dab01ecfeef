const names: Readonly<Record<string, string>> = {
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of embedding or override',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
}
/** Invisible signs that turn the order of letters round: obeyed, they would show other words than are there. */
export const orderSigns = /[\u202a-\u202e]/gu
export const orderMarkClass = 'order-mark'

export const orderMarkLabel = (sign: string) => `Here is an invisible sign: ${names[sign]}`

/** The words and the signs between them, in turn. */
export const splitAtOrderSigns = (text: string) => text.split(/([\u202a-\u202e])/u)

/** For where there is text alone, such as a tooltip: each sign as one that can be seen. */
export const withOrderShown = (text: string) => text.replace(orderSigns, '\ufffd')
