import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkProject } from './check.ts'
import { foggy, fogRule, keys, storeOf } from './testing/foggy-pages.ts'
import { page, temporaryFolder, temporaryStore, type TemporaryStore } from './testing/project.ts'

/** Waits until some of the sessions have been read again. */
async function halfway(s: TemporaryStore, least = 1): Promise<void> {
  for (;;) {
    const { isRunning, done } = await s.ask('reading.state', null)
    if (!isRunning) throw new Error('The reading is over already.')
    if (done >= least) return
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}
const sound = ({ db }: TemporaryStore) => expect(checkProject({ db, isReadOnly: false })).toEqual([])

test('a reading that is cancelled has changed nothing', async () => {
  const s = await foggy(30)
  const before = await s.records()
  const result = s.ask('reading.apply', { what: 'add', rule: fogRule })
  await s.ask('reading.cancel', 'apply')
  expect(await result).toMatchObject({ wasCancelled: true, sessions: 0 })
  expect(await s.records()).toEqual(before)
  expect(await s.ask('rule.list', null)).toEqual([])
})

test('many pages are read in threads, in steps, and other requests are answered meanwhile', async () => {
  const s = await foggy(120)
  const states: number[] = []
  const preview = s.ask('reading.preview', { what: 'add', rule: fogRule })
  while ((await s.ask('reading.state', null)).preview) {
    states.push((await s.ask('reading.state', null)).preview?.done ?? 120)
    await s.sessions()
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  expect(await preview).toMatchObject({ read: 120, changed: 120, values: 240 })
  expect(new Set(states).size).toBeGreaterThan(3)
  const result = s.ask('reading.apply', { what: 'add', rule: fogRule })
  await halfway(s)
  expect((await s.ask('reading.state', null)).done).toBeLessThan(120)
  await expect(s.ask('import.start', ['/nowhere'])).rejects.toMatchObject({ code: 'reading-running' })
  expect(await result).toMatchObject({ sessions: 120, leftOut: 0 })
  for (const record of await s.records()) expect(keys(record)).toContain('interaction')
})

test('a session that is edited while pages are read again is left as it is, and either is undone alone', async () => {
  const s = await foggy(120)
  const before = await s.records()
  const last = before.at(-1)!
  const result = s.ask('reading.apply', { what: 'add', rule: fogRule })
  await halfway(s)
  const description = last.sections.find(one => one.key === 'description')!
  await s.ask('section.set', { id: description.id, key: 'summary' })
  expect(await result).toMatchObject({ sessions: 119, leftOut: 1 })
  expect(keys((await s.records()).at(-1)!)).not.toContain('interaction')
  const apply = (await s.ask('history.list', { sessionId: null, limit: 9 })).find(({ label }) => label.startsWith('Apply'))!
  await s.ask('history.undoAction', apply.id)
  expect((await s.records()).slice(0, -1)).toEqual(before.slice(0, -1))
  await s.ask('history.undo', null)
  expect(await s.records()).toEqual(before)
  sound(s)
})

test('a cancelled reading cannot be redone, and stays as far as it came where later edits build on it', async () => {
  const s = await foggy(120)
  const before = await s.records()
  const cancelled = s.ask('reading.apply', { what: 'add', rule: fogRule })
  await halfway(s)
  await s.ask('reading.cancel', 'apply')
  expect(await cancelled).toMatchObject({ wasCancelled: true, sessions: 0 })
  expect(await s.ask('history.redo', null)).toBeNull()
  expect((await s.ask('history.list', { sessionId: null, limit: 9 })).map(({ label }) => label)).toEqual(['Import 120 pages'])
  expect(await s.records()).toEqual(before)

  const second = s.ask('reading.apply', { what: 'add', rule: fogRule })
  await halfway(s, 20)
  const { sections } = await s.ask('session.get', before[0]!.id)
  await s.ask('value.accept', { sessionId: before[0]!.id, ids: [sections.find(one => one.key === 'interaction')!.id] })
  await s.ask('reading.cancel', 'apply')
  const { sessions, wasCancelled } = await second
  expect(wasCancelled).toBe(true)
  expect(sessions).toBeGreaterThan(0)
  expect(sessions).toBeLessThan(120)
  expect((await s.ask('history.list', { sessionId: null, limit: 9 })).at(-2)!.label).toBe(
    'Apply the rule “Why This Matters Now is Interaction”: not all of it',
  )
  sound(s)
})

test('a reading that ended with its process has changed nothing when the project is opened again', async () => {
  const s = await foggy(120)
  const before = await s.records()
  const path = join(temporaryFolder(), 'Killed.rapporteur')
  const result = s.ask('reading.apply', { what: 'add', rule: fogRule })
  await halfway(s, 20)
  // What a process leaves that is ended without a word.
  for (const end of ['', '-wal']) if (existsSync(s.path + end)) copyFileSync(s.path + end, path + end)
  await result
  const again = temporaryStore(path, false)
  expect(await Promise.all(before.map(({ id }) => again.ask('session.get', id)))).toEqual(before)
  expect(await again.ask('rule.list', null)).toEqual([])
  expect(await again.ask('history.state', null)).toMatchObject({ undo: { label: 'Import 120 pages' }, redo: null })
  sound(again)
})

test('a note on a value that a rule makes anew goes to what is read of its words now, or stays on them; undo gives it back', async () => {
  const s = await storeOf([1, 2].map(number => page(number).replace('    Format\n', '    Strand: Harbour law\n\n    Format\n')))
  const label = { name: 'Strand', kind: 'heading', pattern: 'Strand' } as const
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: { ...label, target: 'topics' } })
  const [first] = await s.records()
  const topic = first!.fields.find(one => one.key === 'topics')!
  await s.ask('note.add', { sessionId: first!.id, target: 'value', rowId: topic.id, span: null, text: 'Which harbours?' })
  const [noted] = await s.records()
  await s.ask('reading.apply', { what: 'set', id: ruleId!, rule: { ...label, target: 'subtheme' } })
  const [changed] = await s.records()
  const subtheme = changed!.fields.find(one => one.key === 'subtheme')!
  expect(changed!.notes).toMatchObject([{ target: 'value', rowId: subtheme.id, text: 'Which harbours?' }])
  await s.ask('reading.apply', { what: 'remove', id: ruleId! })
  const [removed] = await s.records()
  expect(removed!.notes).toMatchObject([{ target: 'span', rowId: null, span: topic.spans[0] }])
  sound(s)
  await s.ask('history.undo', null)
  expect((await s.records())[0]).toEqual(changed)
  await s.ask('history.undo', null)
  expect((await s.records())[0]).toEqual(noted)
})

