import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles, sectionKeys } from '../../src-preload/record.ts'
import type { PersonDetails, RuleDraft, SessionRecord } from '../../src-preload/types.ts'
import { page, type TemporaryStore } from './testing/project.ts'
import { fog, foggy, fogRule, keys, spanOf, storeOf, withFog } from './testing/foggy-pages.ts'

const heading = fogRule.pattern
/** A record as a person sees it, whatever the ids. */
const seen = ({ fields, people, sections, problems, leftover }: SessionRecord) => ({
  fields: fields.map(({ id: _id, ...rest }) => rest),
  people: people.map(({ id: _id, ...rest }) => rest),
  sections: sections.map(({ id: _id, ...rest }) => rest),
  problems: problems.map(({ id: _id, ...rest }) => rest),
  leftover,
})

async function correctOne(s: TemporaryStore, id: string) {
  const { text } = await s.ask('session.source', id)
  const rowId = await s.ask('section.add', { sessionId: id, key: 'interaction', span: spanOf(text, fog) })
  return s.ask('rule.suggest', { sessionId: id, rowId, span: null })
}

test('a section made from words under a heading nobody knew suggests a rule, and says for how many pages', async () => {
  const s = await foggy(4)
  const [first] = await s.ids()
  expect(await correctOne(s, first!)).toEqual([{ rule: fogRule, sessions: 3 }])
})

test('applying changes the other sessions and names the rule, is one action, and is undone and redone as one', async () => {
  const s = await foggy(4)
  const [first] = await s.ids()
  const [suggested] = await correctOne(s, first!)
  const before = await s.records()
  const preview = await s.ask('reading.preview', { what: 'add', rule: suggested!.rule })
  expect(preview).toMatchObject({ changed: 3, values: 6 })
  expect(preview.sessions[0]!.changes.find(change => change.before === null)!.after).toEqual({ key: 'interaction', text: `${fog} Page 2.` })
  expect(await s.records()).toEqual(before)

  const { ruleId, sessions } = await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  expect(sessions).toBe(3)
  const [corrected, ...others] = await s.records()
  expect(seen(corrected!)).toEqual(seen(before[0]!))
  for (const record of others) {
    const section = record.sections.find(one => one.key === 'interaction')!
    expect(section).toMatchObject({ state: 'parsed', ruleId })
    expect(section.reason).toContain('by the rule “Why This Matters Now is Interaction”')
  }
  expect(await s.ask('rule.list', null)).toMatchObject([{ id: ruleId, author: 'A. Rapporteur', isOn: true, values: 3, sessions: 3 }])
  expect(await s.ask('rule.suggest', { sessionId: first!, rowId: corrected!.sections.at(-1)!.id, span: null })).toEqual([])
  const after = await s.records()

  expect(await s.ask('history.undo', null)).toBe('Apply the rule “Why This Matters Now is Interaction”: 3 sessions')
  expect(await s.records()).toEqual(before)
  expect(await s.ask('rule.list', null)).toEqual([])
  await s.ask('history.redo', null)
  expect(await s.records()).toEqual(after)
})

test('rows that a rule does not change keep their ids', async () => {
  const s = await foggy(2)
  const before = await s.records()
  await s.ask('reading.apply', { what: 'add', rule: fogRule })
  const after = await s.records()
  for (const [i, record] of after.entries()) {
    expect(record.people.map(one => one.id)).toEqual(before[i]!.people.map(one => one.id))
    expect(record.sections.filter(one => one.key !== 'interaction').map(one => one.id)).toEqual(before[i]!.sections.map(one => one.id))
  }
})

test('new imports use the rules that are on', async () => {
  const s = await foggy(1)
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: fogRule })
  await s.importPages({ 'new.txt': withFog(9) })
  const record = (await s.records()).at(-1)!
  expect(record.sections.find(one => one.key === 'interaction')).toMatchObject({ ruleId })
  expect((await s.ask('rule.uses', ruleId!)).map(use => use.value.key)).toEqual(['interaction', 'interaction'])
})

