import { beginsWithHeading } from '../parse/headings.ts'

const LABEL_LENGTH = 60
const MOST = 0.5
// No session page has more; looking at each row of a long list would take long.
const FORM_ROWS = 1000

/** The lines of a table: a row of one-line cells is a line, and a row that holds longer cells is a layout of blocks. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const trimmed = rows.map(withoutEmptyEnd)
  const pairs = trimmed.filter(isPair)
  const labelled = new Set(pairs.length > FORM_ROWS ? [] : pairs.filter(isLabelled))
  const isForm = labelled.size >= MOST * pairs.length
  return trimmed.flatMap(row => (isForm && labelled.has(row) ? [`${labelOf(row)} ${row[1]}`] : rowLines(row)))
}

function rowLines(row: readonly string[]): string[] {
  const filled = row.filter(cell => cell !== '')
  return filled.length < 2 || filled.some(cell => cell.includes('\n')) ? filled : [row.join(' | ')]
}

function withoutEmptyEnd(row: readonly string[]): string[] {
  const cells = row.map(cell => cell.trim())
  return cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1)
}

function isPair(row: readonly string[]): boolean {
  return row.length === 2 && row.every(cell => cell !== '' && !cell.includes('\n'))
}

/** In a form each row is a heading of a session page and its value. */
function isLabelled(row: readonly string[]): boolean {
  return row[0]!.length <= LABEL_LENGTH && beginsWithHeading(`${labelOf(row)} ${row[1]}`)
}

function labelOf(row: readonly string[]): string {
  return /[:?]$/.test(row[0]!) ? row[0]! : `${row[0]}:`
}
