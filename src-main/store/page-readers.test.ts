import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../import/sha256.ts'
import { readTextFile, type Reading } from './page-file.ts'
import { pageReaders } from './page-readers.ts'
import { pageOf } from './page-rows.ts'
import { noHashes, sharedHashes } from './shared-hashes.ts'
import { page, temporaryFolder, temporaryStore } from './testing/project.ts'

function readers(options: Partial<Parameters<typeof pageReaders>[0]> = {}) {
  const made = pageReaders({ known: noHashes, rules: [], ...options })
  onTestFinished(() => made.close())
  return made
}
const odd = (limit?: number) => readers({ count: 1, entry: join(import.meta.dirname, 'testing/odd-worker.ts'), ...(limit && { limit }) })

test('a page comes back from its thread, bytes and all', async () => {
  const path = join(temporaryFolder(), 'a.txt')
  writeFileSync(path, page(1))
  const reading = await readers().read(path)
  expect(reading).toMatchObject({ page: { name: 'a.txt', path, text: page(1), sha256: sha256(Buffer.from(page(1))) } })
  expect(Buffer.from('page' in reading ? reading.page.bytes : [])).toEqual(Buffer.from(page(1)))
})

test('bytes that are known are not parsed, and what cannot be read says why', async () => {
  const path = join(temporaryFolder(), 'a.txt')
  writeFileSync(path, page(1))
  const known = sha256(Buffer.from(page(1)))
  const { read } = readers({ known: sharedHashes([known], 1) })
  expect(await read(path)).toEqual({ sha256: known })
  expect(await read(`${path}.none`)).toMatchObject({ failure: { code: 'no-such-file' } })
})

test('a text that was read elsewhere is parsed in a thread, and makes the page that the thread would have read', async () => {
  const path = join(temporaryFolder(), 'a.txt')
  writeFileSync(path, page(1))
  const { read, rows } = readers()
  const reading = await readTextFile(path, { isKnown: () => false, rules: [] })
  if (!('text' in reading)) throw new Error('no text')
  const parsed = await rows(reading.text)
  expect('rows' in parsed && pageOf(reading.text, parsed.rows)).toEqual(toPlain(await read(path)))
})
const toPlain = (reading: Reading) => 'page' in reading && { ...reading.page, bytes: Buffer.from(reading.page.bytes) }

test.each([
  ['crash', { code: 'internal', message: expect.stringContaining('a bug') }],
  ['leave', { code: 'internal' }],
])('a file that ends its thread (%s) fails alone', async (name, failure) => {
  const { read } = odd()
  const readings = await Promise.all(['a', name, 'b', name, 'c'].map(read))
  expect(readings).toMatchObject([{ sha256: 'a' }, { failure }, { sha256: 'b' }, { failure }, { sha256: 'c' }])
})

test('a file that takes too long is given up, and those after it are read', async () => {
  const { read } = odd(700)
  const readings = await Promise.all(['a', 'stuck', 'b'].map(read))
  expect(readings).toMatchObject([{ sha256: 'a' }, { failure: { code: 'too-slow' } }, { sha256: 'b' }])
})

test('many files are imported in their order, duplicates and failures in their places', async () => {
  const s = temporaryStore()
  const pages = Object.fromEntries(
    Array.from({ length: 90 }, (_, i) => [`${String(i).padStart(2, '0')}.txt`, i % 10 === 7 ? '' : page(i % 10 === 8 ? 1 : i + 1)]),
  )
  const { counts } = await s.importPages(pages)
  expect(counts).toEqual({ imported: 72, duplicate: 9, failed: 9 })
  const inOrder = s.db.prepare<[], string>('SELECT file FROM imported_file ORDER BY id').pluck().all()
  expect(inOrder.map(file => file.slice(-6))).toEqual(Object.keys(pages))
})

test('pages that the store reads itself and pages that its threads read come in the order of the files', async () => {
  const s = temporaryStore()
  const html = (number: number) => `<!doctype html><title>Page</title><pre>${page(number)}</pre>`
  const pages = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? [`${1000 + i}.html`, html(i + 1)] : [`${1000 + i}.txt`, page(i + 1)])),
  )
  const { counts } = await s.importPages(pages)
  expect(counts).toEqual({ imported: 300, duplicate: 0, failed: 0 })
  const inOrder = s.db.prepare<[], string>('SELECT file FROM imported_file ORDER BY id').pluck().all()
  expect(inOrder.map(file => basename(file))).toEqual(Object.keys(pages).toSorted((a, b) => (a < b ? -1 : 1)))
})
