import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { journal } from './journal.ts'
import { nouns, type Noun } from './journal-triggers.ts'
import { migrate } from './migrate.ts'
import { newId } from './id.ts'

function project() {
  const db = new Database(':memory:')
  migrate(db)
  db.pragma('foreign_keys = ON')
  return { db, history: journal(db, { author: 'A. Rapporteur' }) }
}
type Project = ReturnType<typeof project>

// The summary's own row numbers say nothing: its rows are compared by session.
const snapshot = ({ db }: Project) => ({
  ...Object.fromEntries(Object.keys(nouns).map(noun => [noun, db.prepare(`SELECT * FROM ${noun} ORDER BY id`).all()])),
  summary: db.prepare('SELECT session_id, title, confidence, problems, words FROM summary ORDER BY session_id').all(),
})

let contents = 0
function addSession({ db }: Project) {
  const [source, session] = [newId(), newId()]
  const sha256 = String(++contents).padStart(64, '0')
  db.prepare("INSERT INTO content (sha256, bytes, media_type, text, notes) VALUES (?, x'00', 'text/plain', 'words', '[]')").run(sha256)
  db.prepare("INSERT INTO source VALUES (?, ?, 'page.txt', NULL, 'now')").run(source, sha256)
  db.prepare("INSERT INTO session (id, source_id, status, page, parser_version, leftover) VALUES (?, ?, 'new', 'session', '1', '[]')").run(
    session,
    source,
  )
  for (const value of ['tides', 'rain']) addTopic({ db }, session, value)
  return session
}
function addTopic({ db }: Pick<Project, 'db'>, session: string, value: string): string {
  const id = newId()
  db.prepare(`INSERT INTO field (id, session_id, key, position, value, spans, state, confidence, reason)
    VALUES (?, ?, 'topics', 0, ?, '[]', 'parsed', 1, '')`).run(id, session, value)
  return id
}
function sayTwins({ db }: Project, one: string, other: string): void {
  const insert = db.prepare(
    "INSERT INTO problem (id, session_id, code, message, spans, other_session_id) VALUES (?, ?, 'same', '', '[]', ?)",
  )
  insert.run(newId(), one, other)
  insert.run(newId(), other, one)
}
function addTheme({ db }: Project, name: string, parent: string | null = null) {
  const id = newId()
  db.prepare("INSERT INTO theme (id, parent_id, name, color, position) VALUES (?, ?, ?, 'red', 0)").run(id, parent, name)
  return id
}
const tag = ({ db }: Project, theme: string, session: string) =>
  db.prepare('INSERT INTO tagging (id, theme_id, session_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(newId(), theme, session)

test('a write outside an action is refused', () => {
  const p = project()
  expect(() => addTheme(p, 'Access')).toThrow('a change outside an action')
})

test('an action that throws leaves no trace', () => {
  const p = project()
  const act = () =>
    p.history.act('Add a theme', () => {
      addTheme(p, 'Access')
      throw new Error('no')
    })
  expect(act).toThrow('no')
  expect(p.history.list(null, 10)).toEqual([])
  expect(() => addTheme(p, 'Access')).toThrow('a change outside an action')
})

test('undo takes cascades back and redo brings them again, ids and all', () => {
  const p = project()
  const session = p.history.act('Import', () => addSession(p))
  const theme = p.history.act('Add a theme', () => addTheme(p, 'Access'))
  p.history.act('Tag', () => tag(p, theme, session))
  const before = snapshot(p)
  p.history.act('Delete the theme', () => p.db.prepare('DELETE FROM theme WHERE id = ?').run(theme))
  expect(p.db.prepare('SELECT count(*) FROM tagging').pluck().get()).toBe(0)
  const after = snapshot(p)
  expect(p.history.undo()).toBe('Delete the theme')
  expect(snapshot(p)).toEqual(before)
  expect(p.history.redo()).toBe('Delete the theme')
  expect(snapshot(p)).toEqual(after)
})

test('undoing and then editing loses nothing: the undone edit can still be brought back', () => {
  const p = project()
  p.history.act('Add one', () => addTheme(p, 'One'))
  p.history.undo()
  p.history.act('Add two', () => addTheme(p, 'Two'))
  expect(p.history.redo()).toBe(null)
  const one = p.history.list(null, 10).find(line => line.label === 'Add one' && line.kind === 'edit')!
  expect(one.isUndone).toBe(true)
  const names = () => p.db.prepare('SELECT name FROM theme ORDER BY name').pluck().all()
  // What offered to undo it may be pressed still.
  p.history.undoAction(one.id)
  expect(names()).toEqual(['Two'])
  for (const _ of [1, 2]) p.history.redoAction(one.id)
  expect(names()).toEqual(['One', 'Two'])
})

test('an older action that later ones built on is not undone, and they are named', () => {
  const p = project()
  const session = p.history.act('Import', () => addSession(p))
  const theme = p.history.act('Add a theme', () => addTheme(p, 'Access'))
  p.history.act('Tag the session', () => tag(p, theme, session))
  const before = snapshot(p)
  const add = p.history.list(null, 10).find(line => line.label === 'Add a theme')!
  expect(() => p.history.undoAction(add.id)).toThrow('“Tag the session”')
  expect(snapshot(p)).toEqual(before)
  expect(p.history.state().undo?.label).toBe('Tag the session')
})

test('an action that goes on over several transactions is undone as one', () => {
  const p = project()
  const id = p.history.start('Import 2 files')
  p.history.extend(id, () => addSession(p))
  p.history.extend(id, () => addSession(p))
  p.history.undo()
  expect(p.db.prepare('SELECT count(*) FROM session').pluck().get()).toBe(0)
  p.history.redo()
  expect(p.db.prepare('SELECT count(*) FROM session').pluck().get()).toBe(2)
})

test('what an action touched is announced', () => {
  const db = new Database(':memory:')
  migrate(db)
  const heard: Noun[][] = []
  const history = journal(db, { author: 'A. Rapporteur', onAction: touched => heard.push([...touched]) })
  history.act('Add a theme', () => addTheme({ db, history }, 'Access'))
  history.undo()
  expect(heard).toEqual([['theme'], ['theme']])
})

const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('session', 'twin', 'theme', 'undo', 'redo'), a: fc.nat(99), b: fc.nat(99) }),
  fc.record({
    kind: fc.constantFrom('tag', 'rename', 'move', 'deleteTheme', 'deleteSource', 'addTopic', 'setTopic', 'deleteTopic'),
    a: fc.nat(99),
    b: fc.nat(99),
  }),
)

