import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedRecord, Span } from '../../src-preload/record.ts'
import { parse } from './parse.ts'
import { work } from './reading.ts'
import { digest } from './testing/digest.ts'
import { generate2099 } from './testing/meeting-2099.ts'
import { leastConfidence } from './spans.ts'
import { generate, innerMess, outerMess, typesByYear } from './testing/generator.ts'
import { groupScores, meanScore, newScore, scorePage, sureAt } from './testing/score.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus')
const cases = join(import.meta.dirname, 'cases')
const normalised = (text: string) => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

describe.each(['real', 'dev'])('the %s pages of the corpus', folder => {
  const path = join(corpus, folder)
  test.skipIf(!existsSync(path))('are read as their records say (skipped where the corpus is not beside the project)', () => {
    const score = newScore()
    for (const file of readdirSync(path).filter(name => name.endsWith('.txt'))) {
      const text = normalised(readFileSync(join(path, file), 'utf8'))
      scorePage(score, text, JSON.parse(readFileSync(join(path, file.replace('.txt', '.gold.json')), 'utf8')), parse(text))
    }
    expect(meanScore(score)).toBeGreaterThan(folder === 'real' ? 0.96 : 0.98)
    expect(groupScores(score)['people']).toBeGreaterThan(0.98)
    expect(sureAt(score, 0.9).right).toBeGreaterThan(0.98)
  })
})

describe('each kept page', () => {
  test.each(readdirSync(cases).filter(name => name.endsWith('.txt')))('%s is read as its record says', file => {
    const text = normalised(readFileSync(join(cases, file), 'utf8'))
    expect(digest(text, parse(text))).toEqual(JSON.parse(readFileSync(join(cases, file.replace('.txt', '.json')), 'utf8')))
  })
})

describe('invented pages of every layout', () => {
  test('are read right in nearly everything, and what is sure is right', () => {
    const score = newScore()
    for (let seed = 1; seed <= 150; seed++) {
      const { text, gold } = generate(seed)
      scorePage(score, text, gold, parse(text))
    }
    expect(meanScore(score)).toBeGreaterThan(0.98)
    expect(sureAt(score, 0.9).right).toBeGreaterThan(0.99)
  })

  test.each([...innerMess, ...outerMess])('survive %s', mess => {
    const score = newScore()
    for (let seed = 700; seed < 715; seed++) {
      const { text, gold } = generate(seed, { mess: [mess, 'report', 'additional-speakers'] })
      scorePage(score, text, gold, parse(text))
    }
    expect(meanScore(score)).toBeGreaterThan(0.96)
  })
})

describe('pages that have lost their title and nearly all headings', () => {
  const read = (mess?: readonly string[]) => {
    const score = newScore()
    for (const [year, types] of Object.entries(typesByYear).filter(([year]) => year !== '2017'))
      for (const [i, type] of types.entries()) {
        const { text, gold } = generate(Number(year) * 100 + i, { year: Number(year), type, rendering: 'R3', ...(mess && { mess }) })
        scorePage(score, text, gold, parse(text))
      }
    return score
  }

  test.each([[[]], [['keeps-inline', 'lists-twice']], [['keeps-labels', 'report']], [['telling', 'several', 'dashes']]])(
    'are read by order and words: %j',
    mess => {
      const score = read(mess)
      expect(meanScore(score)).toBeGreaterThan(0.97)
      expect(groupScores(score)['people']).toBeGreaterThan(0.98)
      expect(sureAt(score, 0.9).right).toBeGreaterThan(0.99)
    },
  )

  test('have no value set where another reading is as good', () => {
    expect(sureAt(read(), 0, leastConfidence).count).toBe(0)
  })
})

test.each(['R1', 'R1-flat', 'R1-tight'] as const)('pages of a meeting that is known by data alone are read right (%s)', rendering => {
  const score = newScore()
  for (let seed = 1; seed <= 30; seed++) {
    const { text, gold } = generate2099(seed, rendering)
    scorePage(score, text, gold, parse(text))
  }
  expect(meanScore(score)).toBeGreaterThan(0.99)
  expect(sureAt(score, 0.9).right).toBeGreaterThan(0.99)
})

