import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionTypes } from '../../src-preload/record.ts'
import { checkProject } from './check.ts'
import { page, temporaryStore, type TemporaryStore } from './testing/project.ts'

const check = ({ db }: TemporaryStore) => checkProject({ db, isReadOnly: false })

test('pages with an equal number are asked for by their whole code', () => {
  const { db } = temporaryStore()
  const plan = db
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT session_id FROM summary WHERE session_number = '1' AND year = '2021' AND session_type = 'workshop'",
    )
    .all()
  expect(plan.map(({ detail }) => detail).join()).toContain('summary_code (year=? AND session_type=? AND session_number=?)')
})

test('a page is another text of those whose year, type and number are equal, as they are corrected by now', async () => {
  const s = temporaryStore()
  const forum = page(1).replace('WS #1', 'Open Forum #1')
  await s.importPages({ 'a.txt': page(1), 'b.txt': page(1).replaceAll('2021', '2022'), 'c.txt': forum, 'd.txt': page(2) })
  const [, , , other] = await s.sessions()
  await s.ask('field.set', { sessionId: other!.id, key: 'sessionNumber', id: null, value: '1', spans: [] })
  const { lines } = await s.importPages({ 'e.txt': `${page(1)}\nMore.` })
  const mine = (await s.sessions()).at(-1)!
  const { problems } = await s.ask('session.get', mine.id)
  expect(problems.filter(({ code }) => code === 'same-session').map(({ message }) => message)).toEqual([
    'a.txt is another text of 2021 WS #1',
    'd.txt is another text of 2021 WS #1',
  ])
  expect(lines[0]!.message).toContain('a.txt')
})

test('the code that a session is found by is that of its fields, whatever is done and undone', { timeout: 60_000 }, async () => {
  const edit = fc.record({
    key: fc.constantFrom('year', 'sessionType', 'sessionNumber', 'title'),
    n: fc.nat(1),
    what: fc.constantFrom('set', 'clear', 'undo', 'redo', 'adopt'),
  })
  const value = { year: ['2021', '2022'], sessionType: sessionTypes, sessionNumber: ['1', '2'], title: ['Fog', 'Lamps'] }
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 10 }), async edits => {
      const s = temporaryStore()
      await s.importPages({ 'a.txt': page(1), 'b.txt': page(2) })
      for (const { key, n, what } of edits) {
        const ids = (await s.sessions()).map(({ id }) => id)
        const sessionId = ids[n % Math.max(1, ids.length)]
        const [intoId, fromId] = ids
        if (what === 'undo' || what === 'redo') await s.ask(`history.${what}`, null)
        else if (sessionId === undefined) continue
        else if (what === 'set') await s.ask('field.set', { sessionId, key, id: null, value: value[key][n]!, spans: [] })
        else if (what === 'adopt' && fromId !== undefined) await s.ask('version.adopt', { intoId: intoId!, fromId })
        else if (what === 'clear') {
          const field = (await s.ask('session.get', sessionId)).fields.find(one => one.key === key)
          if (field) await s.ask('field.clear', field.id)
        }
      }
      expect(check(s)).toEqual([])
      await s.store.close()
    }),
    { numRuns: 25 },
  )
})
