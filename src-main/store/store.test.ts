import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { FieldKey } from '../../src-preload/record.ts'
import { listBackups } from '../backups.ts'
import { page, storeWithPage, temporaryFolder, temporaryStore, type TemporaryStore } from './testing/project.ts'

const at = (text: string, words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]

test('an import gives a line a file, keeps the bytes, and is undone and redone as one', async () => {
  const s = temporaryStore()
  const state = await s.importPages({ 'a.txt': page(1), 'b.txt': page(2), 'same-as-a.txt': page(1), 'empty.txt': '', 'picture.png': 'x' })
  expect(state.counts).toEqual({ imported: 2, duplicate: 1, failed: 1 })
  expect(state.leftOut).toBe(1)
  const duplicate = state.lines.find(line => line.status === 'duplicate')!
  expect((await s.ask('session.source', duplicate.sessionId!)).name).toBe('a.txt')
  expect(s.db.prepare('SELECT bytes FROM content ORDER BY id').pluck().all().map(String)).toEqual([page(1), page(2)])
  expect(await s.ask('history.undo', null)).toBe('Import 2 pages')
  expect(await s.sessions()).toEqual([])
  await s.ask('history.redo', null)
  expect((await s.sessions()).map(line => line.code)).toEqual(['2021 WS #1', '2021 WS #2'])
})

test('after an undone import the same bytes can be imported again', async () => {
  const s = await storeWithPage()
  await s.ask('history.undo', null)
  const state = await s.importPages({ 'page.txt': page(51) })
  expect(state.counts.imported).toBe(1)
})

test('another text of a session already there is imported, and both say so', async () => {
  const s = await storeWithPage()
  const state = await s.importPages({ 'second.txt': page(51).replace('Ballroom A', 'Ballroom B') })
  expect(state.lines[0]!.message).toContain('page.txt')
  const [first, second] = await s.sessions()
  const problemsOf = async (id: string) => (await s.ask('session.get', id)).problems.filter(problem => problem.code === 'same-session')
  expect((await problemsOf(first!.id)).map(problem => problem.otherSessionId)).toEqual([second!.id])
  expect((await problemsOf(second!.id)).map(problem => problem.otherSessionId)).toEqual([first!.id])
})

test('texts of one session that come together say so as those that come one after the other do', async () => {
  const s = await storeWithPage()
  const others = ['B', 'C', 'D'].map(room => [`${room}.txt`, page(51).replace('Ballroom A', `Ballroom ${room}`)] as const)
  await s.importPages(Object.fromEntries(others))
  const ids = (await s.sessions()).map(line => line.id)
  expect(ids).toHaveLength(4)
  for (const id of ids) {
    const { problems } = await s.ask('session.get', id)
    const said = problems.filter(({ code }) => code === 'same-session').map(({ otherSessionId }) => otherSessionId)
    expect(said).toHaveLength(3)
    expect(new Set(said)).toEqual(new Set(ids.filter(other => other !== id)))
  }
})

test('of many texts of one session, each new one is compared with the twelve newest', async () => {
  const s = temporaryStore()
  const texts = Array.from({ length: 60 }, (_, i) => [`${100 + i}.txt`, page(51).replace('Ballroom A', `Ballroom ${i}`)] as const)
  await s.importPages(Object.fromEntries(texts))
  const count = s.db.prepare<[], number>("SELECT count(*) FROM problem WHERE code = 'same-session'").pluck().get()
  expect(count).toBe(2 * (66 + 48 * 12))
})

test('while it runs and at its end, an import tells failures and duplicates before the rest', async () => {
  const s = temporaryStore()
  const pages = Object.fromEntries(Array.from({ length: 520 }, (_, i) => [`${i}.txt`, i === 3 ? '' : page(i === 7 ? 0 : i)]))
  const { counts, lines } = await s.importPages(pages)
  expect(counts).toEqual({ imported: 518, duplicate: 1, failed: 1 })
  expect(lines).toHaveLength(500)
  expect(
    lines
      .slice(0, 3)
      .map(({ status }) => status)
      .toSorted(),
  ).toEqual(['duplicate', 'failed', 'imported'])
})

