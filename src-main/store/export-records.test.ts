import { expect, test } from 'vitest'
import { filesOf } from '../export/testing/content.ts'
import { json } from '../export/json.ts'
import { exportContent } from './export-records.ts'
import { page, storeWithPage, temporaryStore, type TemporaryStore } from './testing/project.ts'

const everything = { scope: 'all', sessionIds: [] } as const
const exported = ({ db }: Pick<TemporaryStore, 'db'>, request: Parameters<typeof exportContent>[1] = everything) => [
  ...exportContent({ db }, request, () => {}).content.sessions,
]
const jsonOf = ({ db }: Pick<TemporaryStore, 'db'>) => {
  const { content } = exportContent({ db }, everything, () => {})
  const pieces = json.write(content)
  let text = ''
  for (const { text: piece } of pieces) text += piece
  return text
}
const wordsAt = (text: string, words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]

test('a record is exported with what the rapporteur made of it', async () => {
  const s = await storeWithPage()
  const { text } = await s.ask('session.source', s.id)
  const record = await s.record()
  const field = (key: string) => record.fields.find(row => row.key === key)!
  const [section] = record.sections
  const top = await s.ask('theme.add', { parentId: null, name: 'Access' })
  const theme = await s.ask('theme.add', { parentId: top, name: 'Fog' })
  await s.ask('field.set', { sessionId: s.id, key: 'title', id: null, value: 'Lamps', spans: [wordsAt(text, 'Lighthouses')] })
  await s.ask('field.clear', field('room').id)
  await s.ask('field.set', { sessionId: s.id, key: 'topics', id: null, value: 'Harbours', spans: [] })
  await s.ask('person.remove', record.people[0]!.id)
  await s.ask('section.set', { id: section!.id, text: 'Rewritten' })
  await s.ask('tagging.add', { themeId: theme, sessionIds: [s.id], span: wordsAt(text, 'fog 🌫️') })
  await s.ask('tagging.add', { themeId: top, sessionIds: [s.id], span: null })
  await s.ask('note.add', { sessionId: s.id, target: 'value', rowId: record.people[1]!.id, span: null, text: 'Ask her' })
  await s.ask('note.add', { sessionId: s.id, target: 'value', rowId: field('room').id, span: null, text: 'Which room?' })
  const [session] = exported(s)
  expect(session!.fields.title).toMatchObject({ value: 'Lamps', quotes: ['Lighthouses'], state: 'corrected' })
  expect(session!.fields.year?.value).toBe(2021)
  expect(session!.fields.topics?.map(({ value }) => value)).toEqual(['Harbours'])
  expect(session!.fields).not.toHaveProperty('room')
  expect(session!.cleared).toEqual(['room'])
  expect(session!.people.map(({ name }) => name)).toEqual(record.people.slice(1).map(({ name }) => name))
  expect(session!.sections[0]).toMatchObject({ text: 'Rewritten', isEdited: true })
  expect(session!.sections.slice(1).every(({ text: words, spans: [span] }) => words === text.slice(...span!))).toBe(true)
  expect(session!.themes).toEqual([
    { theme: ['Access'], span: null, quote: null },
    { theme: ['Access', 'Fog'], span: wordsAt(text, 'fog 🌫️'), quote: 'fog 🌫️' },
  ])
  expect(session!.notes.map(({ value }) => value)).toEqual(['/people/0', null])
})

test('a session carries its earlier texts, and what has no place in this one its old words', async () => {
  const s = await storeWithPage()
  const text = page(51)
  const themeId = await s.ask('theme.add', { parentId: null, name: 'Rooms' })
  const span = wordsAt(text, 'Ballroom A')
  await s.ask('tagging.add', { themeId, sessionIds: [s.id], span })
  await s.ask('note.add', { sessionId: s.id, target: 'span', rowId: null, span, text: 'Too small' })
  await s.importPages({ 'final.txt': text.replace('Ballroom A', 'The cellar') })
  const other = (await s.sessions()).at(-1)!.id
  await s.ask('version.adopt', { intoId: s.id, fromId: other })
  const [session, ...rest] = exported(s)
  expect(rest).toEqual([])
  expect(session!.earlierSources).toEqual([{ name: 'page.txt', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(session!.source.name).toBe('final.txt')
  expect(session!.themes).toEqual([{ theme: ['Rooms'], span: null, quote: 'Ballroom A' }])
  expect(session!.notes).toMatchObject([{ target: 'span', span: null, quote: 'Ballroom A', text: 'Too small' }])
})

test('the order of the export is that of the data, whatever the order of import', async () => {
  const pages = [
    page(7),
    page(51),
    page(51, 'Another lamp'),
    page(8).replace('IGF 2021', 'IGF 2019'),
    'A page without a title line of its own',
  ]
  const files = pages.map((text, index) => [`${index}.txt`, text] as const)
  const [one, other] = [temporaryStore(), temporaryStore()]
  for (const [name, text] of files) await one.importPages({ [name]: text })
  for (const [name, text] of files.toReversed()) await other.importPages({ [name]: text })
  const withoutIds = (s: TemporaryStore) => {
    const shas = new Map(exported(s).map(({ id, source }) => [id, source.sha256]))
    return jsonOf(s).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, id => shas.get(id) ?? id)
  }
  expect(exported(one)).toHaveLength(5)
  expect(withoutIds(one)).toBe(withoutIds(other))
  expect(jsonOf(one)).toBe(jsonOf(one))
})

test('a scope is all, what is reviewed, or what was listed', async () => {
  const s = temporaryStore()
  await s.importPages({ 'a.txt': page(1), 'b.txt': page(2), 'c.txt': page(3) })
  const [a, b, c] = exported(s)
  await s.ask('session.setStatus', { sessionIds: [b!.id], status: 'reviewed' })
  await s.ask('session.setStatus', { sessionIds: [c!.id], status: 'excluded' })
  const codes = (request: Parameters<typeof exportContent>[1]) => exported(s, request).map(({ code }) => code)
  expect(codes(everything)).toEqual(['2021 WS #1', '2021 WS #2', '2021 WS #3'])
  expect(codes({ scope: 'reviewed', sessionIds: [] })).toEqual(['2021 WS #2'])
  expect(codes({ scope: 'listed', sessionIds: [c!.id, a!.id] })).toEqual(['2021 WS #1', '2021 WS #3'])
})

test('a session taken away while the export runs is said, not skipped', async () => {
  const s = await storeWithPage()
  const { content } = exportContent(s, everything, () => {})
  await s.ask('history.undo', null)
  expect(() => filesOf(json, content.sessions)).toThrow('its import was undone')
})
