import Database from 'better-sqlite3'
import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkProject } from './check.ts'
import { page, storeWithPage, temporaryFolder, temporaryStore, type TemporaryStore } from './testing/project.ts'

const check = ({ db }: Pick<TemporaryStore, 'db'>) => checkProject({ db, isReadOnly: false })
/** A project with a page, made once and copied for each test. */
let made: Promise<Buffer> | undefined
async function copyWithPage(): Promise<{ db: Database.Database }> {
  made ??= storeWithPage().then(async ({ store, path }) => {
    await store.close()
    return readFileSync(path)
  })
  const path = join(temporaryFolder(), 'Copy.rapporteur')
  writeFileSync(path, await made)
  const db = new Database(path)
  onTestFinished(() => void db.close())
  return { db }
}
/** Changes rows behind the project's back. */
function tamper({ db }: Pick<TemporaryStore, 'db'>, sql: string, { isJournalled = false } = {}): void {
  db.pragma('foreign_keys = OFF')
  const kept = isJournalled ? [] : db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name LIKE 'journal_%'").pluck().all()
  const names = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal_%'").pluck().all()
  if (!isJournalled) for (const name of names) db.exec(`DROP TRIGGER ${name}`)
  db.exec(`UPDATE open_action SET id = 1; ${sql}; UPDATE open_action SET id = NULL`)
  for (const trigger of kept) db.exec(trigger)
  db.pragma('foreign_keys = ON')
}

test('a new project and one with pages are sound', async () => {
  expect(check(temporaryStore())).toEqual([])
  expect(check(await storeWithPage())).toEqual([])
})

test('a check leaves the project as it was', async () => {
  const s = await storeWithPage()
  const everything = () =>
    ['action', 'change', 'open_action', 'field', 'session', 'summary'].map(table => s.db.prepare(`SELECT * FROM ${table}`).all())
  const before = everything()
  check(s)
  expect(everything()).toEqual(before)
  expect(s.db.prepare("SELECT count(*) FROM sqlite_temp_schema WHERE name = 'kept'").pluck().get()).toBe(0)
  await s.ask('history.undo', null)
  expect(check(s)).toEqual([])
})

test('whatever a rapporteur does, undoes and redoes, the project stays sound', async () => {
  const s = temporaryStore()
  await s.importPages({ 'a.txt': page(1), 'b.txt': page(2), 'c.txt': page(1, 'Again') })
  const [a, b] = await s.sessions()
  const record = await s.ask('session.get', a!.id)
  const theme = await s.ask('theme.add', { parentId: null, name: 'Access' })
  let count = 0
  const steps: Record<string, () => Promise<unknown>> = {
    undo: () => s.ask('history.undo', null),
    redo: () => s.ask('history.redo', null),
    set: () => s.ask('field.set', { sessionId: a!.id, key: 'title', id: null, value: 'Lamps', spans: [[0, 3]] }),
    clear: () => s.ask('field.clearKey', { sessionId: b!.id, key: 'room' }),
    accept: () => s.ask('value.accept', { sessionId: b!.id, ids: null }),
    remove: () => s.ask('person.remove', record.people[0]!.id),
    rewrite: () => s.ask('section.set', { id: record.sections[0]!.id, text: 'Rewritten' }),
    child: () => s.ask('theme.add', { parentId: theme, name: `Child ${count++}` }),
    untheme: () => s.ask('theme.remove', theme),
    tag: () => s.ask('tagging.add', { themeId: theme, sessionIds: [a!.id, b!.id], span: null }),
    note: () => s.ask('note.add', { sessionId: b!.id, target: 'span', rowId: null, span: [0, 9], text: 'Look' }),
    import: () => s.importPages({ 'd.txt': page(4, `Title ${count++}`) }),
    review: () => s.ask('session.setStatus', { sessionIds: [b!.id], status: 'reviewed' }),
  }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 5, maxLength: 12 }), async names => {
      // A step may be refused, as tagging with a theme that is gone is.
      for (const name of names) await steps[name]!().catch(() => {})
      expect(check(s)).toEqual([])
    }),
    { numRuns: 15, endOnFailure: true },
  )
})

test.each([
  [
    'a span outside its page',
    `UPDATE field SET spans = '[[0,999999]]' WHERE key = 'title'`,
    /^The place of field \S+: The page has no words from 0 to 999999/,
  ],
  ['a span before its page', `UPDATE field SET spans = '[[-3,2]]' WHERE key = 'title'`, /^The place of field \S+ is no list of spans/],
  ['what is no span', `UPDATE person SET spans = '{"a":1}'`, /^The place of person \S+ is no list of spans/],
  [
    'a span that cuts a character',
    `UPDATE section SET spans = json_array(json_array(instr((SELECT text FROM content), '🌫'), instr((SELECT text FROM content), '🌫') + 5)) WHERE key = 'description'`,
    /^The place of section .* within a character/,
  ],
  ['leftover outside its page', `UPDATE session SET leftover = '[[5,999999]]'`, /^The place of leftover of session/],
])('%s is found, and nothing else', async (_, sql, line) => {
  const s = await copyWithPage()
  tamper(s, sql, { isJournalled: true })
  const lines = check(s)
  expect(lines.length).toBeGreaterThan(0)
  for (const each of lines) expect(each).toMatch(line)
})

test.each([
  ['a lost change', 'DELETE FROM change WHERE id = 2', /^The history/],
  [
    'a change of a row that never was',
    "INSERT INTO change (action_id, noun, row_id, op) VALUES (1, 'field', 'x', 'insert')",
    /^The history breaks at change \d+ \(insert of field x\)/,
  ],
  [
    'a change of what is not',
    "INSERT INTO change (action_id, noun, row_id, op) VALUES (1, 'recipe', 'x', 'insert')",
    /^The history breaks .* nothing is called that/,
  ],
  [
    'a row that no action made',
    "INSERT INTO theme (id, name, color, position) VALUES ('x', 'Access', 'red', 0)",
    /^The history does not hold how 1 row of theme came to be/,
  ],
  ['an old library line', "UPDATE summary SET title = 'Another'", /^The library’s line of session/],
  ['a lost library line', 'DELETE FROM summary', /^The library’s line of session/],
  ['a field whose session is gone', "UPDATE field SET session_id = 'gone' WHERE key = 'title'", /^1 row of field without the session/],
  ['a table that is gone', 'DROP TABLE summary', /^The check of summaries had to stop: no such table/],
  ['other bytes', "DROP TRIGGER content_is_immutable; UPDATE content SET bytes = x'00'", /^The bytes of content 1/],
  ['a text that was not indexed', "INSERT INTO content_search (content_search) VALUES ('delete-all')", /^The index content_search/],
  [
    'an action left open',
    'CREATE TRIGGER keep AFTER UPDATE ON open_action WHEN new.id IS NULL BEGIN UPDATE open_action SET id = 1; END',
    /never closed/,
  ],
])('%s is found', async (_, sql, line) => {
  const s = await copyWithPage()
  tamper(s, sql)
  expect(check(s)).toContainEqual(expect.stringMatching(line))
})