function apply(p: Project, { kind, a, b }: { kind: string; a: number; b: number }): void {
  const pick = (noun: string, n: number) => {
    const ids = p.db.prepare<[], string>(`SELECT id FROM ${noun} ORDER BY id`).pluck().all()
    return ids[n % Math.max(1, ids.length)]
  }
  const [theme, other, session, source] = [pick('theme', a), pick('theme', b), pick('session', b), pick('source', a)]
  const topic = pick('field', a)
  const act = (change: () => unknown) => void p.history.act(kind, change)
  if (kind === 'session') act(() => addSession(p))
  if (kind === 'twin' && session) act(() => sayTwins(p, addSession(p), session))
  if (kind === 'addTopic' && session) act(() => addTopic(p, session, String(a)))
  if (kind === 'setTopic' && topic) act(() => p.db.prepare('UPDATE field SET value = ? WHERE id = ?').run(String(b), topic))
  if (kind === 'deleteTopic' && topic) act(() => p.db.prepare('DELETE FROM field WHERE id = ?').run(topic))
  if (kind === 'theme') act(() => addTheme(p, `Theme ${a}`, b % 2 ? (other ?? null) : null))
  if (kind === 'tag' && theme && session) act(() => tag(p, theme, session))
  if (kind === 'rename' && theme) act(() => p.db.prepare('UPDATE theme SET name = ? WHERE id = ?').run(`Name “${b}” 🎓`, theme))
  if (kind === 'move' && theme && other && theme !== other && a > b)
    act(() => p.db.prepare('UPDATE theme SET position = ? WHERE id = ?').run(b, theme))
  if (kind === 'deleteTheme' && theme) act(() => p.db.prepare('DELETE FROM theme WHERE id = ?').run(theme))
  if (kind === 'deleteSource' && source) act(() => p.db.prepare('DELETE FROM source WHERE id = ?').run(source))
  if (kind === 'undo') p.history.undo()
  if (kind === 'redo') p.history.redo()
}

test('any sequence of edits, undo and redo returns exactly', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const p = project()
      const states = [snapshot(p)]
      for (const one of steps) {
        const live = p.history.list(null, 1)[0]?.id
        apply(p, one)
        if (p.history.list(null, 1)[0]?.id !== live) states.push(snapshot(p))
      }
      const end = snapshot(p)
      let undone = 0
      while (p.history.undo() !== null) undone++
      expect(snapshot(p)).toEqual(states[0])
      for (let i = 0; i < undone; i++) p.history.redo()
      expect(snapshot(p)).toEqual(end)
    }),
    { numRuns: 200 },
  )
})