test('a cancelled import keeps what it had and can be undone', async () => {
  const s = temporaryStore()
  const folder = temporaryFolder()
  for (let i = 0; i < 400; i++) writeFileSync(join(folder, `${i}.txt`), page(i))
  await s.ask('import.start', [folder])
  while ((await s.ask('import.state', null)).counts.imported === 0) await new Promise(resolve => setTimeout(resolve, 1))
  await s.ask('import.cancel', null)
  let state = await s.ask('import.state', null)
  while (state.isRunning) {
    await new Promise(resolve => setTimeout(resolve, 1))
    state = await s.ask('import.state', null)
  }
  expect(state.wasCancelled).toBe(true)
  const count = (await s.sessions()).length
  expect(count).toBeGreaterThan(0)
  expect(count).toBe(state.counts.imported)
  await s.ask('history.undo', null)
  expect(await s.sessions()).toEqual([])
})

test('a corrected value keeps its words, says so, and can be restored to what was read', async () => {
  const s = await storeWithPage()
  const room = () => s.record().then(record => record.fields.find(field => field.key === 'room')!)
  const read = await room()
  const words = at(page(51), 'Lantern Society')
  await s.ask('field.set', { sessionId: s.id, key: 'room', id: null, value: 'Lantern Society', spans: [words] })
  expect(await room()).toMatchObject({ value: 'Lantern Society', state: 'corrected', confidence: 1, spans: [words], isRestorable: true })
  await s.ask('value.restore', read.id)
  expect(await room()).toEqual(read)
})

test('a cleared value leaves its words as leftover', async () => {
  const s = await storeWithPage()
  const room = (await s.record()).fields.find(field => field.key === 'room')!
  await s.ask('field.clear', room.id)
  const record = await s.record()
  expect(record.leftover.map(span => page(51).slice(...span))).toContain('Ballroom A')
  expect(record.fields.find(field => field.key === 'room')).toMatchObject({ value: null, state: 'cleared' })
})

const bad: [FieldKey, string][] = [
  ['year', 'MMXXI'],
  ['sessionNumber', '-3'],
  ['startsAt', '10 December'],
  ['startsAt', '2021-02-30T10:00Z'],
  ['sdgs', '18'],
  ['sdgs', '16.11'],
  ['sdgs', '4.d'],
  ['durationMinutes', '0'],
  ['sessionType', 'party'],
  ['title', '   '],
]
test.each(bad)('%s cannot be %j', async (key, value) => {
  const s = await storeWithPage()
  await expect(s.ask('field.set', { sessionId: s.id, key, id: null, value, spans: [] })).rejects.toMatchObject({ code: 'bad-value' })
})

test('a span outside the page or within a character is refused', async () => {
  const s = await storeWithPage()
  const fog = page(51).indexOf('🌫')
  const set = (start: number, end: number) =>
    s.ask('field.set', { sessionId: s.id, key: 'room', id: null, value: 'x', spans: [[start, end]] })
  await expect(set(0, 1_000_000)).rejects.toMatchObject({ code: 'bad-span' })
  await expect(set(fog + 1, fog + 3)).rejects.toMatchObject({ code: 'bad-span' })
  await expect(set(5, 5)).rejects.toMatchObject({ code: 'bad-input' })
})

test('people are added, changed, moved and removed, each undone exactly', async () => {
  const s = await storeWithPage()
  const people = async () => (await s.record()).people
  const before = await people()
  const person = { role: 'moderator', name: '  Ina   Vale ', affiliation: '', stakeholderGroup: null, regionalGroup: null } as const
  const id = await s.ask('person.add', { sessionId: s.id, person, spans: [] })
  expect((await people()).at(-1)).toMatchObject({ name: 'Ina Vale', affiliation: null, state: 'corrected' })
  await s.ask('person.move', { id, beforeId: before[0]!.id })
  expect((await people())[0]!.id).toBe(id)
  await s.ask('person.set', { id: before[1]!.id, person: { role: 'rapporteur' } })
  await s.ask('person.remove', before[2]!.id)
  expect((await people()).find(one => one.id === before[2]!.id)!.state).toBe('cleared')
  for (let i = 0; i < 4; i++) await s.ask('history.undo', null)
  expect(await people()).toEqual(before)
})

