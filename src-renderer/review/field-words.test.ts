import { expect, test } from 'vitest'
import { fieldKeys } from '../../src-preload/record.ts'
import { fieldGroups, fieldLetters, roleLetters } from './field-words.ts'

test('every field stands in one group', () => {
  expect(fieldGroups.flatMap(group => group.keys).toSorted()).toEqual([...fieldKeys].toSorted())
})

test('no letter means two things', () => {
  const letters = [...Object.values(fieldLetters), ...Object.values(roleLetters), 'x']
  expect(new Set(letters).size).toBe(letters.length)
})
