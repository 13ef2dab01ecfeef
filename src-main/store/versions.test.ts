import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id, SessionRecord } from '../../src-preload/types.ts'
import { checkProject } from './check.ts'
import { trimmed } from './claims.ts'
import { foldSpaces } from './text-difference.ts'
import { page, temporaryStore, type TemporaryStore } from './testing/project.ts'

const draft = page(51)
const final = draft
  .replace('Ballroom A', 'The old customs house')
  .replace('Lighthouses and the law', 'Lighthouses, lamps and the law')
  .replace('Keepers and engineers speak', 'Keepers, engineers and sailors speak')
  .replace('Speaker 2: Wanda', 'Speaker 2: Ilse Berg, Private Sector, African Group\n    Speaker 3: Wanda')
const at = (text: string, words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
const check = ({ db }: TemporaryStore) => checkProject({ db, isReadOnly: false })

/** A store with a draft and its final text, as two sessions. */
async function twoTexts(older = draft, newer = final) {
  const s = temporaryStore()
  await s.importPages({ 'draft.txt': older })
  await s.importPages({ 'final.txt': newer })
  const [first, second] = await s.sessions()
  const ids = { sessionId: first!.id, otherId: second!.id }
  const record = () => s.ask('session.get', ids.sessionId)
  const adopt = () => s.ask('version.adopt', { intoId: ids.sessionId, fromId: ids.otherId })
  return { ...s, ...ids, record, adopt }
}
const everything = async (s: TemporaryStore) => {
  const lines = await s.sessions()
  const records = await Promise.all(lines.map(line => Promise.all([s.ask('session.get', line.id), s.ask('session.source', line.id)])))
  return { lines, records, themes: await s.ask('theme.list', null), notes: await s.ask('note.list', '') }
}
const field = (record: SessionRecord, key: string) => record.fields.find(each => each.key === key)
async function tagged(s: TemporaryStore, sessionId: Id, name: string, text: string, words: string): Promise<Id> {
  const themes = await s.ask('theme.list', null)
  const themeId = themes.find(theme => theme.name === name)?.id ?? (await s.ask('theme.add', { parentId: null, name }))
  const [tagging] = await s.ask('tagging.add', { themeId, sessionIds: [sessionId], span: at(text, words) })
  return tagging!.id
}

test('the text imported later is the newer one, unless they are swapped', async () => {
  const s = await twoTexts()
  const preview = await s.ask('version.preview', { sessionId: s.otherId, otherId: s.sessionId, isSwapped: false })
  expect([preview.older.sourceName, preview.newer.sourceName]).toEqual(['draft.txt', 'final.txt'])
  expect(preview.changes.map(({ older, newer }) => [draft.slice(...older), final.slice(...newer)])).toContainEqual([
    'Ballroom A',
    'The old customs house',
  ])
  const swapped = await s.ask('version.preview', { sessionId: s.sessionId, otherId: s.otherId, isSwapped: true })
  expect(swapped.older.sourceName).toBe('final.txt')
})

test('a newer text takes along what stands on the same words, and lists the rest', async () => {
  const s = await twoTexts()
  const kept = await tagged(s, s.sessionId, 'Lamps', draft, 'who answers when a lamp goes out')
  const lost = await tagged(s, s.sessionId, 'Rooms', draft, 'Ballroom A')
  const span = at(draft, 'shared register')
  const note = await s.ask('note.add', { sessionId: s.sessionId, target: 'span', rowId: null, span, text: 'Which?' })
  await s.ask('field.set', { sessionId: s.sessionId, key: 'subtheme', id: null, value: 'Fog', spans: [at(draft, 'fog')] })
  const room = field(await s.record(), 'room')!
  await s.ask('value.accept', { sessionId: s.sessionId, ids: [room.id] })
  const { things } = await s.ask('version.preview', { sessionId: s.sessionId, otherId: s.otherId, isSwapped: false })
  expect(things.map(({ kind, outcome, quote }) => [kind, outcome, quote])).toEqual([
    ['tagging', 'lost', 'Ballroom A'],
    ['tagging', 'same', 'who answers when a lamp goes out'],
    ['note', 'same', 'shared register'],
    ['field', 'lost', 'Ballroom A'],
    ['field', 'same', 'fog'],
  ])
  await s.adopt()
  const record = await s.record()
  expect((await s.sessions()).map(({ id, sourceName }) => [id, sourceName])).toEqual([[s.sessionId, 'final.txt']])
  const quote = (one: readonly [number, number] | null) => one && final.slice(...one)
  const tagging = (id: Id) => record.taggings.find(each => each.id === id)!
  expect(quote(tagging(kept).span)).toBe('who answers when a lamp goes out')
  expect(tagging(lost)).toMatchObject({ span: null, lostQuote: 'Ballroom A' })
  expect(record.notes.map(({ id, span }) => [id, quote(span)])).toEqual([[note, 'shared register']])
  expect(field(record, 'subtheme')).toMatchObject({ value: 'Fog', state: 'corrected', spans: [at(final, 'fog')] })
  expect(field(record, 'room')).toMatchObject({ id: room.id, value: 'Ballroom A', state: 'corrected', spans: [], isRestorable: true })
  expect(field(record, 'title')!.value).toBe('Lighthouses, lamps and the law')
  expect(record.people.map(({ name }) => name)).toContain('Ilse Berg')
  expect(record.problems.filter(({ code }) => code === 'not-placed').map(({ rowId, quote }) => [rowId, quote])).toEqual([
    [lost, 'Ballroom A'],
    [room.id, 'Ballroom A'],
  ])
  expect(record.problems.some(({ otherSessionId }) => otherSessionId !== null)).toBe(false)
  expect(record.leftover.map(quote)).toContain('The old customs house')
  expect(check(s)).toEqual([])
})

test('a value that was accepted can be read anew from the newer text', async () => {
  const s = await twoTexts()
  const room = field(await s.record(), 'room')!
  await s.ask('value.accept', { sessionId: s.sessionId, ids: null })
  await s.adopt()
  expect(field(await s.record(), 'year')).toMatchObject({ state: 'accepted' })
  await s.ask('value.restore', room.id)
  expect((await s.record()).problems.find(({ rowId }) => rowId === room.id)).toMatchObject({ code: 'not-placed', isResolved: true })
  expect(field(await s.record(), 'room')).toMatchObject({
    value: 'The old customs house',
    state: 'parsed',
    spans: [at(final, 'The old customs house')],
  })
  expect(check(s)).toEqual([])
})

test('what was done to the newer text comes along', async () => {
  const s = await twoTexts()
  const tagging = await tagged(s, s.otherId, 'Houses', final, 'old customs house')
  const note = await s.ask('note.add', { sessionId: s.otherId, target: 'session', rowId: null, span: null, text: 'The last word' })
  await s.ask('field.set', { sessionId: s.otherId, key: 'room', id: null, value: 'Cellar', spans: [] })
  await s.ask('field.set', { sessionId: s.sessionId, key: 'room', id: null, value: 'Attic', spans: [] })
  await s.adopt()
  const record = await s.record()
  expect(record.taggings).toMatchObject([{ id: tagging, sessionId: s.sessionId, span: at(final, 'old customs house') }])
  expect(record.notes.map(({ id }) => id)).toEqual([note])
  expect(field(record, 'room')!.value).toBe('Cellar')
  expect(record.problems.map(({ code, message }) => [code, message])).toContainEqual(['version-differs', expect.stringContaining('Attic')])
  expect(check(s)).toEqual([])
})

test('a section of which some words changed keeps its place and says so', async () => {
  const s = await twoTexts()
  const section = (await s.record()).sections.find(({ key }) => key === 'description')!
  await s.ask('value.accept', { sessionId: s.sessionId, ids: [section.id] })
  await s.adopt()
  const record = await s.record()
  const moved = record.sections.find(({ id }) => id === section.id)!
  expect(final.slice(...moved.spans[0]!)).toMatch(/^Keepers, engineers and sailors speak .* customs house\.$/)
  expect(record.sections.filter(({ key }) => key === 'description')).toHaveLength(1)
  expect(record.problems).toContainEqual(expect.objectContaining({ code: 'words-changed', rowId: section.id }))
})

test('a note on a value that is not read any more stays on its words', async () => {
  const s = await twoTexts(draft, final.replace(/\n.*Room\n.*\n/, '\n'))
  const room = field(await s.record(), 'room')!
  const note = await s.ask('note.add', { sessionId: s.sessionId, target: 'value', rowId: room.id, span: null, text: 'Too small' })
  await s.adopt()
  expect((await s.record()).notes).toMatchObject([{ id: note, target: 'span', span: null, lostQuote: 'Ballroom A', text: 'Too small' }])
  expect(await s.ask('note.list', '')).toMatchObject([{ quote: 'Ballroom A' }])
  expect(check(s)).toEqual([])
})

test('what has no place is placed by hand, and undone', async () => {
  const s = await twoTexts()
  const lost = await tagged(s, s.sessionId, 'Rooms', draft, 'Ballroom A')
  const room = field(await s.record(), 'room')!
  await s.ask('field.set', { sessionId: s.sessionId, key: 'room', id: null, value: 'Ballroom A', spans: [at(draft, 'Ballroom A')] })
  await s.adopt()
  const before = await everything(s)
  const span = at(final, 'old customs house')
  for (const { id, code } of (await s.record()).problems) if (code === 'not-placed') await s.ask('version.place', { problemId: id, span })
  const record = await s.record()
  expect(record.taggings).toMatchObject([{ id: lost, span, lostQuote: null }])
  expect(field(record, 'room')).toMatchObject({ id: room.id, value: 'Ballroom A', spans: [span] })
  expect(record.problems.filter(({ code, isResolved }) => code === 'not-placed' && !isResolved)).toEqual([])
  expect(check(s)).toEqual([])
  await s.ask('history.undo', null)
  await s.ask('history.undo', null)
  expect(await everything(s)).toEqual(before)
})

test('a lost tag that is taken off is no problem any more', async () => {
  const s = await twoTexts()
  const lost = await tagged(s, s.sessionId, 'Rooms', draft, 'Ballroom A')
  await s.adopt()
  await s.ask('tagging.remove', [lost])
  expect((await s.record()).problems.filter(({ code }) => code === 'not-placed')).toEqual([])
  await s.ask('history.undo', null)
  expect((await s.record()).problems.filter(({ code }) => code === 'not-placed')).toHaveLength(1)
  expect(check(s)).toEqual([])
})

test('one undo gives both sessions back exactly, and redo joins them again', async () => {
  const s = await twoTexts()
  await tagged(s, s.sessionId, 'Rooms', draft, 'Ballroom A')
  await tagged(s, s.sessionId, 'Lamps', draft, 'lamps')
  await tagged(s, s.otherId, 'Lamps', final, 'lamps, of fog')
  await s.ask('value.accept', { sessionId: s.sessionId, ids: null })
  await s.ask('session.setStatus', { sessionIds: [s.sessionId], status: 'reviewed' })
  const before = await everything(s)
  await s.adopt()
  const after = await everything(s)
  expect((await s.record()).status).toBe('in-review')
  const [imported] = (await s.ask('history.list', { sessionId: null, limit: 50 })).filter(({ label }) => label === 'Import 1 page')
  await expect(s.ask('history.undoAction', imported!.id)).rejects.toThrow('Make final.txt the new version')
  expect(await s.ask('history.undo', null)).toBe('Make final.txt the new version of its session')
  expect(await everything(s)).toEqual(before)
  await s.ask('history.redo', null)
  expect(await everything(s)).toEqual(after)
  expect(check(s)).toEqual([])
})

test('earlier texts stay to be looked at, in their order, and are not imported again', async () => {
  const s = await twoTexts()
  await s.adopt()
  const third = final.replace('Expected Outcomes', 'Expected Results')
  await s.importPages({ 'third.txt': third })
  const other = (await s.sessions()).find(({ id }) => id !== s.sessionId)!
  await s.ask('version.adopt', { intoId: s.sessionId, fromId: other.id })
  const list = await s.ask('version.list', s.sessionId)
  expect(list.map(({ number, name }) => [number, name])).toEqual([
    [1, 'draft.txt'],
    [2, 'final.txt'],
    [3, 'third.txt'],
  ])
  const earlier = await s.ask('version.text', { sessionId: s.sessionId, sourceId: list[1]!.sourceId })
  expect(earlier.text).toBe(final)
  expect(earlier.changes.map(({ older, newer }) => [final.slice(...older), third.slice(...newer)])).toEqual([['Outcomes', 'Results']])
  const again = await s.importPages({ 'draft again.txt': draft })
  expect(again.lines).toMatchObject([{ status: 'duplicate', sessionId: s.sessionId }])
  expect(check(s)).toEqual([])
})

test('texts that are not of one session are not asked about again, nor are the newer texts of either', async () => {
  const s = await twoTexts()
  await s.ask('version.refuse', { sessionId: s.sessionId, otherId: s.otherId })
  const asked = async () => {
    const records = await Promise.all((await s.sessions()).map(({ id }) => s.ask('session.get', id)))
    return records.flatMap(({ id, problems }) =>
      problems.filter(({ otherSessionId, isResolved }) => otherSessionId && !isResolved).map(problem => `${id} ${problem.otherSessionId}`),
    )
  }
  expect(await asked()).toEqual([])
  await s.ask('history.undo', null)
  expect(await asked()).toHaveLength(2)
  await s.ask('history.redo', null)
  await s.importPages({ 'third.txt': draft.replace('Ballroom A', 'Ballroom C') })
  const third = (await s.sessions()).at(-1)!.id
  const pairs = [s.sessionId, s.otherId].flatMap(id => [`${id} ${third}`, `${third} ${id}`])
  expect((await asked()).toSorted()).toEqual(pairs.toSorted())
  await s.ask('version.adopt', { intoId: s.sessionId, fromId: third })
  expect(await asked()).toEqual([])
})

test('whatever changes between two texts, each thing stands on the same words or is listed', async () => {
  const lines = draft.split('\n')
  const edit = fc.record({
    kind: fc.constantFrom('drop', 'double', 'change', 'swap'),
    line: fc.integer({ min: 1, max: lines.length - 2 }),
    words: fc.constantFrom('lamp', 'fog 🌫️', 'Room', ''),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(draft.length - 20), fc.integer({ min: 1, max: 19 })), { maxLength: 6 }),
      async (edits, picks) => {
        let newer = [...lines]
        for (const { kind, line, words } of edits) {
          if (kind === 'drop') newer = newer.toSpliced(line, 1)
          if (kind === 'double') newer = newer.toSpliced(line, 0, newer[line] ?? '')
          if (kind === 'change') newer = newer.with(Math.min(line, newer.length - 1), `${words} ${newer[line] ?? ''}`.trimEnd())
          if (kind === 'swap') newer = newer.toSpliced(line, 2, newer[line + 1] ?? '', newer[line] ?? '')
        }
        const s = await twoTexts(draft, `${newer.join('\n')}\nThe end.\n`)
        const text = (await s.ask('session.source', s.otherId)).text
        const themeId = await s.ask('theme.add', { parentId: null, name: 'Access' })
        for (const [start, length] of picks) {
          const [span] = trimmed(draft, [[start, start + length]])
          if (!span || !draft.slice(...span).isWellFormed()) continue
          await s.ask('tagging.add', { themeId, sessionIds: [s.sessionId], span })
        }
        await s.ask('value.accept', { sessionId: s.sessionId, ids: null })
        const older = await s.record()
        const before = await everything(s)
        await s.adopt()
        const record = await s.record()
        const open = new Map(record.problems.map(problem => [problem.rowId, problem]))
        for (const tagging of older.taggings) {
          const now = record.taggings.find(({ id }) => id === tagging.id)!
          const quote = foldSpaces(draft.slice(...tagging.span!))
          if (now.span) expect(foldSpaces(text.slice(...now.span))).toBe(quote)
          else expect([now.lostQuote && foldSpaces(now.lostQuote), open.get(now.id)?.code]).toEqual([quote, 'not-placed'])
        }
        for (const row of [...older.fields, ...older.people]) {
          const now = [...record.fields, ...record.people].find(({ id }) => id === row.id)!
          const quotes = (source: string, { spans }: typeof row) => spans.map(span => foldSpaces(source.slice(...span)))
          if (now.spans.length === row.spans.length && now.state === 'corrected') expect(quotes(text, now)).toEqual(quotes(draft, row))
          else if (now.state !== 'accepted') expect(open.has(row.id)).toBe(true)
        }
        expect(check(s)).toEqual([])
        await s.ask('history.undo', null)
        expect(await everything(s)).toEqual(before)
        await s.store.close()
      },
    ),
    { numRuns: 20 },
  )
}, 60_000)