test('a moved boundary pushes its neighbour back, and may not cover it', async () => {
  const s = await storeWithPage()
  const text = page(51)
  const section = async (key: string) => (await s.record()).sections.find(one => one.key === key)!
  const description = await section('description')
  const [outcomesStart, outcomesEnd] = (await section('expectedOutcomes')).spans[0]!
  const cut = text.lastIndexOf('harbours')
  await s.ask('section.set', { id: description.id, span: [description.spans[0]![0], cut] })
  expect((await section('expectedOutcomes')).spans).toEqual([[cut, outcomesEnd]])
  expect(outcomesStart).toBeLessThan(cut)
  await expect(s.ask('section.set', { id: description.id, span: [description.spans[0]![0], outcomesEnd] })).rejects.toMatchObject({
    code: 'section-covered',
  })
  await s.ask('history.undo', null)
  expect((await section('expectedOutcomes')).spans).toEqual([[outcomesStart, outcomesEnd]])
})

test('edited section text can go back to the source', async () => {
  const s = await storeWithPage()
  const section = async () => (await s.record()).sections.find(one => one.key === 'description')!
  const read = await section()
  await s.ask('section.set', { id: read.id, text: 'Shorter.' })
  expect(await section()).toMatchObject({ text: 'Shorter.', state: 'corrected' })
  await s.ask('value.restore', read.id)
  expect(await section()).toEqual(read)
})

test('accepting all leaves nothing to check, and undo brings the doubt back', async () => {
  const s = await storeWithPage()
  await s.ask('value.accept', { sessionId: s.id, ids: null })
  const states = async () =>
    new Set([...(await s.record()).fields, ...(await s.record()).people, ...(await s.record()).sections].map(row => row.state))
  expect(await states()).toEqual(new Set(['accepted']))
  expect((await s.sessions())[0]!.confidence).toBe(1)
  await s.ask('history.undo', null)
  expect(await states()).toEqual(new Set(['parsed']))
})

test('deleting a theme says what goes with it, and undo brings all back', async () => {
  const s = await storeWithPage()
  const parent = await s.ask('theme.add', { parentId: null, name: 'Access' })
  const child = await s.ask('theme.add', { parentId: parent, name: 'Harbours' })
  await s.ask('tagging.add', { themeId: parent, sessionIds: [s.id], span: null })
  await s.ask('tagging.add', { themeId: child, sessionIds: [s.id], span: at(page(51), 'fog 🌫️') })
  expect(await s.ask('theme.impact', parent)).toEqual({ themes: 2, taggings: 2, sessions: 1 })
  const before = [await s.ask('theme.list', null), await s.record()]
  await s.ask('theme.remove', parent)
  expect(await s.ask('theme.list', null)).toEqual([])
  expect((await s.record()).taggings).toEqual([])
  await s.ask('history.undo', null)
  expect([await s.ask('theme.list', null), await s.record()]).toEqual(before)
})

test('a theme cannot go below itself, nor beside its namesake', async () => {
  const s = temporaryStore()
  const parent = await s.ask('theme.add', { parentId: null, name: 'Access' })
  const child = await s.ask('theme.add', { parentId: parent, name: 'Harbours' })
  await expect(s.ask('theme.move', { id: parent, parentId: child, beforeId: null })).rejects.toMatchObject({ code: 'theme-in-itself' })
  await expect(s.ask('theme.add', { parentId: null, name: 'ACCESS' })).rejects.toMatchObject({ code: 'theme-exists' })
})

test('every ready codebook can be added once', async () => {
  const s = temporaryStore()
  for (const { id, themes } of await s.ask('codebook.list', null)) {
    const before = (await s.ask('theme.list', null)).length
    await s.ask('codebook.add', id)
    expect((await s.ask('theme.list', null)).length - before).toBe(themes + 1)
    await expect(s.ask('codebook.add', id)).rejects.toMatchObject({ code: 'codebook-added' })
  }
  expect(s.db.prepare("SELECT count(*) FROM theme WHERE name GLOB '[0-9]*.[0-9a-z]*' AND name NOT LIKE '% %'").pluck().get()).toBe(169)
})

