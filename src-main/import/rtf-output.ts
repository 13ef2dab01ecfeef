import { MARGIN_GROUPS } from './rtf-words.ts'
import { tableLines } from './table-lines.ts'

/** Collects the text of an RTF file: lines, rows of tables, and the notes that go to the end. */
export interface RtfOutput {
  write(text: string): void
  endLine(): void
  startRow(): void
  endCell(): void
  endRow(): void
  startMargin(group: string): void
  startMarker(): void
  /** Ends the margin or marker that was started last. */
  endPart(): void
  toString(): string
}

interface Flow {
  kind: 'text' | 'marker'
  /** What stands before its own text: `[1]` for a note. */
  label: string
  pieces: string[]
  lineStart: number
  /** Where the text of the open cell begins; null outside a row. */
  cellStart: number | null
  cells: string[]
  /** Of a table that may go on. */
  rows: string[][]
}

export function rtfOutput(): RtfOutput {
  const body = newFlow('text', '')
  const open = [body]
  const margins: Flow[] = []
  const counts: Record<string, number> = {}
  const flow = (): Flow => open.at(-1)!

  return {
    write: text => void goOn(flow()).push(text),
    endLine() {
      flow().lineStart = goOn(flow()).push('\n')
    },
    startRow() {
      flow().cellStart ??= flow().lineStart
    },
    endCell() {
      const { cells, pieces, cellStart, lineStart } = flow()
      cells.push(pieces.splice(cellStart ?? lineStart).join(''))
      Object.assign(flow(), { cellStart: pieces.length, lineStart: pieces.length })
    },
    endRow() {
      const { cells, rows, pieces } = flow()
      rows.push(cells)
      Object.assign(flow(), { cells: [], cellStart: null, lineStart: pieces.length })
    },
    startMargin(group) {
      const number = (counts[group] = (counts[group] ?? 0) + 1)
      const label = `[${MARGIN_GROUPS[group] ?? ''}${number}]`
      goOn(flow()).push(label)
      open.push(newFlow('text', `${label} `))
      margins.push(flow())
    },
    startMarker: () => void open.push(newFlow('marker', '')),
    endPart() {
      const part = open.pop()!
      if (part.kind === 'marker') goOn(flow()).push(markerText(textOf(part)))
    },
    toString: () => [textOf(body), ...margins.map(margin => margin.label + textOf(margin).trim())].join('\n'),
  }
}

function newFlow(kind: Flow['kind'], label: string): Flow {
  return { kind, label, pieces: [], lineStart: 0, cellStart: null, cells: [], rows: [] }
}

/** The pieces of a flow, to which more comes: outside a row that ends the table. */
function goOn(flow: Flow): string[] {
  const { pieces, rows, cellStart } = flow
  if (cellStart === null && rows.length > 0) {
    for (const line of tableLines(rows.splice(0))) pieces.push(`${line}\n`)
    flow.lineStart = pieces.length
  }
  return pieces
}

function textOf(flow: Flow): string {
  flow.cellStart = null
  return [...goOn(flow), ...flow.cells].join('')
}

/** Bullets say nothing, and a number is parted from its text by a blank as in lists of other formats. */
function markerText(marker: string): string {
  const text = marker.trim()
  return /[\p{L}\p{N}]/u.test(text) && text !== 'o' ? `${text} ` : ''
}