test('a text that says nearly the same is found where its code is missing or another, and not where template pages differ', async () => {
  const s = temporaryStore()
  const longer = draft.replace(
    'Expected Outcomes',
    `${'The harbours of the north keep their lamps by turns, each for a week. '.replace(/^/, 'So it is. ')}\n\nExpected Outcomes`,
  )
  await s.importPages({ 'draft.txt': longer })
  const without = await s.importPages({ 'no code.txt': longer.replace('IGF 2021 WS #51 ', '') })
  expect(without.lines[0]!.message).toBe('Nearly the same text is here: draft.txt.')
  const other = await s.importPages({ 'other number.txt': longer.replace('#51', '#15') })
  expect(other.lines[0]!.message).toMatch(/^Nearly the same text is here: /)
  const template = await s.importPages({
    'template.txt': longer.replace('#51', '#16').replace('Lighthouses and the law', 'Ferries at night'),
  })
  expect(template.lines[0]!.message).not.toContain('Nearly the same text is here: draft.txt')
  const [first, second] = await s.sessions()
  const problems = async (id: Id) =>
    (await s.ask('session.get', id)).problems.filter(({ code }) => code === 'nearly-equal').map(({ otherSessionId }) => otherSessionId)
  expect(await problems(first!.id)).toContain(second!.id)
  expect(await problems(second!.id)).toContain(first!.id)
  expect(check(s)).toEqual([])
})

test('reading a page again keeps what has no place in it', async () => {
  const s = await twoTexts()
  await tagged(s, s.sessionId, 'Rooms', draft, 'Ballroom A')
  await s.ask('value.accept', { sessionId: s.sessionId, ids: null })
  await s.adopt()
  const { problems } = await s.record()
  expect(problems.map(({ code }) => code)).toContain('not-placed')
  await s.ask('reading.apply', { what: 'read', sessionIds: null })
  expect((await s.record()).problems).toEqual(problems)
  expect(check(s)).toEqual([])
})

test('a line that was set aside by hand stays aside in the newer text, where it stands there', async () => {
  const line = 'Brought to you by the Harbour Office of the northern lights'
  const withLine = (text: string) => text.replace('    Format\n', `    ${line}\n\n    Format\n`)
  const s = await twoTexts(withLine(draft), withLine(final))
  await s.ask('boilerplate.add', { sessionId: s.sessionId, span: at(withLine(draft), line) })
  await s.adopt()
  const { leftover } = await s.record()
  expect(leftover.map(span => withLine(final).slice(...span))).not.toContain(line)
  expect(check(s)).toEqual([])
})
