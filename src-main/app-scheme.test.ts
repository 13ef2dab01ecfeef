import { mkdirSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer, contentPolicy, fileOf, isAllowedAddress, isOwnPage } from './app-scheme.ts'
import { tempFolder } from './testing/fake-store.ts'

const root = join(sep, 'program', 'out', 'renderer')

test('an address of ours is a file under the root', () => {
  expect(fileOf('app://rapporteur/', root)).toBe(join(root, 'index.html'))
  expect(fileOf('app://rapporteur/assets/index-1.js?v=2#x', root)).toBe(join(root, 'assets', 'index-1.js'))
})

test.each([
  'app://rapporteur/../main/index.js',
  'app://rapporteur/%2e%2e/main/index.js',
  'app://rapporteur/..%2fmain%2findex.js',
  'app://rapporteur/assets/..%2f..%2f..%2fmain/index.js',
  'app://rapporteur/..%5cmain%5cindex.js',
  'app://rapporteur/%00.js',
  'app://rapporteur/%E0%A4%A.js',
  'app://rapporteur//etc/passwd',
  'app://rapporteur/package.json',
  'app://elsewhere/index.html',
  'file:///program/out/renderer/index.html',
  'nonsense',
])('%s is no file of ours', address => {
  const file = fileOf(address, root)
  // Going up from the top is the top, as in every browser.
  expect(file === null || file === join(root, 'main', 'index.js')).toBe(true)
})

test('no address leads out of the root', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '\\', '/', '//', '.', '%00', 'a.js', 'C:'),
    fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const file = fileOf(`app://rapporteur/${pieces.join('/')}.js`, root)
      expect(file === null || file.startsWith(root + sep)).toBe(true)
    }),
  )
})

test('files are served with their type and the policy, and everything else is not found', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'folder.js'))
  writeFileSync(join(folder, 'index.html'), '<p>')
  const get = (path: string, method = 'GET') => answer({ method, url: `app://rapporteur${path}` }, folder)
  const page = await get('/')
  expect([page.status, page.headers.get('content-type'), page.headers.get('content-security-policy')]).toEqual([
    200,
    'text/html; charset=utf-8',
    contentPolicy,
  ])
  expect(await page.text()).toBe('<p>')
  for (const path of ['/missing.js', '/folder.js', '/index.html/x.js', '/secret']) expect((await get(path)).status).toBe(404)
  expect((await get('/', 'POST')).status).toBe(404)
})

test('the policy lets in nothing from outside, no inline code and no inline styles', () => {
  expect(contentPolicy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  expect(contentPolicy).not.toMatch(/unsafe|https?:|\*|blob:|wss?:/)
})

test('a window loads its own files and nothing from outside', () => {
  for (const address of ['app://rapporteur/index.html', 'data:image/png;base64,AA', 'blob:app://rapporteur/1', 'devtools://devtools/x'])
    expect(isAllowedAddress(address, null)).toBe(true)
  const outside = [
    'https://example.org/',
    'http://localhost:5173/',
    'ws://localhost:5173/',
    'file:///etc/passwd',
    'app://other/',
    'ftp://a',
    '',
  ]
  for (const address of outside) expect(isAllowedAddress(address, null)).toBe(false)
})

test("a developer's server is let in where there is one", () => {
  for (const address of ['http://localhost:5173/main.tsx', 'ws://localhost:5173/'])
    expect(isAllowedAddress(address, 'http://localhost:5173')).toBe(true)
  for (const address of ['http://localhost:8080/', 'https://example.org/'])
    expect(isAllowedAddress(address, 'http://localhost:5173')).toBe(false)
})

test('only the page itself may ask', () => {
  const ask = (url: string, parent: unknown = null, origin: string | null = null) => isOwnPage({ url, parent }, origin)
  expect(ask('app://rapporteur/index.html')).toBe(true)
  expect(ask('http://localhost:5173/', null, 'http://localhost:5173')).toBe(true)
  expect(ask('app://rapporteur/index.html', {})).toBe(false)
  for (const url of ['https://example.org/', 'http://localhost:5173/', 'about:blank', 'app://other/', '']) expect(ask(url)).toBe(false)
  expect(isOwnPage(null, null)).toBe(false)
})
