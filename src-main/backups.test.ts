import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupFolder, listBackups, restoreBackup } from './backups.ts'
import { tempFolder } from './testing/fake-store.ts'

const now = new Date('2026-03-04T05:06:07.890Z')
const backup = 'Sessions 2026-03-01T10-20-30Z.rapporteur'
const aside = 'Sessions (before restore 2026-03-04T05-06-07Z)'

function project(files: Readonly<Record<string, string>> = { '': 'current' }) {
  const folder = tempFolder()
  const path = join(folder, 'Sessions.rapporteur')
  for (const [companion, text] of Object.entries(files)) writeFileSync(path + companion, text)
  mkdirSync(backupFolder(path))
  writeFileSync(join(backupFolder(path), backup), 'as it was')
  const texts = () =>
    readdirSync(folder, { withFileTypes: true }).flatMap(file =>
      file.isFile() ? [[file.name, readFileSync(join(folder, file.name), 'utf8')]] : [],
    )
  return { folder, path, texts: () => Object.fromEntries(texts()) as Record<string, string> }
}

test('backups are listed newest first, and nothing else that lies there', async () => {
  const { path } = project()
  const names = [
    'Sessions 2026-03-02T00-00-00Z.rapporteur',
    'Other 2026-03-02T00-00-00Z.rapporteur',
    'Sessions 2026.rapporteur',
    'notes.txt',
  ]
  for (const name of names) writeFileSync(join(backupFolder(path), name), '')
  mkdirSync(join(backupFolder(path), 'Sessions 2026-03-03T00-00-00Z.rapporteur'))
  expect(await listBackups(path)).toEqual([
    { name: names[0], at: '2026-03-02T00:00:00Z', bytes: 0 },
    { name: backup, at: '2026-03-01T10:20:30Z', bytes: 9 },
  ])
})

test('a project without a folder of backups has none', async () => {
  expect(await listBackups(join(tempFolder(), 'New.rapporteur'))).toEqual([])
})

test('restoring keeps the project that was there, with what SQLite had beside it', async () => {
  const { path, texts } = project({ '': 'damaged', '-wal': 'late edits', '-shm': 'index' })
  await restoreBackup(path, backup, now)
  expect(texts()).toEqual({
    'Sessions.rapporteur': 'as it was',
    [`${aside}.rapporteur`]: 'damaged',
    [`${aside}.rapporteur-wal`]: 'late edits',
    [`${aside}.rapporteur-shm`]: 'index',
  })
  expect(await listBackups(path)).toHaveLength(1)
})

test('restoring twice in a second overwrites nothing', async () => {
  const { path, texts } = project()
  await restoreBackup(path, backup, now)
  await restoreBackup(path, backup, now)
  expect(texts()).toEqual({
    'Sessions.rapporteur': 'as it was',
    [`${aside}.rapporteur`]: 'current',
    [`${aside} 2.rapporteur`]: 'as it was',
  })
})

test('a project whose file is gone is restored, and what was left beside it does not spoil it', async () => {
  const { path, texts } = project({ '-wal': 'of the lost file' })
  await restoreBackup(path, backup, now)
  expect(texts()).toEqual({ 'Sessions.rapporteur': 'as it was', [`${aside}.rapporteur-wal`]: 'of the lost file' })
})

test('only a backup in the list can be restored', async () => {
  const { path, texts } = project()
  for (const name of ['Sessions 2020-01-01T00-00-00Z.rapporteur', '../Sessions.rapporteur', `./${backup}`, ''])
    await expect(restoreBackup(path, name, now)).rejects.toMatchObject({ code: 'no-such-backup' })
  expect(texts()).toEqual({ 'Sessions.rapporteur': 'current' })
})

test('no row of restores loses any text', async () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme-ascii' })
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), async states => {
      const { path, texts } = project()
      const seen = ['current']
      for (const [index, state] of states.entries()) {
        await restoreBackup(path, backup, new Date(now.getTime() + Math.floor(index / 2) * 1000))
        writeFileSync(path, state)
        seen.push(state)
      }
      expect(Object.values(texts())).toEqual(expect.arrayContaining(seen))
    }),
    { numRuns: 25 },
  )
})
