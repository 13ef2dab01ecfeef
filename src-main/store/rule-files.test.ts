import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { foggy, fogRule } from './testing/foggy-pages.ts'
import { temporaryFolder, type TemporaryStore } from './testing/project.ts'

test('rules go to a file and come back; loading them twice adds nothing; broken files are refused', async () => {
  const s = await foggy(1)
  const path = join(temporaryFolder(), 'x.rapporteur-rules.json')
  await s.ask('reading.apply', { what: 'add', rule: fogRule })
  await s.ask('reading.apply', { what: 'add', rule: { name: 'Tui', kind: 'name', pattern: 'Tui Mahuta', target: 'Tui M. Mahuta' } })
  expect(await s.ask('rule.export', path)).toBe(2)
  const other = await foggy(1)
  expect(await other.ask('rule.import', path)).toEqual({ added: 2, known: 0, differing: [] })
  expect(await other.ask('rule.import', path)).toEqual({ added: 0, known: 2, differing: [] })
  const bare = async (store: TemporaryStore) =>
    (await store.ask('rule.list', null)).map(({ id: _id, values: _values, sessions: _sessions, ...rest }) => rest)
  expect(await bare(other)).toEqual(await bare(s))
  expect(await other.ask('reading.preview', { what: 'read', sessionIds: null })).toMatchObject({ changed: 1 })
  expect(await other.ask('history.undo', null)).toBe('Load rules from x.rapporteur-rules.json')
  expect(await other.ask('rule.list', null)).toEqual([])

  const newer = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), version: 2 }
  writeFileSync(path, JSON.stringify(newer))
  await expect(s.ask('rule.import', path)).rejects.toMatchObject({ code: 'rules-too-new' })
  const known = JSON.parse(readFileSync(path, 'utf8')) as { rules: object[] }
  const withSecond = (change: object) => JSON.stringify({ ...known, version: 1, rules: [known.rules[0], { ...known.rules[1], ...change }] })
  const refusals = [
    ['', /x\.rapporteur-rules\.json is not a file of rules, or it is damaged/],
    [withSecond({}).slice(0, -20), /damaged\. Nothing was loaded/],
    ['[]', /is not a file of rules/],
    ['{"format":"rapporteur-rules","version":1}', /holds no list of rules/],
    [withSecond({ kind: 'mood' }), /rule 2 has no kind that Rapporteur knows\. Nothing was loaded/],
    [withSecond({ kind: 'heading', target: 'goals', name: 'Goal' }), /rule 2, “Goal”, cannot be used\. No heading can open “goals”/],
  ] as const
  const count = (await s.ask('rule.list', null)).length
  for (const [broken, message] of refusals) {
    writeFileSync(path, broken)
    await expect(s.ask('rule.import', path)).rejects.toThrow(message)
    expect(await s.ask('rule.list', null)).toHaveLength(count)
  }
  writeFileSync(path, `\uFEFF${withSecond({ pattern: 'TUI  mahuta:' })}`)
  expect(await s.ask('rule.import', path)).toEqual({ added: 1, known: 1, differing: [] })
})
