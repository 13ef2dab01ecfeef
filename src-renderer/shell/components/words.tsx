import { orderMarkClass, orderMarkLabel, splitAtOrderSigns } from '../order-signs.ts'

/** Words of a page, or of a person, as they stand: signs that would turn their letters round are shown and not obeyed. */
export function Words({ children }: { children: string }) {
  const parts = splitAtOrderSigns(children)
  if (parts.length === 1) return children
  return parts.map((part, at) => (at % 2 === 0 ? part : <OrderMark key={at} sign={part} />))
}

function OrderMark({ sign }: { sign: string }) {
  const label = orderMarkLabel(sign)
  return <span className={orderMarkClass} role="img" title={label} aria-label={label} />
}