test('switching a rule off and on, and deleting it, give back what was before', async () => {
  const s = await foggy(3)
  const before = (await s.records()).map(seen)
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: fogRule })
  const after = (await s.records()).map(seen)
  const set = (isOn: boolean) => s.ask('reading.apply', { what: 'set', id: ruleId!, isOn })
  expect(await set(false)).toMatchObject({ sessions: 3 })
  expect((await s.records()).map(seen)).toEqual(before)
  await set(true)
  expect((await s.records()).map(seen)).toEqual(after)
  await s.ask('reading.apply', { what: 'remove', id: ruleId! })
  expect((await s.records()).map(seen)).toEqual(before)
  expect((await s.ask('history.list', { sessionId: null, limit: 9 })).map(action => action.label)).toEqual([
    'Delete the rule “Why This Matters Now is Interaction”: 3 sessions',
    'Switch the rule “Why This Matters Now is Interaction” on: 3 sessions',
    'Switch the rule “Why This Matters Now is Interaction” off: 3 sessions',
    'Apply the rule “Why This Matters Now is Interaction”: 3 sessions',
    'Import 3 pages',
  ])
})

test('a rule is edited, and what it set becomes what it says now', async () => {
  const s = await foggy(2)
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: fogRule })
  const rule = { ...fogRule, name: 'Why is Summary', target: 'summary' }
  await s.ask('reading.apply', { what: 'set', id: ruleId!, rule })
  for (const record of await s.records()) {
    expect(keys(record)).toContain('summary')
    expect(record.sections.find(one => one.key === 'summary')!.reason).toContain('“Why is Summary”')
  }
})

test('a session marked as reviewed is checked: no rule changes it', async () => {
  const s = await foggy(2)
  const [first] = await s.ids()
  await s.ask('session.setStatus', { sessionIds: [first!], status: 'reviewed' })
  const before = await s.ask('session.get', first!)
  expect(await s.ask('reading.apply', { what: 'add', rule: fogRule })).toMatchObject({ sessions: 1 })
  expect(await s.ask('session.get', first!)).toEqual(before)
})

test('a name written two ways is taught and applied', async () => {
  const s = await foggy(3)
  const [first] = await s.records()
  const person = first!.people.find(one => one.name === 'Tui Mahuta')!
  await s.ask('person.set', { id: person.id, person: { name: 'Tui M. Mahuta' } })
  const [suggested] = await s.ask('rule.suggest', { sessionId: first!.id, rowId: person.id, span: null })
  expect(suggested).toMatchObject({ rule: { kind: 'name', target: 'Tui M. Mahuta' }, sessions: 2 })
  await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  const names = (await s.records()).flatMap(record => record.people.map(one => one.name))
  expect(names.filter(name => name === 'Tui M. Mahuta')).toHaveLength(3)
})

test('a line set aside as boilerplate is no longer left over, here and by rule elsewhere', async () => {
  const line = 'Brought to you by the Harbour Office'
  const s = await storeOf([1, 2, 3].map(number => page(number).replace('    Format\n', `    ${line}\n\n    Format\n`)))
  const [first] = await s.records()
  const { text } = await s.ask('session.source', first!.id)
  const span = spanOf(text, line)
  expect(first!.leftover).toContainEqual(span)
  await s.ask('boilerplate.add', { sessionId: first!.id, span })
  const [suggested] = await s.ask('rule.suggest', { sessionId: first!.id, rowId: null, span })
  expect(suggested!.sessions).toBe(2)
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  for (const record of await s.records()) expect(record.leftover).not.toContainEqual(span)
  expect(await s.ask('rule.list', null)).toMatchObject([{ values: 2, sessions: 2 }])
  await s.ask('reading.apply', { what: 'remove', id: ruleId! })
  const lefts = (await s.records()).map(record => record.leftover.some(([start]) => start === span[0]))
  expect(lefts).toEqual([false, true, true])
})

test('the order of those without a heading is taught and applied', async () => {
  // A page that has lost its one-word headings.
  const lost = ['    Moderator\n', '    SDGs\n\n    14.1\n\n']
  const bare = (number: number) => lost.reduce((text, heading) => text.replace(heading, ''), page(number))
  const oto = '    Oto Lind, Civil Society, African Group\n\n'
  const s = await storeOf([1, 2, 3].map(number => bare(number).replace('    Format\n', `${oto}    Format\n`)))
  const [first] = await s.records()
  const officer = first!.people.filter(one => one.reason.includes('it has no heading')).at(-1)!
  const role = officer.role === 'rapporteur' ? 'onlineModerator' : 'rapporteur'
  await s.ask('person.set', { id: officer.id, person: { role } })
  const [suggested] = await s.ask('rule.suggest', { sessionId: first!.id, rowId: officer.id, span: null })
  expect(suggested).toMatchObject({ rule: { kind: 'roleOrder' }, sessions: 2 })
  const missing = async () => (await s.records()).map(({ problems }) => problems.filter(({ code }) => code === 'heading-missing').length)
  expect(await missing()).toEqual([1, 1, 1])
  await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  expect(await missing()).toEqual([0, 0, 0])
  for (const record of await s.records()) expect(record.people.find(one => one.name === officer.name)!.role).toBe(role)
})