test('the library is filtered by words of the page, of values, of notes and by theme', async () => {
  const s = temporaryStore()
  await s.importPages({ 'a.txt': page(1), 'b.txt': page(2, 'Ferries at night') })
  const [first, second] = await s.sessions()
  const found = async (filter: Parameters<typeof s.sessions>[0]) => (await s.sessions(filter)).map(line => line.id)
  const both = [first!.id, second!.id]
  expect(await found({ text: 'engineers' })).toEqual(both)
  expect(await found({ text: 'ferr' })).toEqual([second!.id])
  expect(await found({ text: 'ødegard' })).toEqual(both)
  expect(await found({ text: '"lamp goes out"' })).toEqual(both)
  expect(await found({ text: 'AND NOT ( " *' })).toEqual([])
  await s.ask('note.add', { sessionId: first!.id, target: 'session', rowId: null, span: null, text: 'Ask the archivist' })
  expect(await found({ text: 'archivist' })).toEqual([first!.id])
  const theme = await s.ask('theme.add', { parentId: null, name: 'Seafaring' })
  await s.ask('tagging.add', { themeId: theme, sessionIds: [second!.id], span: null })
  expect(await found({ themeIds: [theme] })).toEqual([second!.id])
  expect(await found({ text: 'seafar' })).toEqual([second!.id])
  await s.ask('session.setStatus', { sessionIds: [second!.id], status: 'reviewed' })
  expect(await found({ statuses: ['reviewed'] })).toEqual([second!.id])
  expect(await found({ years: [2020] })).toEqual([])
})

test('the history names the session of what changed just one', async () => {
  const s = temporaryStore()
  await s.importPages({ 'a.txt': page(1, 'Ferries at night'), 'b.txt': page(2) })
  const [first, second] = await s.sessions({ sort: 'imported' })
  await s.ask('value.accept', { sessionId: first!.id, ids: null })
  await s.ask('session.setStatus', { sessionIds: [first!.id, second!.id], status: 'reviewed' })
  await s.ask('theme.add', { parentId: null, name: 'Seafaring' })
  const titles = (await s.ask('history.list', { sessionId: null, limit: 9 })).map(({ sessionTitle }) => sessionTitle)
  expect(titles).toEqual([null, null, 'Ferries at night', null])
})

test('the history names a value that was accepted alone', async () => {
  const s = await storeWithPage()
  const [line] = await s.sessions()
  const { fields, people, sections } = await s.ask('session.get', line!.id)
  const ids = [fields.find(({ key }) => key === 'sessionType')!.id, people[0]!.id, sections[0]!.id]
  for (const id of ids) await s.ask('value.accept', { sessionId: line!.id, ids: [id] })
  await s.ask('value.accept', { sessionId: line!.id, ids: null })
  const labels = (await s.ask('history.list', { sessionId: null, limit: 4 })).map(({ label }) => label)
  expect(labels).toEqual([
    expect.stringMatching(/^Accept \d+ values$/),
    `Accept section ${sections[0]!.key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)}`,
    `Accept ${people[0]!.name}`,
    'Accept session type',
  ])
})

test('the history says what was changed in short words, and as the window calls it', async () => {
  const s = await storeWithPage()
  const { people } = await s.record()
  const name = 'de los Santos '.repeat(20).trim()
  await s.ask('field.set', { sessionId: s.id, key: 'durationMinutes', id: null, value: '60', spans: [] })
  await s.ask('person.set', { id: people[0]!.id, person: { name } })
  await s.ask('person.remove', people[0]!.id)
  const labels = (await s.ask('history.list', { sessionId: null, limit: 3 })).map(({ label }) => label)
  const short = `${name.slice(0, 39)}…`
  expect(labels).toEqual([`Remove ${short}`, `Change ${short}`, 'Set duration to “60”'])
})

test('words are found inside others where they are written without spaces or joined', async () => {
  const s = temporaryStore()
  await s.importPages({
    'a.txt': page(1, '互联网治理与人工智能'),
    'b.txt': page(2, 'مستقبل الحوكمة الرقمية'),
    'c.txt': page(3, 'Governance of lamps'),
  })
  const found = async (text: string) => (await s.sessions({ text })).map(line => [line.title, line.snippet])
  expect(await found('人工智能')).toEqual([['互联网治理与人工智能', expect.stringContaining('治理与\u0002人工智能\u0003')]])
  expect(await found('حوكمة')).toEqual([['مستقبل الحوكمة الرقمية', expect.stringContaining('ال\u0002حوكمة\u0003')]])
  expect(await found('overnance')).toEqual([])
})

test('a match is shown in its words', async () => {
  const s = await storeWithPage()
  const [line] = await s.sessions({ text: 'keepers' })
  expect(line!.snippet).toContain('\u0002Keepers\u0003')
})