test('what was made with a session comes and goes with it, edited or not', () => {
  const p = project()
  const session = p.history.act('Import', () => addSession(p))
  const made = snapshot(p)
  p.history.act('Change a topic', () => p.db.prepare("UPDATE field SET value = 'snow' WHERE value = 'rain'").run())
  p.history.act('Add a topic', () => addTopic(p, session, 'hail'))
  const edited = snapshot(p)
  const imported = p.history.list(null, 10).at(-1)!.id
  expect(() => p.history.undoAction(imported)).toThrow('“Change a topic”')
  for (const _ of [1, 2]) p.history.undo()
  expect(snapshot(p)).toEqual(made)
  p.history.undo()
  expect(p.db.prepare('SELECT count(*) FROM field').pluck().get()).toBe(0)
  for (const _ of [1, 2, 3]) p.history.redo()
  expect(snapshot(p)).toEqual(edited)
})

test('undo of any action alone is refused where a later edit changed what was made with its session', () => {
  const p = project()
  const first = p.history.act('Import', () => addSession(p))
  p.history.act('Import more', () => sayTwins(p, addSession(p), first))
  const [, imported] = p.history.list(null, 10)
  expect(() => p.history.undoAction(imported!.id)).toThrow('“Import more”')
})

test('undo still works after the project is opened again', () => {
  const p = project()
  p.history.act('Add one', () => addTheme(p, 'One'))
  const again = { db: p.db, history: journal(p.db, { author: 'B. Rapporteur' }) }
  expect(again.history.undo()).toBe('Add one')
  expect(again.history.redo()).toBe('Add one')
  expect(p.db.prepare('SELECT name FROM theme').pluck().all()).toEqual(['One'])
})

test('undoing what took a row out is refused while what it hung on is gone', () => {
  const p = project()
  const remove = (noun: Noun, id: string) => p.db.prepare(`DELETE FROM ${noun} WHERE id = ?`).run(id)
  const session = p.history.act('Import', () => addSession(p))
  const theme = p.history.act('Add a theme', () => addTheme(p, 'Access'))
  const topic = p.history.act('Add a topic', () => addTopic(p, session, 'lamps'))
  const below = p.history.act('Add a theme below', () => addTheme(p, 'Rural', theme))
  p.history.act('Tag', () => tag(p, theme, session))
  const whole = snapshot(p)
  p.history.act('Remove the topic', () => remove('field', topic))
  p.history.act('Remove the theme below', () => remove('theme', below))
  p.history.act('Untag', () => p.db.prepare('DELETE FROM tagging').run())
  p.history.act('Take out the theme', () => remove('theme', theme))
  p.history.act('Take out the session', () => remove('session', session))
  const before = snapshot(p)
  const undo = (label: string) => p.history.undoAction(p.history.list(null, 20).find(action => action.label === label)!.id)
  expect(() => undo('Remove the topic')).toThrow('“Take out the session” came later')
  expect(() => undo('Remove the theme below')).toThrow('“Take out the theme” came later')
  expect(() => undo('Untag')).toThrow('“Take out the theme”, “Take out the session” came later')
  expect(snapshot(p)).toEqual(before)
  for (const label of ['Take out the session', 'Take out the theme', 'Remove the topic', 'Remove the theme below', 'Untag']) undo(label)
  expect(snapshot(p)).toEqual(whole)
})

test('an undone edit is not brought back before those that it was built on', () => {
  const p = project()
  const session = p.history.act('Import', () => addSession(p))
  const theme = p.history.act('Add a theme', () => addTheme(p, 'Access'))
  p.history.act('Tag', () => tag(p, theme, session))
  p.history.act('Rename', () => p.db.prepare("UPDATE theme SET name = 'Reach'").run())
  p.history.act('Remove a topic', () => p.db.prepare("DELETE FROM field WHERE value = 'rain'").run())
  const whole = snapshot(p)
  while (p.history.undo()) continue
  const empty = snapshot(p)
  const redo = (label: string) => p.history.redoAction(p.history.list(null, 20).findLast(action => action.label === label)!.id)
  expect(() => redo('Remove a topic')).toThrow('builds on “Import”, which is undone')
  expect(() => redo('Rename')).toThrow('builds on “Add a theme”, which is undone')
  redo('Add a theme')
  expect(() => redo('Tag')).toThrow('builds on “Import”, which is undone')
  p.history.undo()
  expect(snapshot(p)).toEqual(empty)
  for (const label of ['Import', 'Remove a topic', 'Add a theme', 'Rename', 'Tag']) redo(label)
  expect(snapshot(p)).toEqual(whole)
})
