import { expect, test } from 'vitest'
import * as z from 'zod'
import { newId } from './id.ts'

test('ids are UUIDs, and each sorts after the one before it', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids.slice(0, 100)) expect(z.uuid().safeParse(id).success).toBe(true)
})
