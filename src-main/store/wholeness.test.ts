import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import type { Input } from '../../src-preload/contract.ts'
import { checkProject } from './check.ts'
import { foggy, fogRule, spanOf } from './testing/foggy-pages.ts'
import { page, temporaryStore, type TemporaryStore } from './testing/project.ts'
import { watchWrites } from './testing/watched-writes.ts'

type Writing = 'version.adopt' | 'reading.apply' | 'history.undo'
interface Deed<K extends Writing = Writing> {
  readonly s: TemporaryStore
  readonly name: K
  readonly input: Input<K>
}

/** A draft and its final text, both worked on: what stands on the same words, what has no place, what differs. */
async function twoTexts(): Promise<TemporaryStore> {
  const s = temporaryStore()
  const draft = page(51)
  const final = draft
    .replace('Ballroom A', 'The old customs house')
    .replace('Keepers and engineers speak', 'Keepers, engineers and sailors speak')
    .replace('Speaker 2: Wanda', 'Speaker 2: Ilse Berg, Private Sector, African Group\n    Speaker 3: Wanda')
  await s.importPages({ 'draft.txt': draft })
  await s.importPages({ 'final.txt': final })
  const [older, newer] = await s.sessions()
  const themeId = await s.ask('theme.add', { parentId: null, name: 'Lamps' })
  const tag = (id: string, text: string, words: string) => s.ask('tagging.add', { themeId, sessionIds: [id], span: spanOf(text, words) })
  for (const words of ['lamps', 'Ballroom A', 'register of harbours']) await tag(older!.id, draft, words)
  await tag(newer!.id, final, 'sailors')
  const note = { sessionId: older!.id, target: 'span', rowId: null, span: spanOf(draft, 'engineers'), text: 'Who?' } as const
  await s.ask('note.add', note)
  const [room] = (await s.ask('session.get', older!.id)).fields.filter(({ key }) => key === 'room')
  await s.ask('note.add', { ...note, target: 'value', rowId: room!.id, span: null, text: 'Too small' })
  await s.ask('value.accept', { sessionId: older!.id, ids: null })
  await s.ask('field.set', { sessionId: newer!.id, key: 'subtheme', id: null, value: 'Fog', spans: [spanOf(final, 'fog')] })
  return s
}
async function adoption(): Promise<Deed> {
  const s = await twoTexts()
  const [older, newer] = await s.sessions()
  return { s, name: 'version.adopt', input: { intoId: older!.id, fromId: newer!.id } }
}
async function undoneAdoption(): Promise<Deed> {
  const { s, input } = await adoption()
  await s.ask('version.adopt', input as Input<'version.adopt'>)
  return { s, name: 'history.undo', input: null }
}
async function undoneImport(): Promise<Deed> {
  const s = temporaryStore()
  await s.importPages({ 'kept.txt': page(1) })
  await s.importPages({ 'a.txt': page(2, 'Fog'), 'b.txt': page(3, 'Ferries'), 'c.txt': page(4, 'Tides') })
  return { s, name: 'history.undo', input: null }
}
/** More sessions than are read in one step, so that it takes several transactions. */
async function ruleApplied(): Promise<Deed> {
  return { s: await foggy(18), name: 'reading.apply', input: { what: 'add', rule: fogRule } }
}
async function namesMerged(): Promise<Deed> {
  const rule = { name: 'Tui Mahuta is Tui M. Mahuta', kind: 'name', pattern: 'Tui Mahuta', target: 'Tui M. Mahuta' } as const
  return { s: await foggy(18), name: 'reading.apply', input: { what: 'add', rule } }
}
const deeds = {
  'adopting a new version': adoption,
  'undoing that': undoneAdoption,
  'undoing an import': undoneImport,
  'applying a rule to many sessions': ruleApplied,
  'merging two ways to write a name': namesMerged,
}
const cases = Object.entries(deeds)

const sound = ({ db }: Pick<TemporaryStore, 'db'>) => expect(checkProject({ db, isReadOnly: false })).toEqual([])
const pagesOf = (db: Database) => createHash('sha256').update(db.serialize()).digest('hex')

/** Every row of every table that holds work or is made from it; the history itself tells also what was taken back. */
function work(db: Database): Record<string, string[]> {
  const tables = db
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'")
    .pluck()
    .all()
  const rowsOf = (table: string) =>
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map(row => JSON.stringify(row, asHex))
      .toSorted()
  return Object.fromEntries(tables.filter(table => !['action', 'change'].includes(table)).map(table => [table, rowsOf(table)]))
}
const asHex = (_key: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)
/** The same with what differs each time that it is made. */
function masked(db: Database): Record<string, string[]> {
  const mask = (row: string) => row.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|rapporteur-test-\w+/g, '·')
  return Object.fromEntries(Object.entries(work(db)).map(([table, rows]) => [table, rows.map(mask).toSorted()]))
}

test.each(cases)('%s: whichever row cannot be written, nothing was done', async (_what, prepare) => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { s, name, input } = await prepare()
  const before = work(s.db)
  const isOneTransaction = name !== 'reading.apply'
  const bytes = isOneTransaction ? pagesOf(s.db) : ''
  let [fails, writes, isDone] = [0, 0, false]
  const stop = watchWrites(s.db, () => {
    if (++writes === fails) throw new Error('The disk is full')
  })
  while (!isDone) {
    fails++
    writes = 0
    isDone = await s.ask(name, input).then(
      () => true,
      () => false,
    )
    if (isDone) break
    expect(s.db.inTransaction).toBe(false)
    if (isOneTransaction) expect(pagesOf(s.db), `write ${fails}`).toBe(bytes)
    else expect(work(s.db), `write ${fails}`).toEqual(before)
  }
  stop()
  expect(fails).toBeGreaterThan(40)
  expect(writes).toBe(fails - 1)
  sound(s)
  expect(work(s.db)).not.toEqual(before)
  await s.ask(name === 'history.undo' ? 'history.redo' : 'history.undo', null)
  expect(work(s.db)).toEqual(before)
  sound(s)
})

/** Ends when the store has been killed; false where it has not. */
function killed({ path }: TemporaryStore, at: number, { name, input }: Deed): Promise<boolean> {
  const script = join(import.meta.dirname, 'testing', 'killed-store.ts')
  return new Promise(settle => {
    execFile(process.execPath, [script, path, String(at), name, JSON.stringify(input)], error => settle(error?.signal === 'SIGKILL'))
  })
}
async function writesOf({ s, name, input }: Deed): Promise<number> {
  let writes = 0
  const stop = watchWrites(s.db, () => writes++)
  await s.ask(name, input)
  stop()
  return writes
}

test.each(cases)('%s, killed in the middle: the project is as before; killed once it was said, as after', async (_what, prepare) => {
  const undisturbed = await prepare()
  const writes = await writesOf(undisturbed)
  const after = masked(undisturbed.s.db)
  const deed = await prepare()
  const before = work(deed.s.db)
  const { undo } = await deed.s.ask('history.state', null)
  await deed.s.store.close()
  const path = deed.s.path
  for (const share of [0, 0.3, 0.6, 1]) {
    expect(await killed(deed.s, Math.max(1, Math.round(writes * share)), deed)).toBe(true)
    if (share === 1) expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    const again = temporaryStore(path, false)
    expect(work(again.db)).toEqual(before)
    expect((await again.ask('history.state', null)).undo).toEqual(undo)
    sound(again)
    await again.store.close()
  }
  expect(await killed(deed.s, Infinity, deed)).toBe(true)
  const again = temporaryStore(path, false)
  expect(masked(again.db)).toEqual(after)
  sound(again)
})
