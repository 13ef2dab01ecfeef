import fc from 'fast-check'
import { fieldKeys, roles, sectionKeys, type FieldKey, type Span } from '../../../src-preload/record.ts'
import { statuses } from '../../../src-preload/types.ts'
import type { ExportContent, ExportedReading, ExportedSession, ExportedTheme } from '../exported-session.ts'
import type { Format } from '../format.ts'

/** Text that is hard on every format: markup, formulas, quotes, line ends, other scripts, emoji. */
const hard = [
  '=1+1',
  '-',
  '+3',
  '@x',
  '\t',
  '＝A1',
  '"',
  ',',
  '\n',
  '\n\n',
  ' ',
  '# ',
  '* ',
  '1. ',
  '|',
  '`',
  '<b>',
  '&amp;',
  '\\',
  '---',
  ' | ',
]
const plain = ['word', 'é', '会议', 'جلسه', '🌫️', 'no', '16.10']
export const words = fc.array(fc.constantFrom(...hard, ...plain), { minLength: 1, maxLength: 8 }).map(parts => `${parts.join('')}x`)
export const manyWords = fc.array(words, { maxLength: 4 }).map(parts => parts.join('\n'))

const textLength = 100
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(textLength - 1), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => [start, start + length])
const reading: fc.Arbitrary<ExportedReading> = fc.record({
  spans: fc.array(span, { maxLength: 2 }),
  state: fc.constantFrom('parsed', 'accepted', 'corrected'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  reason: words,
})
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const quotes = fc.array(words, { maxLength: 2 })
const fieldValues: Partial<Record<FieldKey, fc.Arbitrary<string | number>>> = {
  year: fc.integer({ min: 1990, max: 2100 }),
  sessionNumber: fc.nat(999),
  durationMinutes: fc.integer({ min: 1, max: 999 }),
  sessionType: fc.constant('workshop'),
  startsAt: fc.constant('2021-12-10T12:50Z'),
  endsAt: fc.constant('2021-12-10T14:20Z'),
  sdgs: fc.constantFrom('10', '16.10', '5.b'),
}
const fields = fc.record(
  Object.fromEntries(
    fieldKeys.map(key => {
      const value = fc.tuple(reading, fieldValues[key] ?? words, quotes).map(([read, one, said]) => ({ value: one, quotes: said, ...read }))
      return [key, key === 'topics' || key === 'sdgs' ? fc.array(value, { minLength: 1, maxLength: 3 }) : value]
    }),
  ),
  { requiredKeys: [] },
)
const person = fc
  .record({ role: fc.constantFrom(...roles), name: maybe(words), affiliation: maybe(words), quotes })
  .map(one => ({ stakeholderGroup: null, regionalGroup: null, ...one }))
const section = fc.record({ key: fc.constantFrom(...sectionKeys), heading: maybe(words), text: manyWords, isEdited: fc.boolean() })
const choice = fc.record({
  label: words,
  values: fc.array(fc.record({ section: fc.constantFrom(...sectionKeys), spans: fc.array(span, { maxLength: 1 }) }), { maxLength: 2 }),
})
const both = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> => fc.tuple(a, b).map(([one, two]) => ({ ...one, ...two }))

export const session: fc.Arbitrary<ExportedSession> = fc.record({
  id: fc.uuid(),
  code: fc.constantFrom('', '2021 WS #51'),
  status: fc.constantFrom(...statuses),
  page: fc.constantFrom('session', 'report'),
  source: fc.record({
    name: words,
    sha256: fc.constant('0'.repeat(64)),
    mediaType: fc.constant('text/plain'),
    encoding: fc.constantFrom('utf-8', null),
    textLength: fc.constant(textLength),
    text: manyWords,
  }),
  earlierSources: fc.array(fc.record({ name: words, sha256: fc.constant('1'.repeat(64)) }), { maxLength: 2 }),
  fields,
  cleared: fc.subarray([...fieldKeys], { maxLength: 2 }),
  people: fc.array(both(person, reading), { maxLength: 3 }),
  sections: fc.array(both(section, reading), { maxLength: 3 }),
  themes: fc.array(fc.record({ theme: fc.array(words, { minLength: 1, maxLength: 2 }), span: maybe(span), quote: maybe(words) }), {
    maxLength: 2,
  }),
  notes: fc.array(
    fc.record({
      target: fc.constantFrom('session', 'span'),
      value: fc.constant(null),
      span: maybe(span),
      quote: maybe(words),
      text: words,
      author: words,
      at: fc.constant('2026-01-02T03:04:05.678Z'),
    }),
    { maxLength: 2 },
  ),
  problems: fc.array(
    fc.record({
      code: words,
      message: words,
      spans: fc.array(span, { maxLength: 2 }),
      isResolved: fc.boolean(),
      otherSession: fc.constant(null),
      choices: fc.array(choice, { maxLength: 2 }),
    }),
    {
      maxLength: 2,
    },
  ),
  leftover: fc.array(span, { maxLength: 2 }),
})

export const themes: readonly ExportedTheme[] = [
  { name: 'Access', description: 'Who is online', color: 'red', themes: [{ name: 'Cost', description: '', color: 'blue', themes: [] }] },
]
export const contentOf = (sessions: Iterable<ExportedSession>): ExportContent => ({
  generator: 'Rapporteur',
  scope: 'all',
  themes,
  sessions,
})

/** The files that a format makes, in memory. */
export function filesOf(format: Format, sessions: Iterable<ExportedSession>): { files: Map<string, string>; report: readonly string[] } {
  const files = new Map<string, string>()
  const pieces = format.write(contentOf(sessions))
  for (;;) {
    const next = pieces.next()
    if (next.done) return { files, report: next.value }
    files.set(next.value.file, (files.get(next.value.file) ?? '') + next.value.text)
  }
}