test('a rule is shown in the words of the page and found however they are written; a new one about them takes its place', async () => {
  const s = await foggy(2)
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: { ...fogRule, pattern: 'WHY  this Matters now:' } })
  expect(await s.ask('rule.list', null)).toMatchObject([{ pattern: 'WHY this Matters now:', sessions: 2 }])
  const other = { ...fogRule, name: 'Why is Summary', target: 'summary' }
  expect(await s.ask('reading.preview', { what: 'add', rule: other })).toMatchObject({ replaces: fogRule.name, changed: 2 })
  expect((await s.ask('reading.preview', { what: 'add', rule: { ...other, pattern: 'Agenda' } })).replaces).toBeNull()
  expect(await s.ask('reading.apply', { what: 'add', rule: other })).toMatchObject({ ruleId })
  expect(await s.ask('rule.list', null)).toMatchObject([{ id: ruleId, name: 'Why is Summary', target: 'summary', sessions: 2 }])
})

test('reading again after the parser has changed shows and changes untouched values alone, keeps resolved problems, and is undone', async () => {
  const s = await foggy(3)
  const before = await s.records()
  const [first, second] = before
  // An earlier parser had read another room, no organizer, one speaker too many, and stumbled over something.
  s.db.exec(`UPDATE open_action SET id = 1, made_session = NULL;
    UPDATE session SET parser_version = '0';
    UPDATE field SET value = 'Ballroom' WHERE key = 'room';
    DELETE FROM person WHERE role = 'organizer';
    INSERT INTO person (id, session_id, position, role, name, spans, state, confidence, reason)
      SELECT 'ghost ' || id, id, 9, 'speaker', 'Gho St', '[]', 'parsed', 0.6, '' FROM session;
    INSERT INTO problem (id, session_id, code, message, spans) SELECT 'old ' || id, id, 'old', 'Old', '[]' FROM session;
    UPDATE open_action SET id = NULL;`)
  const room = first!.fields.find(one => one.key === 'room')!
  await s.ask('value.accept', { sessionId: first!.id, ids: [room.id] })
  await s.ask('session.setStatus', { sessionIds: [second!.id], status: 'reviewed' })
  expect((await s.ask('reading.state', null)).outdated).toBe(2)
  const old = await s.records()

  const preview = await s.ask('reading.preview', { what: 'read', sessionIds: null })
  expect(preview).toMatchObject({ read: 3, changed: 2, values: 5 })
  expect(preview.sessions[1]!.changes).toContainEqual({
    before: { key: 'room', text: 'Ballroom' },
    after: { key: 'room', text: 'Ballroom A' },
  })
  expect(await s.records()).toEqual(old)
  expect(await s.ask('reading.apply', { what: 'read', sessionIds: null })).toMatchObject({ sessions: 2, ruleId: null })

  const [one, two, three] = await s.records()
  expect(one!.fields.find(field => field.key === 'room')).toMatchObject({ id: room.id, value: 'Ballroom', state: 'accepted' })
  expect(two).toEqual(old[1])
  expect(seen(three!)).toEqual(seen(before[2]!))
  expect((await s.ask('reading.state', null)).outdated).toBe(0)
  expect(await s.ask('history.undo', null)).toBe('Read pages again: 2 sessions')
  expect(await s.records()).toEqual(old)
})

test('a value that is typed anew, or stands under a value, teaches nothing', async () => {
  const s = await foggy(2)
  const [first] = await s.records()
  const sessionId = first!.id
  const { text } = await s.ask('session.source', sessionId)
  const room = first!.fields.find(one => one.key === 'room')!
  await s.ask('field.set', { sessionId, key: 'room', id: null, value: 'Ballroom B', spans: room.spans })
  expect(await s.ask('rule.suggest', { sessionId, rowId: room.id, span: null })).toEqual([])
  const minutes = first!.fields.find(one => one.key === 'durationMinutes')!
  await s.ask('field.set', { sessionId, key: 'durationMinutes', id: null, value: '90', spans: [spanOf(text, '90')] })
  expect(await s.ask('rule.suggest', { sessionId, rowId: minutes.id, span: null })).toEqual([])
  const topic = await s.ask('field.set', { sessionId, key: 'topics', id: null, value: 'Organizer', spans: [spanOf(text, 'Organizer 1')] })
  expect(await s.ask('rule.suggest', { sessionId, rowId: topic, span: null })).toEqual([])
})

