import { plural } from '../store/labels.ts'
import { cellLimit, csvRows, isFormula, looksLikeNumber, type Cell } from './csv-cell.ts'
import { listSeparator, tables } from './csv-tables.ts'
import type { ExportedSession } from './exported-session.ts'
import type { Format } from './format.ts'
import { lossCount } from './losses.ts'
import { valuesOf } from './session-values.ts'

/** Without it Excel takes UTF-8 for the system's old encoding and garbles every accent. */
const byteOrderMark = '\uFEFF'

/** A folder of tables for a spreadsheet: UTF-8 with a byte order mark, RFC 4180. */
export const csv: Format = {
  isFolder: true,
  *write({ themes, sessions }) {
    const losses = lossCount(themes)
    const cells = { formulas: 0, long: 0, numbers: 0, lists: 0 }
    for (const [file, { columns }] of Object.entries(tables)) yield { file, text: byteOrderMark + csvRows([columns]) }
    for (const session of sessions) {
      losses.add(session)
      cells.lists += listsWithSeparator(session)
      for (const [file, { columns, rows }] of Object.entries(tables)) {
        const table = rows(session).map(row => columns.map(column => row[column] ?? null))
        cells.formulas += table.flat().filter(isFormula).length
        cells.long += table.flat().filter(isLong).length
        cells.numbers += table.flat().filter(looksLikeNumber).length
        if (table.length > 0) yield { file, text: csvRows(table) }
      }
    }
    return [...losses.lines('CSV'), ...cellLines(cells)]
  },
}

const isLong = (cell: Cell): boolean => typeof cell === 'string' && cell.length > cellLimit

function listsWithSeparator(session: ExportedSession): number {
  const isAmbiguous = ({ value }: { value: string | number }) => String(value).includes(listSeparator.trim())
  return (['topics', 'sdgs'] as const).filter(key => valuesOf(session, key).some(isAmbiguous)).length
}

function cellLines({ formulas, long, numbers, lists }: Record<'formulas' | 'long' | 'numbers' | 'lists', number>): string[] {
  return [
    formulas > 0 && `${plural(formulas, 'cell')} would start a formula in a spreadsheet: each has an apostrophe before its text.`,
    long > 0 && `${plural(long, 'cell')} longer than the ${cellLimit} characters that Excel can hold: other programs read them whole.`,
    numbers > 0 && `${plural(numbers, 'cell')} such as the goal 16.10, of which a spreadsheet makes 16.1: import its column as text.`,
    lists > 0 && `${plural(lists, 'list')} in sessions.csv with “|” within an item: fields.csv has a row for each item.`,
  ].filter(line => line !== false)
}
