import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NoteListRow } from '../../src-preload/types.ts'
import { lineKey, nextNote, noteLines } from './note-lines.ts'

const note = (id: string, sessionId: string, sessionCode: string): NoteListRow => ({
  id,
  sessionId,
  sessionCode,
  sessionTitle: `Session ${sessionId}`,
  target: 'session',
  rowId: null,
  span: null,
  lostQuote: null,
  quote: null,
  text: id,
  author: 'A. Reader',
  at: '2026-01-01T10:00:00Z',
})

test('notes stand under their session, and sessions by their number', () => {
  const lines = noteLines([note('a', 's1', 'WS 102'), note('b', 's2', 'WS 9'), note('d', 's3', ''), note('c', 's1', 'WS 102')])
  expect(lines.map(lineKey)).toEqual(['session s2', 'b', 'session s1', 'a', 'c', 'session s3', 'd'])
})
test('going to the next note passes over sessions and ends at the ends', () => {
  const lines = noteLines([note('a', 's1', 'WS 1'), note('b', 's2', 'WS 2')])
  expect(nextNote(lines, -1, 1)).toBe(1)
  expect(nextNote(lines, 1, 1)).toBe(3)
  expect(nextNote(lines, 3, 1)).toBeUndefined()
  expect(nextNote(lines, 3, -1)).toBe(1)
  expect(nextNote([], -1, 1)).toBeUndefined()
})
test('every note is listed once and each session has one line', () => {
  const notes = fc.array(fc.nat(5)).map(sessions => sessions.map((session, index) => note(`n${index}`, `s${session}`, `WS ${session}`)))
  fc.assert(
    fc.property(notes, list => {
      const keys = noteLines(list).map(lineKey)
      expect(keys.filter(key => key.startsWith('n')).toSorted()).toEqual(list.map(each => each.id).toSorted())
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})
