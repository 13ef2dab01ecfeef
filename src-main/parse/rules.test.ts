import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ParsedRecord, ReadingRule } from '../../src-preload/record.ts'
import { page as sessionPage } from '../store/testing/project.ts'
import { parse } from './parse.ts'
import { headingTargets, labelsOf, patternOf } from './rules.ts'
import { generate } from './testing/generator.ts'

const rule = (kind: ReadingRule['kind'], words: string, target: string | null): ReadingRule => ({
  id: `${kind} ${words}`,
  name: `${words} is ${target}`,
  kind,
  pattern: patternOf(kind, words),
  target,
})
const base = sessionPage(51).replace(/ {4}Moderator\n\n.*\n\n/, '')
const withHeading = (heading: string) =>
  base.replace(
    '    Expected Outcomes',
    `    ${heading}\n\n    Fog costs ships each year, and harbours pay for it together.\n\n    Expected Outcomes`,
  )
const quote = (text: string, { spans }: { spans: readonly (readonly [number, number])[] }) => text.slice(...(spans[0] as [number, number]))
const section = (record: ParsedRecord, key: string) => record.sections.find(one => one.key === key)

test('a heading nobody knew opens the section that a rule says, and the reason names the rule', () => {
  const text = withHeading('Why This Matters Now')
  expect(section(parse(text), 'interaction')).toBeUndefined()
  const read = parse(text, [rule('heading', 'Why this matters now:', 'interaction')])
  const found = section(read, 'interaction')!
  expect(quote(text, found)).toBe('Fog costs ships each year, and harbours pay for it together.')
  expect(found).toMatchObject({ heading: 'Why This Matters Now', ruleId: 'heading Why this matters now:' })
  expect(found.reason).toContain('by the rule “Why this matters now: is interaction”')
  expect(found.confidence).toBeGreaterThan(0.85)
  expect(quote(text, section(read, 'description')!)).not.toContain('Why')
  expect(section(read, 'expectedOutcomes')).not.toHaveProperty('ruleId')
})

test.each(['additionalPolicyQuestions', 'connectionWithPreviousMessages', 'sdgTargets', 'policyQuestions', 'interaction'])(
  'a heading that a rule takes for %s opens it below whichever section it stands',
  target => {
    const said = 'Lamps matter to everybody in the harbour, and nobody says so when they are lit.'
    const rules = [rule('heading', 'Why this matters now', target)]
    const pages = Array.from({ length: 30 }, (_, seed) => generate(seed + 1).text).filter(text => parse(text).sections.length > 3)
    expect(pages.length).toBeGreaterThan(10)
    for (const page of pages)
      for (const { spans } of parse(page).sections) {
        const below = page.indexOf('\n', spans.at(-1)![1])
        const text = `${page.slice(0, below)}\n\n    Why This Matters Now\n\n    ${said}\n${page.slice(below)}`
        const found = parse(text, rules).sections.filter(({ key }) => key === target)
        expect(found.map(one => quote(text, one))).toContainEqual(expect.stringContaining(said))
      }
  },
)

test('a rule says otherwise of a heading that the parser knows', () => {
  const text = withHeading('Interaction')
  expect(section(parse(text), 'interaction')).toBeDefined()
  const read = parse(text, [rule('heading', 'Interaction', 'relevanceToTheme')])
  expect(section(read, 'interaction')).toBeUndefined()
  expect(quote(text, section(read, 'relevanceToTheme')!)).toContain('Fog costs')
})

test('a second part under a rule’s heading stays a part of its own', () => {
  const text = withHeading('Agenda')
  const read = parse(text, [rule('heading', 'Agenda', 'description')])
  expect(read.sections.filter(one => one.key === 'description').map(one => one.heading)).toEqual(['Description', 'Agenda'])
})

test('a label before a value means the field that a rule says', () => {
  const text = base.replace('    Room\n    Ballroom A\n', '    Chamber: Ballroom A\n')
  expect(parse(text).fields.room?.value).not.toBe('Ballroom A')
  expect(parse(text, [rule('heading', 'Chamber', 'room')]).fields.room).toMatchObject({ value: 'Ballroom A', ruleId: 'heading Chamber' })
})