test('a write names the requests to ask again', async () => {
  const s = await storeWithPage()
  s.heard.length = 0
  await s.ask('session.setStatus', { sessionIds: [s.id], status: 'reviewed' })
  expect(s.heard.flat()).toEqual(expect.arrayContaining(['session.get', 'session.list', 'session.facets', 'history.state']))
})

test('closing backs up what is new, keeps the newest ten, and a backup is a sound project', async () => {
  const s = await storeWithPage()
  for (let i = 0; i < 12; i++) writeFileSync(await oldBackup(s.path, i), 'old')
  await s.store.close()
  const backups = await listBackups(s.path)
  expect(backups).toHaveLength(10)
  const again = temporaryStore(join(dirname(s.path), 'Test backups', backups[0]!.name), false)
  expect((await again.sessions()).map(line => line.code)).toEqual(['2021 WS #51'])
  await again.store.close()
})

async function oldBackup(path: string, i: number): Promise<string> {
  const { backupFolder } = await import('../backups.ts')
  const { mkdirSync } = await import('node:fs')
  mkdirSync(backupFolder(path), { recursive: true })
  return join(backupFolder(path), `Test 2020-01-01T00-00-${String(i).padStart(2, '0')}Z.rapporteur`)
}

test('closing without changes makes no backup', async () => {
  const s = temporaryStore()
  await s.store.close()
  expect(existsSync(join(dirname(s.path), 'Test backups'))).toBe(false)
  expect(readdirSync(dirname(s.path))).toEqual(['Test.rapporteur'])
  expect(readFileSync(s.path).subarray(0, 15).toString()).toBe('SQLite format 3')
})

const wholeProject = async (s: TemporaryStore) => ({
  sessions: await Promise.all((await s.sessions()).map(async line => [line, await s.ask('session.get', line.id)])),
  themes: await s.ask('theme.list', null),
})

test('any sequence of requests is undone and redone exactly', { timeout: 60_000 }, async () => {
  const edit = fc.record({
    kind: fc.nat(8),
    n: fc.nat(30),
    words: fc.string({ minLength: 1, unit: 'grapheme' }).filter(words => words.trim() !== ''),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async edits => {
      const s = await storeWithPage()
      const theme = await s.ask('theme.add', { parentId: null, name: 'Access' })
      const before = await wholeProject(s)
      for (const { kind, n, words } of edits) await apply(s, s.id, theme, kind, n, words)
      const after = await wholeProject(s)
      let undone = 0
      while ((await s.ask('history.state', null)).undo?.label !== 'Add theme “Access”') {
        await s.ask('history.undo', null)
        undone++
      }
      expect(await wholeProject(s)).toEqual(before)
      for (let i = 0; i < undone; i++) await s.ask('history.redo', null)
      expect(await wholeProject(s)).toEqual(after)
      await s.store.close()
    }),
    { numRuns: 25 },
  )
})

async function apply(s: TemporaryStore, id: string, theme: string, kind: number, n: number, words: string): Promise<unknown> {
  const { fields, people, sections, problems } = await s.ask('session.get', id)
  const pick = <T>(list: readonly T[]): T => list[n % list.length]!
  if (kind === 0) return s.ask('field.set', { sessionId: id, key: 'title', id: null, value: words, spans: [[n, n + 5]] })
  if (kind === 1) return s.ask('field.set', { sessionId: id, key: 'topics', id: null, value: words, spans: [] })
  if (kind === 2) return s.ask('field.clear', pick(fields).id)
  if (kind === 3) return s.ask('person.set', { id: pick(people).id, person: { name: words } })
  if (kind === 4) return s.ask('person.move', { id: pick(people).id, beforeId: null })
  if (kind === 5) return s.ask('section.set', { id: pick(sections).id, text: words })
  if (kind === 6) return s.ask('tagging.add', { themeId: theme, sessionIds: [id], span: [n, n + 3] })
  if (kind === 7) return s.ask('note.add', { sessionId: id, target: 'span', rowId: null, span: [n, n + 2], text: words })
  return problems.length > 0
    ? s.ask('problem.resolve', { id: pick(problems).id, isResolved: n % 2 === 0 })
    : s.ask('value.accept', { sessionId: id, ids: null })
}
