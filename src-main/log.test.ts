import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openLog } from './log.ts'
import { tempFolder } from './testing/fake-store.ts'

function quietly() {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
}

test('what happened is written with its time, errors with their stack', () => {
  quietly()
  const folder = join(tempFolder(), 'new')
  const log = openLog(folder)
  log('started\n')
  log(new TypeError('a bug'))
  expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toMatch(/^\d{4}-\S+Z started\n\d{4}-\S+Z TypeError: a bug\n +at /)
})

test('a log never grows over two files of a megabyte', () => {
  quietly()
  const folder = tempFolder()
  const log = openLog(folder)
  for (let count = 0; count < 30; count++) log('x'.repeat(100_000))
  expect(readdirSync(folder).toSorted()).toEqual(['log.old.txt', 'log.txt'])
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000_000)
})

test('a log that cannot be written throws nothing', () => {
  quietly()
  const folder = tempFolder()
  mkdirSync(join(folder, 'log.txt'))
  expect(() => openLog(folder)('lost')).not.toThrow()
})