test('a label means the role that a rule says', () => {
  const text = base.replace('    Format\n', '    Session Host\n\n    Ina Vale, Technical Community, Eastern European Group\n\n    Format\n')
  const read = parse(text, [rule('heading', 'session host', 'moderator')])
  expect(read.people.find(person => person.name === 'Ina Vale')).toMatchObject({ role: 'moderator', ruleId: 'heading session host' })
})

test('a name is written as a rule says wherever it stands', () => {
  const read = parse(base, [rule('name', 'Tui  MAHUTA', 'Tui M. Mahuta')])
  expect(read.people.map(person => person.name)).toContain('Tui M. Mahuta')
  expect(read.people.find(person => person.name === 'Tui M. Mahuta')!.reason).toContain('“Tui Mahuta” in the page, by the rule')
})

test('boilerplate inside a section is not in its text', () => {
  const line = 'Check the schedule for changes before you travel.'
  const text = `IGF 2022 WS #61 Ferries that carry cables\n\n    Description:\n\n    Ferries carry the post and the doctor.\n\n    ${line}\n\n    They could carry the cable.\n`
  const [section] = parse(text, [rule('boilerplate', line, null)]).sections
  expect(section!.spans.map(([start, end]) => text.slice(start, end))).toEqual([
    'Ferries carry the post and the doctor.',
    'They could carry the cable.',
  ])
})

test('a line of boilerplate is set aside, and is not left over', () => {
  const line = 'Brought to you by the Harbour Office'
  const text = `${base}\n\n    ${line}\n`
  const read = parse(text, [rule('boilerplate', line, null)])
  expect(read.boilerplate?.map(({ span }) => text.slice(...span))).toEqual([line])
  expect(read.leftover).toEqual(parse(base).leftover)
  expect(read.sections.some(one => quote(text, one).includes(line))).toBe(false)
})

test('a role order tells who those without a heading are', () => {
  const people = '    Ina Vale, Technical Community, Eastern European Group\n\n    Oto Lind, Civil Society, African Group\n'
  const text = base.replace('    Format\n\n', `\n${people}\n    Format\n\n`)
  const officers = parse(text).people.filter(person => person.reason.includes('it has no heading'))
  const order = officers.map(person => person.role).join(' ')
  expect(officers.length).toBeGreaterThan(0)
  const target = officers.map((_, i) => (i === officers.length - 1 ? 'rapporteur' : 'onlineModerator')).join(' ')
  const read = parse(text, [rule('roleOrder', order, target)])
  const names = officers.map(person => person.name)
  expect(
    read.people
      .filter(person => names.includes(person.name))
      .map(person => person.role)
      .join(' '),
  ).toBe(target)
})

test('no rules read as before, and rules about other words change nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), seed => {
      const { text } = generate(seed)
      const others = headingTargets.map((target, i) => rule('heading', `nothing of this kind ${i}`, target))
      expect(parse(text, [])).toEqual(parse(text))
      expect(parse(text, others)).toEqual(parse(text))
    }),
    { numRuns: 40 },
  )
})

test('any line of a page can be a heading or boilerplate: parsing never throws, and all of the page is accounted for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), fc.constantFrom(...headingTargets), (seed, nth, target) => {
      const { text } = generate(seed)
      const rows = text
        .split('\n')
        .map(row => row.trim())
        .filter(row => row !== '')
      const row = rows[nth % rows.length]!
      const label = labelsOf(row)[0]
      const rules = [...(label ? [rule('heading', label.words, target)] : []), rule('boilerplate', rows[(nth * 7) % rows.length]!, null)]
      const read = parse(text, rules)
      for (const [start, end] of [...read.leftover, ...read.sections.flatMap(one => one.spans)]) expect(start).toBeLessThan(end)
      const ends = read.sections.flatMap(one => one.spans).toSorted((a, b) => a[0] - b[0])
      for (const [i, [start]] of ends.entries()) if (i > 0) expect(start).toBeGreaterThanOrEqual(ends[i - 1]![1])
    }),
    { numRuns: 60 },
  )
})
