import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inline, paragraphs } from './markdown-text.ts'
import { markdown } from './markdown.ts'
import { filesOf, manyWords, session, words } from './testing/content.ts'

/** Undoes the escapes, as a reader of CommonMark does. */
const read = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
const startsBlock = /^(?:[#>+=:-]|\d{1,9}[.)]|\s)/
const unescaped = /(?<!\\)(?:\\\\)*[`*_[\]<|~$]/

test('paragraphs read as the text does, and no line of theirs is markup', () => {
  fc.assert(
    fc.property(fc.oneof(manyWords, fc.string()), text => {
      const escaped = paragraphs(text)
      expect(squeezed(read(escaped.replace(/\\\n/g, '\n')))).toBe(squeezed(text))
      for (const line of escaped.split('\n').filter(Boolean)) {
        expect(line).not.toMatch(startsBlock)
        expect(line).not.toMatch(unescaped)
      }
    }),
  )
})

test('a text on one line stays on it', () => {
  fc.assert(
    fc.property(words, text => {
      const escaped = inline(text)
      expect(escaped).not.toContain('\n')
      expect(squeezed(read(escaped))).toBe(squeezed(text))
      expect(escaped).not.toMatch(unescaped)
    }),
  )
})

test('lines and paragraphs stay apart', () => {
  expect(paragraphs('one\n  two\n\n\nthree & four &amp; 1. five\n2. six')).toBe('one\\\ntwo\n\nthree & four \\&amp; 1. five\\\n2\\. six')
})

test('every session has a page whose front matter is YAML with its fields', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 3 }), sessions => {
      const { files } = filesOf(markdown, sessions)
      const pages = [...files.values()]
      expect(pages).toHaveLength(sessions.length)
      for (const [index, page] of pages.entries()) {
        const [, front, body] = /^---\n(.*?\n)---\n\n(# .*)$/s.exec(page)!
        const { fields, id, people, sections } = sessions[index]!
        for (const version of ['1.1', '1.2'] as const) {
          const facts = parse(front!, { version }) as Record<string, unknown>
          expect(facts.id).toBe(id)
          expect(facts.title).toEqual(fields.title?.value)
          expect(facts.sdgs).toEqual(fields.sdgs?.map(({ value }) => value))
        }
        expect(body!.split('\n').filter(line => line.startsWith('# '))).toHaveLength(1)
        const headings = body!.split('\n').filter(line => line.startsWith('## '))
        expect(headings.length).toBeGreaterThanOrEqual(sections.length + (people.length > 0 ? 1 : 0))
        expect(body!.split('\n').filter(line => line.startsWith('|'))).toHaveLength(people.length > 0 ? people.length + 2 : 0)
      }
    }),
    { numRuns: 50 },
  )
})

test('a title that YAML could take for something else is text in every YAML', () => {
  const [one] = fc.sample(session, { numRuns: 1, seed: 1 })
  const reading = { quotes: [], spans: [], state: 'parsed', confidence: 1, reason: 'x' } as const
  for (const value of ['no', 'On', '12:50', '1_000', '0x1F', '2021-12-10', '~', '---', 'a: b', '# c']) {
    const [page] = filesOf(markdown, [{ ...one!, fields: { title: { value, ...reading } } }]).files.values()
    const [, front] = /^---\n(.*?\n)---\n/s.exec(page!)!
    for (const version of ['1.1', '1.2'] as const) expect(parse(front!, { version })).toHaveProperty('title', value)
  }
})

test('a page of blanks takes no longer than one of words', () => {
  const line = `a${' '.repeat(1_000_000)}b`
  expect(paragraphs(`${line}\n${line}`)).toBe(`${line}\\\n${line}`)
})