test('a section whose kind was changed teaches what its heading means', async () => {
  const s = await storeOf([1, 2, 3].map(number => withFog(number).replace(heading, 'Interaction')))
  const [first] = await s.records()
  const section = first!.sections.find(one => one.heading === 'Interaction')!
  await s.ask('section.set', { id: section.id, key: 'relevanceToTheme' })
  const [suggested] = await s.ask('rule.suggest', { sessionId: first!.id, rowId: section.id, span: null })
  expect(suggested).toMatchObject({ rule: { name: 'Interaction is Relevance to theme', pattern: 'Interaction' }, sessions: 2 })
  await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  for (const record of await s.records()) expect(keys(record)).toContain('relevanceToTheme')
  await s.ask('section.set', { id: section.id, key: 'interaction' })
  expect(await s.ask('rule.suggest', { sessionId: first!.id, rowId: section.id, span: null })).toEqual([])
})

test('a value taken from under another label teaches what the label means', async () => {
  const s = await storeOf([1, 2, 3].map(number => page(number).replace('    Format\n', '    Strand: Harbour law\n\n    Format\n')))
  const [first] = await s.records()
  const { text } = await s.ask('session.source', first!.id)
  const topic = await s.ask('field.set', {
    sessionId: first!.id,
    key: 'topics',
    id: null,
    value: 'Harbour law',
    spans: [spanOf(text, 'Harbour law')],
  })
  const [suggested] = await s.ask('rule.suggest', { sessionId: first!.id, rowId: topic, span: null })
  expect(suggested).toMatchObject({ rule: { name: 'Strand is Topics', pattern: 'Strand', target: 'topics' }, sessions: 2 })
  await s.ask('reading.apply', { what: 'add', rule: suggested!.rule })
  const topics = (await s.records()).map(record => record.fields.filter(one => one.key === 'topics').map(one => one.value))
  expect(topics).toEqual([['Harbour law'], ['Harbour law'], ['Harbour law']])
})

test('what was corrected by hand after a rule had set it stays when the rule goes, and is restored to what is read without it', async () => {
  const s = await foggy(2)
  const tui = { name: 'Tui', kind: 'name', pattern: 'Tui Mahuta', target: 'Tui M.' } as const
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: tui })
  const [first] = await s.records()
  const person = first!.people.find(one => one.ruleId === ruleId)!
  await s.ask('person.set', { id: person.id, person: { name: 'Tui of the harbour' } })
  await s.ask('reading.apply', { what: 'remove', id: ruleId! })
  const [corrected, other] = await s.records()
  expect(corrected!.people.find(({ id }) => id === person.id)).toMatchObject({ name: 'Tui of the harbour', state: 'corrected' })
  expect(other!.people.map(({ name }) => name)).toContain('Tui Mahuta')
  await s.ask('value.restore', person.id)
  const restored = (await s.records())[0]!.people.find(({ id }) => id === person.id)
  expect(restored).toMatchObject({
    name: 'Tui Mahuta',
    state: 'parsed',
    reason: expect.not.stringContaining('rule') as string,
  })
  expect(restored).not.toHaveProperty('ruleId', ruleId)
  for (let i = 0; i < 3; i++) await s.ask('history.undo', null)
  expect((await s.records())[0]).toEqual(first)
})

test('a rule cannot be undone from under the pages that were imported by it', async () => {
  const s = await foggy(1)
  await s.ask('reading.apply', { what: 'add', rule: fogRule })
  const apply = (await s.ask('history.state', null)).undo!
  await s.importPages({ 'new.txt': withFog(9) })
  await expect(s.ask('history.undoAction', apply.id)).rejects.toThrow(/“Import 1 page” came later and builds on it\. Undo that first/)
  await s.ask('history.undo', null)
  await s.ask('history.undoAction', apply.id)
  expect(await s.ask('rule.list', null)).toEqual([])
})

test('a rule that cannot be is refused and leaves nothing', async () => {
  const s = await foggy(1)
  const refused = (rule: Partial<RuleDraft>) => s.ask('reading.apply', { what: 'add', rule: { ...fogRule, ...rule } })
  await expect(refused({ target: 'forum' })).rejects.toMatchObject({ code: 'bad-rule' })
  await expect(refused({ kind: 'roleOrder', pattern: 'moderator', target: 'rapporteur rapporteur' })).rejects.toMatchObject({
    code: 'bad-rule',
  })
  const { ruleId } = await s.ask('reading.apply', { what: 'add', rule: fogRule })
  await s.ask('reading.apply', { what: 'add', rule: { ...fogRule, pattern: 'Agenda' } })
  for (const request of ['reading.preview', 'reading.apply'] as const)
    await expect(s.ask(request, { what: 'set', id: ruleId!, rule: { ...fogRule, pattern: 'agenda' } })).rejects.toMatchObject({
      code: 'rule-exists',
    })
  expect(await s.ask('rule.list', null)).toHaveLength(2)
  expect((await s.ask('reading.state', null)).isRunning).toBe(false)
})

