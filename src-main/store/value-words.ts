import type { ValueWords } from '../../src-preload/types.ts'
import { spansOf, type StoredColumns, type ValueNoun } from './rows.ts'

const longest = 120

/** A long text as its beginning and its end, so that a moved boundary shows. */
export function ends(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= longest) return plain
  const [from, to] = [plain.slice(0, 80).replace(/\s\S*$/, ''), plain.slice(-40).replace(/^\S*\s/, '')]
  return `${from} … ${to}`.toWellFormed().replaceAll('\uFFFD', '')
}

const inWords: Readonly<Record<ValueNoun, (row: StoredColumns, text: string) => string>> = {
  field: row => ends(String(row['value'] ?? '')),
  person: row => [row['name'] ?? 'name not in the page', row['affiliation']].filter(Boolean).join(', '),
  section: (row, text) => ends(row['text'] === null || row['text'] === undefined ? quoteOf(row, text) : String(row['text'])),
}
const quoteOf = (row: StoredColumns, text: string) =>
  spansOf(String(row['spans']))
    .map(([start, end]) => text.slice(start, end))
    .join(' ')

/** What a row says, for a person to recognise it. */
export function valueWords(noun: ValueNoun, row: StoredColumns, text: string): ValueWords {
  return { key: (noun === 'person' ? row['role'] : row['key']) as ValueWords['key'], text: inWords[noun](row, text) }
}
