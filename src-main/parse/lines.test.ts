import { expect, test } from 'vitest'
import { beginsWithHeading, headingsOf, isWholeHeading } from './headings.ts'
import { distance } from './known-headings.ts'
import { cutAtLabels } from './inline-labels.ts'
import { beginsWithName } from './shapes.ts'
import { readLines } from './lines.ts'
import { hasBothGroups } from './groups.ts'
import { withPlainSpaces } from './plain-text.ts'
import { canEndTitle } from './read-title.ts'
import { beginsTitle } from './title-front.ts'
import { slotAt } from './slots.ts'

const tests = {
  begins: beginsWithHeading,
  isWhole: isWholeHeading,
  isComplete: hasBothGroups,
  beginsPerson: beginsWithName,
  isTitle: beginsTitle,
  canEndTitle,
}
const read = (text: string) => readLines(text, tests)

test('lines are trimmed, keep their places and count the blank lines before them', () => {
  const text = '  One \n\n\t\n\u00a0Two\r\n'
  expect(read(text)).toMatchObject([
    { start: 2, end: 5, text: 'One', gap: 0 },
    { start: 11, end: 14, text: 'Two', gap: 2 },
  ])
})

test('text wrapped at a column is one line again, and a heading after it is not', () => {
  const words = 'the tide comes in and the tide goes out and nobody has ever asked it why it does so at such hours of the day '
  const rows: string[] = ['']
  for (const word of words.repeat(4).trim().split(' '))
    if (`${rows.at(-1)} ${word}`.length > 72) rows.push(word)
    else rows[rows.length - 1] = `${rows.at(-1)} ${word}`.trim()
  expect(read(`${rows.join('\n')}\nOnline Moderator\nAna Prado`).map(line => line.text.replace(/\n/g, ' '))).toEqual([
    words.repeat(4).trim(),
    'Online Moderator',
    'Ana Prado',
  ])
})

test('spaces and line breaks of other kinds are common ones in the same places', () => {
  expect(withPlainSpaces('Ana\u00a0Prado\u2028Mei\u2009Tan\u3000Lab')).toBe('Ana Prado\nMei Tan Lab')
})

const wrapped = (paragraphs: readonly string[], width: number) =>
  paragraphs
    .flatMap(paragraph => {
      const rows: string[] = []
      for (const word of paragraph.split(' '))
        if (rows.length > 0 && `${rows.at(-1)} ${word}`.length <= width) rows[rows.length - 1] += ` ${word}`
        else rows.push(word)
      return rows
    })
    .join('\n')

test('hours, groups and items of a wrapped page end where they should', () => {
  const page = [
    'Thursday, 8th December, 2022 (23:10 UTC) - Friday, 9th December, 2022 (00:10 UTC)',
    'Kotka 1+2',
    'Speaker 1: Salma van der Idrissi-Prado, Private Sector, African Group',
    'Speaker 2: Mei Tan, Civil Society, Latin American and Caribbean Group (GRULAC)',
    'A. Who fills the lamps of the harbour when nobody is there to see them?',
    'B. Who looks at them, and from where, and what does it cost in the end?',
    'What will participants gain from attending this session? A table of lamps.',
    'The lamps,\u00a0which\u00a0nobody\u00a0fills,\u00a0go out one by one in the harbour.',
  ]
  for (const width of [60, 64]) {
    const text = wrapped(page, width)
    expect(readLines(withPlainSpaces(text), tests, text).map(line => line.text)).toEqual(page.map(withPlainSpaces))
  }
})

test('a person is not the end of the person in the full line above', () => {
  const page = [
    'Speakers',
    'Ana Prado, Secretary-General, Northern Union of Keepers of Small Lamps (NUK)',
    'Luka Horvat, Quay Lab, Head of the Department for Nets and other Old Tools',
    'Runa Dahl, Harbour School, Reader in the History of Light and its Mechanics, Ghent',
    'Idris Bello, Counting House of all the Harbours, technical community, Asia-Pacific',
    'Mei Tan, National Office for Lamps, government, Eastern European Group',
    'The lamps go out one by one in the harbour, and nobody is there to see which of them was the last.',
    'Three forecasts for one harbour on one day are compared with what came down in the night after it.',
  ]
  expect(read(wrapped(page, 76)).map(line => line.text)).toEqual(page)
})

test('doubled line breaks are halved', () => {
  const page = Array.from({ length: 20 }, (_, i) => (i % 5 === 4 ? `Line ${i}\n\n` : `Line ${i}`)).join('\n')
  expect(read(page.replace(/\n/g, '\n\n')).map(line => line.gap)).toEqual(read(page).map(line => line.gap))
})

test('a paragraph of labels is cut at each of them', () => {
  const [line] = read('Moderator: Ana Prado, Port. Speakers: Luka Horvat (Quay), Mei Tan (Lab). Rapporteur Runa Dahl')
  expect(cutAtLabels(line!).map(part => part.text)).toEqual([
    'Moderator: Ana Prado, Port.',
    'Speakers: Luka Horvat (Quay), Mei Tan (Lab).',
    'Rapporteur Runa Dahl',
  ])
})

const places = (text: string) => headingsOf(text, text.length, false).map(heading => slotAt(heading.slot).name)

test.each([
  ['Rooom', 'room'],
  ['ONLINE MODERATOR:', 'onlineModerator'],
  ['Expected Outcmoes', 'expectedOutcomes'],
  ['**SDGs**', 'goals'],
  ['Key Takeaways (* deadline at the end of the session day)', 'keyTakeaways'],
  ['2. Summary of Issues Discussed', 'summary'],
  ['Relevance to Theme: tides are data', 'relevanceToTheme'],
  ['RapporteurMei Tan', 'rapporteur'],
  ['What will participants gain from attending this session? A', 'gains'],
  ['Speaker 12: Mei Tan, Civil Society', 'speaker'],
  ['Organizer 2 Mei Tan, Quay Lab', 'organizer'],
  ['Room\tQuay B', 'room'],
  ['What will participants gain from attending this session? A table.', 'gains'],
])('%j is a heading', (text, name) => {
  expect(places(text)).toContain(name)
})

test.each([
  'University',
  'Rome',
  'The room was full.',
  'Speakers will arrive by boat',
  'Moderators',
  'Room 1',
  'Speaker 2 will talk of tides, Speaker 3 of quays',
])('%j opens nothing it should not', text => {
  expect(places(text).filter(name => name !== 'moderator')).toEqual([])
})

test('letters swapped, doubled, missing or wrong are one step away', () => {
  expect(['raport', 'rapoprt', 'rapportt', 'rappurt'].map(word => distance(word, 'rapport', 2))).toEqual([1, 1, 1, 1])
  expect(distance('harbour', 'tide', 2)).toBe(Infinity)
})