interface Correction {
  readonly what: 'accept' | 'clear' | 'field' | 'person' | 'section' | 'split' | 'problem'
  readonly at: number
  readonly word: string
}
const corrections: fc.Arbitrary<readonly Correction[]> = fc.array(
  fc.record({
    what: fc.constantFrom('accept', 'clear', 'field', 'person', 'section', 'split', 'problem'),
    at: fc.nat(50),
    word: fc.constantFrom('Oto Lind', 'Ballroom B', 'Tui Mahuta'),
  }),
  { maxLength: 8 },
)

/** What the screen could do to a row; refusals are the store's own. */
async function correct(s: TemporaryStore, record: SessionRecord, { what, at, word }: Correction): Promise<void> {
  const person: Partial<PersonDetails> = { name: word, role: roles[at % roles.length]! }
  const [field, one, section] = [
    record.fields[at % record.fields.length],
    record.people[at % record.people.length],
    record.sections[at % record.sections.length],
  ]
  const rows = [...record.fields, ...record.people, ...record.sections]
  const row = rows[at % rows.length]!
  const { text } = await s.ask('session.source', record.id)
  const start = text.indexOf('Keepers') + at
  const asked =
    what === 'accept'
      ? s.ask('value.accept', { sessionId: record.id, ids: [row.id] })
      : what === 'clear' && one
        ? s.ask('person.remove', one.id)
        : what === 'field' && field
          ? s.ask('field.set', { sessionId: record.id, key: 'room', id: null, value: word, spans: [] })
          : what === 'person' && one
            ? s.ask('person.set', { id: one.id, person })
            : what === 'section' && section
              ? s.ask('section.set', { id: section.id, key: sectionKeys[at % sectionKeys.length]! })
              : what === 'split'
                ? s.ask('section.add', { sessionId: record.id, key: 'summary', span: [start, start + 20] })
                : s.ask('value.accept', { sessionId: record.id, ids: null })
  await asked.catch((error: unknown) => expect((error as { code: string }).code).toMatch(/section-covered|bad-span/))
}

const checkedRows = ({ fields, people, sections }: SessionRecord) =>
  [...fields, ...people, ...sections].filter(row => row.state !== 'parsed')

test(
  'nothing that a person has checked changes, whatever was corrected and whatever the rule; and undo gives all back',
  { timeout: 120_000 },
  async () => {
    const s = await foggy(2)
    const rulesFor: readonly RuleDraft[] = [
      fogRule,
      { name: 'Outcomes', kind: 'heading', pattern: 'Expected Outcomes', target: 'callToAction' },
      { name: 'Room', kind: 'heading', pattern: 'Room', target: 'subtheme' },
      { name: 'Tui', kind: 'name', pattern: 'Tui Mahuta', target: 'Tui M. Mahuta' },
      { name: 'Fog', kind: 'boilerplate', pattern: 'Ballroom A', target: null },
    ]
    await fc.assert(
      fc.asyncProperty(corrections, fc.constantFrom(...rulesFor), async (steps, rule) => {
        const [id] = await s.ids()
        for (const step of steps) await correct(s, await s.ask('session.get', id!), step)
        const before = await s.ask('session.get', id!)
        await s.ask('reading.apply', { what: 'add', rule })
        const after = await s.ask('session.get', id!)
        expect(checkedRows(after)).toEqual(checkedRows(before))
        const spans = after.sections
          .filter(one => one.state !== 'cleared')
          .flatMap(one => one.spans)
          .toSorted((a, b) => a[0] - b[0])
        for (const [i, [start]] of spans.entries()) if (i > 0) expect(start).toBeGreaterThanOrEqual(spans[i - 1]![1])
        const names = after.people.filter(one => one.state === 'parsed').map(one => `${one.role} ${one.name}`)
        expect(new Set(names).size).toBe(names.length)
        const again = await s.ask('reading.preview', { what: 'read', sessionIds: [id!] })
        expect(again.changed).toBe(0)
        await s.ask('history.undo', null)
        expect(await s.ask('session.get', id!)).toEqual(before)
        while (!(await s.ask('history.state', null)).undo!.label.startsWith('Import')) await s.ask('history.undo', null)
      }),
      { numRuns: 60 },
    )
  },
)
