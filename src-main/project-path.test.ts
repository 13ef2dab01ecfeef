import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { freshPath, projectName, projectPathsIn, realProjectPath, withExtension } from './project-path.ts'
import { tempFolder } from './testing/fake-store.ts'

test('a project goes by the name of its file', () => {
  expect(projectName('/x/Geneva 2024.rapporteur')).toBe('Geneva 2024')
  expect(withExtension('/x/Geneva 2024')).toBe('/x/Geneva 2024.rapporteur')
  expect(withExtension('/x/Geneva.rapporteur')).toBe('/x/Geneva.rapporteur')
})

test('the projects on a command line are told from its options', () => {
  const argv = ['.', '--user-data-dir=/x/a.rapporteur', 'A.rapporteur', '/b/B.rapporteur', 'notes.txt']
  expect(projectPathsIn(argv, '/folder')).toEqual([resolve('/folder/A.rapporteur'), resolve('/b/B.rapporteur')])
})

test('a fresh path is one where neither a file is nor what SQLite left of one', () => {
  const path = join(tempFolder(), 'A.rapporteur')
  expect(freshPath(path)).toBe(path)
  writeFileSync(path, '')
  writeFileSync(path.replace('A.', 'A 2.').concat('-wal'), '')
  expect(freshPath(path)).toBe(path.replace('A.', 'A 3.'))
})

test('every way to a file has one real path, and a file to be made has that of its folder', async () => {
  const folder = realpathSync(tempFolder())
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  expect(await realProjectPath(join(folder, 'link', 'New.rapporteur'))).toBe(join(folder, 'real', 'New.rapporteur'))
  writeFileSync(join(folder, 'real', 'A.rapporteur'), '')
  expect(await realProjectPath(join(folder, 'link', 'A.rapporteur'))).toBe(join(folder, 'real', 'A.rapporteur'))
})
