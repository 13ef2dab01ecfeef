import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFileBytes } from './read-file.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-file-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the bytes of a file come as they are', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, ...Buffer.from('é')])
  await writeFile(join(folder, 'a.txt'), bytes)
  expect(Buffer.from(readFileBytes(join(folder, 'a.txt')))).toEqual(bytes)
})

test('a file larger than the limit is refused before it is read', async () => {
  await writeFile(join(folder, 'a.txt'), '')
  await truncate(join(folder, 'a.txt'), 5_000_000_000)
  expect(() => readFileBytes(join(folder, 'a.txt'))).toThrowError(expect.objectContaining({ code: 'too-large' }))
})

test('a file that is longer than its size says is refused at the limit', async () => {
  expect(() => readFileBytes('/proc/cpuinfo', 10)).toThrowError(expect.objectContaining({ code: 'too-large' }))
})

test('missing files, folders and pipes are refused as what they are', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe')])
  await symlink(join(folder, 'self'), join(folder, 'self'))
  for (const [name, code] of [
    ['missing.txt', 'no-such-file'],
    ['', 'not-a-file'],
    ['pipe', 'not-a-file'],
    ['a\0b', 'no-such-file'],
    ['self', 'link-loop'],
    ['x'.repeat(300), 'no-such-file'],
  ] as const) {
    expect(() => readFileBytes(join(folder, name))).toThrowError(expect.objectContaining({ name: 'AppError', code }))
  }
})

// The superuser may read everything.
test.skipIf(process.getuid?.() === 0)('a file that may not be read says so', async () => {
  await writeFile(join(folder, 'a.txt'), 'x')
  await chmod(join(folder, 'a.txt'), 0)
  expect(() => readFileBytes(join(folder, 'a.txt'))).toThrowError(expect.objectContaining({ code: 'no-permission' }))
})
