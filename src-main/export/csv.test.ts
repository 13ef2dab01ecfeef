import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from './csv-cell.ts'
import { tables } from './csv-tables.ts'
import { csv } from './csv.ts'
import { contentOf, filesOf, session, words } from './testing/content.ts'

/** RFC 4180, strictly: CRLF, and quotes around all that needs them. */
function parsed(text: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`not CSV at ${at}: ${text.slice(at, at + 40)}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
const runsAsFormula = /^[=+\-@\t\r\n＝＋－＠]/
const withoutApostrophe = (cell: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell)

test('cells come back as they were, and none that is text starts a formula', () => {
  const cell = fc.oneof(words, fc.string(), fc.constantFrom("'=1", "''-x", "'quoted'"))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), rows => {
      const read = parsed(csvRows(rows))
      expect(read.map(row => row.map(withoutApostrophe))).toEqual(rows)
      for (const one of read.flat()) expect(one).not.toMatch(runsAsFormula)
    }),
  )
})

test('numbers are written as they are', () => {
  expect(csvRows([[-5, 0.25, null, '-5']])).toBe("-5,0.25,,'-5\r\n")
})

test('every table has a byte order mark, its columns, and a row for each thing', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 3 }), sessions => {
      const { files } = filesOf(csv, sessions)
      expect([...files.keys()]).toEqual(Object.keys(tables))
      for (const [name, text] of files) {
        expect(text.startsWith('\uFEFF')).toBe(true)
        const [head, ...rows] = parsed(text.slice(1))
        expect(head).toEqual(tables[name]!.columns)
        expect(rows).toHaveLength(sessions.flatMap(one => tables[name]!.rows(one)).length)
        expect(rows.every(row => row.length === head!.length)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('no table gives what it has no column for', () => {
  for (const one of fc.sample(session, 20)) {
    for (const { columns, rows } of Object.values(tables)) {
      for (const row of rows(one)) expect(Object.keys(row).filter(key => !columns.includes(key))).toEqual([])
    }
  }
})

test('the report names what the tables do not hold, and is empty for nothing', () => {
  const [one] = fc.sample(session, { numRuns: 1, seed: 4 })
  const long = { ...one!, sections: [{ ...one!.sections[0]!, text: 'x'.repeat(40_000) }], leftover: [[0, 7] as const], problems: [] }
  const { report } = filesOf(csv, [long])
  expect(report[0]).toBe(
    'Not in CSV, but in JSON: the full text of 1 page; 7 characters of leftover text; the descriptions, colours and order of 2 themes.',
  )
  expect(report).toContainEqual(expect.stringContaining('longer than the 32767 characters'))
  const pieces = csv.write({ ...contentOf([]), themes: [] })
  let next = pieces.next()
  while (!next.done) next = pieces.next()
  expect(next.value).toEqual([])
})
