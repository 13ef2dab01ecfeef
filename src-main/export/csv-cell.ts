import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

/** Excel shows no more characters in a cell. */
export const cellLimit = 32_767

// As OWASP advises against CSV injection. Apostrophes before it count, so that taking one away always gives back the text.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/** Text that a spreadsheet would read as a number, and show as another text: 16.10 as 16.1. */
export const looksLikeNumber = (cell: Cell): boolean => typeof cell === 'string' && /^(?:0\d+|\d+\.\d*0)$/.test(cell)
export const isFormula = (cell: Cell): boolean => typeof cell === 'string' && formula.test(cell)

/** Rows as RFC 4180 has them. What a spreadsheet would run as a formula begins with an apostrophe; numbers are ours and stay. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    record_delimiter: '\r\n',
    // Any line end within a cell, not only the one between records.
    quoted_match: /[\r\n]/,
    cast: { string: text => (formula.test(text) ? `'${text}` : text) },
  })
}
