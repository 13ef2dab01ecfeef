import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { recentProjects } from './recent.ts'
import { tempFolder } from './testing/fake-store.ts'

const ignore = () => undefined

test('the projects opened last come first, once each, and are still known after a restart', () => {
  const folder = tempFolder()
  const recent = recentProjects(folder, ignore)
  for (const path of ['/a.rapporteur', '/b.rapporteur', '/a.rapporteur']) recent.add(path)
  expect(recent.paths()).toEqual(['/a.rapporteur', '/b.rapporteur'])
  expect(recentProjects(folder, ignore).paths()).toEqual(['/a.rapporteur', '/b.rapporteur'])
  expect(readdirSync(folder)).toEqual(['recent.json'])
})

test('fifteen are remembered', () => {
  const recent = recentProjects(tempFolder(), ignore)
  for (let number = 1; number <= 20; number++) recent.add(`/${number}.rapporteur`)
  expect(recent.paths()).toHaveLength(15)
  expect(recent.paths()[0]).toBe('/20.rapporteur')
})

test('a project is listed by its name, and said to be missing where it is', async () => {
  const folder = tempFolder()
  const path = join(folder, 'Geneva.rapporteur')
  writeFileSync(path, '')
  const recent = recentProjects(folder, ignore)
  recent.add('/nowhere/Lost.rapporteur')
  recent.add(path)
  expect(await recent.list()).toEqual([
    { path, name: 'Geneva', openedAt: expect.any(String), isThere: true },
    { path: '/nowhere/Lost.rapporteur', name: 'Lost', openedAt: expect.any(String), isThere: false },
  ])
})

test('a forgotten project is not listed', () => {
  const recent = recentProjects(tempFolder(), ignore)
  recent.add('/a.rapporteur')
  recent.forget('/a.rapporteur')
  expect(recent.paths()).toEqual([])
})

test.each(['', '{', '{}', '[{"path": 7}]', '[null]', '\0\0\0'])('a damaged list (%j) is said so and begun anew', text => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'recent.json'), text)
  const log = vi.fn()
  const recent = recentProjects(folder, log)
  expect(recent.paths()).toEqual([])
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('recent.json'))
  recent.add('/a.rapporteur')
  expect(readFileSync(join(folder, 'recent.json'), 'utf8')).toContain('/a.rapporteur')
})

test('a list that cannot be written is said so and goes on', () => {
  const log = vi.fn()
  const recent = recentProjects(join(tempFolder(), 'missing'), log)
  recent.add('/a.rapporteur')
  expect(recent.paths()).toEqual(['/a.rapporteur'])
  expect(log).toHaveBeenCalledOnce()
})