test('a text that changes while pages are looked at, or read again, is not mixed with what was read of the one before', async () => {
  const s = await foggy(120)
  const drafts = await s.records()
  const { text } = await s.ask('session.source', drafts.at(-1)!.id)
  await s.importPages({ 'final.txt': text.replace('Ballroom A', 'The cellar') })
  const adopt = async () => {
    const [draft, final] = (await s.sessions()).slice(-2)
    await s.ask('version.adopt', { intoId: draft!.id, fromId: final!.id })
  }
  const preview = s.ask('reading.preview', { what: 'add', rule: fogRule })
  while (((await s.ask('reading.state', null)).preview?.done ?? 120) < 16) await new Promise(resolve => setTimeout(resolve, 2))
  await adopt()
  // The final text stood for itself until it was made the new version.
  expect((await preview).changed).toBe(120)
  await s.ask('history.undo', null)
  const result = s.ask('reading.apply', { what: 'add', rule: fogRule })
  await halfway(s)
  await adopt()
  expect(await result).toMatchObject({ sessions: 119, leftOut: 1 })
  const joined = (await s.records()).at(-1)!
  expect(joined.fields.find(({ key }) => key === 'room')!.value).toBe('The cellar')
  expect(keys(joined)).not.toContain('interaction')
  sound(s)
})

test('a preview tells the first changes of a session and says how many there are besides', async () => {
  const aside = 'Harbour bulletin\n\n'
  const s = await storeOf([`${page(1)}\n${aside.repeat(30)}`])
  const rule = { name: 'Bulletin', kind: 'boilerplate', pattern: 'Harbour bulletin', target: null } as const
  const { values, sessions } = await s.ask('reading.preview', { what: 'add', rule })
  const [{ changes, further }] = sessions as [(typeof sessions)[number]]
  expect(changes).toHaveLength(20)
  expect(further).toBe(values - 20)
  expect(further).toBeGreaterThan(9)
})
