import fc from 'fast-check'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportFormats, type ExportFormat } from '../../src-preload/types.ts'
import type { ExportedSession } from './exported-session.ts'
import { contentOf, session } from './testing/content.ts'
import { writeExport } from './write-export.ts'

const sessions = fc.sample(session, { numRuns: 3, seed: 7 })

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
/** Every file below a folder with its bytes. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => [join(entry.parentPath, entry.name).slice(folder.length), readFileSync(join(entry.parentPath, entry.name), 'latin1')]),
  )
const write = (format: ExportFormat, path: string, given: Iterable<ExportedSession> = sessions, signal = new AbortController().signal) =>
  writeExport({ format, path }, contentOf(given), signal)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'written',
    (error: unknown) => (error as { code: string }).code,
  )

test.each(exportFormats)('%s: written twice, the bytes are the same and nothing else is left', async format => {
  const folder = temporaryFolder()
  const first = await write(format, join(folder, 'first'))
  await write(format, join(folder, 'second'))
  const inside = (name: string) => Object.entries(contents(folder)).filter(([path]) => path.startsWith(name))
  expect(inside('/first').map(([, bytes]) => bytes)).toEqual(inside('/second').map(([, bytes]) => bytes))
  expect(await write(format, join(folder, 'first'))).toEqual(first)
  expect(readdirSync(folder)).toEqual(['first', 'second'])
})

test('a new export takes the place of an earlier one, files that are no more included', async () => {
  const path = join(temporaryFolder(), 'pages')
  await write('markdown', path)
  await write('markdown', path, sessions.slice(0, 1))
  expect(readdirSync(path).filter(name => name.endsWith('.md'))).toHaveLength(1)
})

test.each(exportFormats)('%s: an export that fails or is cancelled leaves what was there, and nothing of its own', async format => {
  const folder = temporaryFolder()
  await write(format, join(folder, 'out'))
  const before = contents(folder)
  const cancel = new AbortController()
  function* failing() {
    yield sessions[0]!
    throw new Error('a bug')
  }
  function* cancelling() {
    yield sessions[0]!
    cancel.abort()
    yield sessions[1]!
  }
  await expect(write(format, join(folder, 'out'), failing())).rejects.toThrow('a bug')
  expect(await codeOf(write(format, join(folder, 'out'), cancelling(), cancel.signal))).toBe('export-cancelled')
  expect(await codeOf(write(format, join(folder, 'other'), cancelling(), cancel.signal))).toBe('export-cancelled')
  expect(contents(folder)).toEqual(before)
})

test('what is not an earlier export is never replaced', async () => {
  const folder = temporaryFolder()
  const path = (name: string) => join(folder, name)
  writeFileSync(path('notes.json'), '{"my": "notes"}')
  mkdirSync(path('notes'))
  writeFileSync(join(path('notes'), 'diary.md'), 'Dear diary')
  await write('csv', path('tables'))
  await write('markdown', path('pages'))
  writeFileSync(join(path('pages'), 'mine.md'), 'My own page')
  await write('markdown', path('edited'))
  const [page] = readdirSync(path('edited')).filter(name => name.endsWith('.md'))
  writeFileSync(join(path('edited'), page!), 'I worked on this')
  const before = contents(folder)
  expect(await codeOf(write('json', path('notes.json')))).toBe('not-empty')
  expect(await codeOf(write('json', path('notes')))).toBe('not-a-file')
  expect(await codeOf(write('csv', path('notes.json')))).toBe('not-a-folder')
  expect(await codeOf(write('markdown', path('notes')))).toBe('not-empty')
  expect(await codeOf(write('markdown', path('tables')))).toBe('not-empty')
  expect(await codeOf(write('markdown', path('pages')))).toBe('not-empty')
  expect(await codeOf(write('markdown', path('edited')))).toBe('export-edited')
  expect(contents(folder)).toEqual(before)
})

test('an empty file, an empty folder and what the system puts there are no obstacle', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'empty.json'), '')
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'empty', '.DS_Store'), 'x')
  expect(await codeOf(write('json', join(folder, 'empty.json')))).toBe('written')
  expect(await codeOf(write('csv', join(folder, 'empty')))).toBe('written')
})

test('a link is followed: the export goes where it leads', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  await write('csv', join(folder, 'link'))
  expect(readdirSync(join(folder, 'real'))).toContain('sessions.csv')
  expect(statSync(join(folder, 'link')).isDirectory()).toBe(true)
})

test('what cannot be written is said by its cause', async () => {
  const folder = temporaryFolder()
  expect(await codeOf(write('json', join(folder, 'none', 'out.json')))).toBe('no-such-folder')
  expect(await codeOf(write('csv', join(folder, 'x'.repeat(300))))).toBe('bad-name')
  chmodSync(folder, 0o500)
  const isRoot = process.getuid?.() === 0
  expect(await codeOf(write('json', join(folder, 'out.json')))).toBe(isRoot ? 'written' : 'no-permission')
})

test('the report lies in the folder as it is given', async () => {
  const path = join(temporaryFolder(), 'tables')
  const { report, files } = await write('csv', path)
  expect(readFileSync(join(path, 'REPORT.txt'), 'utf8')).toBe(`${report.join('\n')}\n`)
  expect([...files, 'rapporteur-export.json'].toSorted()).toEqual(readdirSync(path).toSorted())
})
