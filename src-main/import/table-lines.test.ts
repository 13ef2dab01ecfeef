import { expect, test } from 'vitest'
import { tableLines } from './table-lines.ts'

test.each([
  [
    'rows of a form are headings with their values',
    [
      ['Room', 'Ballroom A'],
      ['Speaker 1:', 'Ana, Society'],
      ['Website', 'example.org'],
    ],
    ['Room: Ballroom A', 'Speaker 1: Ana, Society', 'Website | example.org'],
  ],
  [
    'a list of people under its column heads is no form',
    [
      ['Speaker', 'Organisation'],
      ['Ana', 'Society'],
      ['Bo', 'Lab'],
    ],
    ['Speaker | Organisation', 'Ana | Society', 'Bo | Lab'],
  ],
  ['rows of more cells are parted by bars', [['Room', 'A', 'B']], ['Room | A | B']],
  ['an empty cell keeps its place, and empty cells at the end have none', [['a', '', 'c', ' ', '']], ['a |  | c']],
  ['cells of more than one line are blocks', [['Speakers', 'A\nB']], ['Speakers', 'A\nB']],
  ['empty rows are nothing', [[], ['', '']], []],
])('%s', (_, rows, lines) => {
  expect(tableLines(rows)).toEqual(lines)
})