const allSpans = (record: ParsedRecord): Span[] => [
  ...Object.values(record.fields).flatMap(value => (Array.isArray(value) ? value : [value]).flatMap(one => one.spans as Span[])),
  ...record.people.flatMap(person => person.spans),
  ...record.sections.flatMap(section => section.spans),
]
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What holds for every text, page or not. */
function expectHonest(text: string): void {
  const record = parse(text)
  const spans = allSpans(record)
  for (const [start, end] of [...spans, ...record.leftover]) expect(start >= 0 && start < end && end <= text.length).toBe(true)
  for (const key of ['title', 'room', 'subtheme', 'seating', 'formatKind'] as const) {
    const value = record.fields[key]
    if (value) expect(tidy(value.spans.map(([start, end]) => text.slice(start, end)).join(' '))).toContain(tidy(value.value))
  }
  for (const person of record.people) {
    const said = tidy(person.spans.map(([start, end]) => text.slice(start, end)).join(' '))
    for (const word of person.name?.split(' ') ?? []) expect(said).toContain(word)
  }
  for (let i = 1; i < record.leftover.length; i++) expect(record.leftover[i]![0]).toBeGreaterThan(record.leftover[i - 1]![1])
  for (const [start, end] of record.leftover) {
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
    for (const [from, to] of spans) expect(Math.max(start, from) >= Math.min(end, to)).toBe(true)
  }
  const sections = record.sections.flatMap(section => section.spans).toSorted((a, b) => a[0] - b[0])
  for (let i = 1; i < sections.length; i++) expect(sections[i]![0]).toBeGreaterThanOrEqual(sections[i - 1]![1])
  for (const one of [...Object.values(record.fields).flat(), ...record.people, ...record.sections]) {
    expect(one.confidence >= 0 && one.confidence <= 1).toBe(true)
    expect(one.reason).not.toBe('')
  }
}

const seed = fc.integer({ min: 1, max: 100_000 })
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\n',
    '\n\n\n',
    'Moderator',
    'Online Moderator',
    'Speaker 1: ',
    'Ana Prado, Civil Society, African Group',
    'Time',
    'Room',
    '16.10',
    'GOAL 3',
    'Session',
    '🔒',
    '\u00a0',
    '1. ',
    'IGF 2022 WS #',
    '>> ',
    'Description:',
    ', ',
    ': ',
    '(',
    '|',
    '\ud800',
    '\t',
    '\r',
  ),
)

describe('whatever the text', () => {
  test('nothing is thrown and every span is honest', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
        expectHonest,
      ),
      { numRuns: 300 },
    )
  })

  test('a slice of a page is read as honestly as the whole', () => {
    fc.assert(
      fc.property(seed, fc.nat(3000), fc.nat(6000), (from, start, length) =>
        expectHonest(generate(from).text.slice(start, start + length)),
      ),
      { numRuns: 60 },
    )
  })

  test('a page with its lines shuffled is read as honestly', () => {
    const shuffled = seed.chain(from => fc.shuffledSubarray(generate(from).text.split('\n')))
    fc.assert(
      fc.property(shuffled, lines => expectHonest(lines.join('\n'))),
      { numRuns: 60 },
    )
  })

  test('all text is in a value, a heading or the leftover: no word of an unknown text is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 30 }), words => {
        const text = words.join(' ')
        const record = parse(text)
        const covered = [...allSpans(record), ...record.leftover].toSorted((a, b) => a[0] - b[0])
        expect(tidy(covered.map(([start, end]) => text.slice(start, end)).join(' '))).toBe(tidy(text))
      }),
    )
  })

  test('the same text is always read the same', () => {
    const { text } = generate(42)
    expect(parse(text)).toEqual(parse(text))
  })
})

describe('the work grows with the text and no faster', () => {
  const pairsFor = (text: string) => {
    work.pairs = 0
    parse(text)
    return work.pairs
  }

  test('in lines', () => {
    const page = (lines: number) =>
      `IGF 2022 WS #5 Tides\n\nSpeaker 1: Ana Prado, Civil Society, African Group\n\nDescription:\n\n${'A sentence about tides and those who read them.\n\n'.repeat(lines)}`
    expect(pairsFor(page(2000))).toBeLessThan(pairsFor(page(1000)) * 2.1)
  })

  test.each([
    'a',
    'Speaker 1: ',
    '(',
    'Name: ',
    '1. ',
    'A ',
    ', ',
    'Civil Society, ',
    '>> ',
    '?',
    ' - ',
    '#',
    'Time: ',
    '> ',
    '**a ',
    '\u200b',
    '\n>',
    '\n3\n',
    ',\n',
  ])('on a million times %j', unit => {
    expect(parse(unit.repeat(1_000_000)).page).toBeDefined()
  })
})

test('a page that names several sessions says so', () => {
  const titles = (count: number) =>
    Array.from({ length: count }, (_, i) => `IGF 2023 WS #${70 + i} Tide ${i}\n\nWords about the tide.\n`).join('\n')
  const codes = (text: string) => parse(text).problems.map(({ code }) => code)
  expect(codes(titles(6))).toContain('several-sessions')
  expect(codes(titles(1))).not.toContain('several-sessions')
})

test('what numbered speakers say names nobody', () => {
  const said = (i: number) => `Speaker ${i}: and so we said to all of them that tides come twice.\n`
  expect(parse(`IGF 2023 WS #4 Tides\n\n${[1, 2, 3, 4].map(said).join('\n')}`).people).toEqual([])
})
