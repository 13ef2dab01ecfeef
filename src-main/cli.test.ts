import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fromRoot } from './from-root.ts'
import { sha256 } from './import/sha256.ts'
import { openProject } from './store/open.ts'
import { page, temporaryFolder } from './store/testing/project.ts'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}
interface Line {
  readonly file: string
  readonly status: string
  readonly sessionId: string | null
}

/** Starts the command line; `onOut` may end it, hearing all that was printed so far. */
function start(args: readonly string[], cwd: string, onOut: (out: string, kill: (signal: NodeJS.Signals) => void) => void = () => {}) {
  const child = spawn(process.execPath, [fromRoot('src-main/cli.ts'), ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [out, error] = ['', '']
  child.stdout.setEncoding('utf8').on('data', chunk => onOut((out += chunk), signal => child.kill(signal)))
  child.stderr.setEncoding('utf8').on('data', chunk => (error += chunk))
  return new Promise<Ended>(resolve => child.on('close', code => resolve({ code, out, error })))
}
const linesOf = <T = Line>(out: string): T[] =>
  out
    .slice(0, out.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)

function folderWith(pages: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'pages'))
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, 'pages', name), text)
  return folder
}
const manyPages = (count: number) => folderWith(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, page(i + 1)])))
const importArgs = ['import', '--project', 'Kyoto.rapporteur', 'pages']
const checkArgs = ['check', '--project', 'Kyoto.rapporteur']

test('parse prints a line a file in the order given; one that cannot be read says why and costs no other', async () => {
  const cwd = folderWith({ 'b.txt': page(2), 'a.txt': page(1) })
  const { code, out } = await start(['parse', 'pages/b.txt', 'pages/none.txt', 'pages/a.txt'], cwd)
  const [b, none, a] = linesOf<Record<string, unknown>>(out)
  expect(Object.keys(b!)).toEqual(['file', 'sha256', 'textLength', 'parserVersion', 'fields', 'people', 'sections', 'leftover', 'problems'])
  expect([b!.file, a!.file]).toEqual(['pages/b.txt', 'pages/a.txt'])
  expect(b).toMatchObject({ sha256: sha256(Buffer.from(page(2))), textLength: page(2).length, fields: { year: { value: 2021 } } })
  expect(none).toEqual({ file: 'pages/none.txt', error: { code: 'no-such-file', message: expect.any(String) } })
  expect(code).toBe(1)
})

test('parse takes no project, and ends with 0 when every file was read', async () => {
  const cwd = folderWith({ 'a.txt': page(1) })
  expect((await start(['parse', 'pages/a.txt'], cwd)).code).toBe(0)
  expect(readdirSync(cwd)).toEqual(['pages'])
})

test('import makes the project, prints a line a file, and finds duplicates the second time', async () => {
  const cwd = folderWith({ 'a.txt': page(1), 'b.txt': page(2), 'empty.txt': '', 'c.xyz': 'x' })
  const first = await start(importArgs, cwd)
  expect(linesOf(first.out).map(({ file, status }) => [file, status])).toEqual([
    ['pages/a.txt', 'imported'],
    ['pages/b.txt', 'imported'],
    ['pages/empty.txt', 'failed'],
  ])
  expect(first.code).toBe(1)
  expect(first.error).toBe('1 file of other kinds left out.\n')
  const second = await start([...importArgs.slice(0, 3), 'pages/b.txt', join(cwd, 'pages/a.txt')], cwd)
  expect(linesOf(second.out).map(({ file, status, sessionId }) => [file, status, sessionId])).toEqual([
    ['pages/b.txt', 'duplicate', linesOf(first.out)[1]!.sessionId],
    [join(cwd, 'pages/a.txt'), 'duplicate', linesOf(first.out)[0]!.sessionId],
  ])
  expect(second.code).toBe(0)
  expect(await start(checkArgs, cwd)).toMatchObject({ code: 0, out: 'Kyoto.rapporteur is sound.\n' })
  expect(readdirSync(cwd)).toEqual(['Kyoto.rapporteur', 'pages'])
})

test('killed at any moment, an import keeps every page that it had acknowledged', async () => {
  const cwd = manyPages(200)
  const acknowledged: Line[] = []
  for (const until of [1, 70, 140]) {
    const { out } = await start(importArgs, cwd, (printed, kill) => {
      if (printed.split('\n').length > until) kill('SIGKILL')
    })
    acknowledged.push(...linesOf(out))
    expect(await start(checkArgs, cwd)).toMatchObject({ code: 0 })
  }
  const ended = await start(importArgs, cwd)
  const inProject = new Map(linesOf(ended.out).map(({ file, sessionId }) => [file, sessionId]))
  expect(inProject.size).toBe(200)
  for (const { file, sessionId } of acknowledged) expect(inProject.get(file)).toBe(sessionId)
})

test('interrupted, an import ends after the file at hand and says so by its exit code', async () => {
  const cwd = manyPages(200)
  const { code, out } = await start(importArgs, cwd, (_, kill) => kill('SIGINT'))
  expect(code).toBe(130)
  const inProject = new Database(join(cwd, 'Kyoto.rapporteur'), { readonly: true })
  onTestFinished(() => void inProject.close())
  expect(inProject.prepare('SELECT count(*) FROM session').pluck().get()).toBe(linesOf(out).length)
})

test('export writes the same bytes twice and refuses what is not an export', async () => {
  const cwd = folderWith({ 'a.txt': page(1), 'b.txt': page(2) })
  await start(importArgs, cwd)
  const write = (out: string, ...more: string[]) =>
    start(['export', '--project', 'Kyoto.rapporteur', '--format', 'json', '--out', out, ...more], cwd)
  expect(await write('one.json')).toMatchObject({ code: 0, out: '' })
  await write('two.json')
  expect(readFileSync(join(cwd, 'one.json'))).toEqual(readFileSync(join(cwd, 'two.json')))
  expect((JSON.parse(readFileSync(join(cwd, 'one.json'), 'utf8')) as { sessions: unknown[] }).sessions).toHaveLength(2)
  await write('two.json', '--scope', 'reviewed')
  expect((JSON.parse(readFileSync(join(cwd, 'two.json'), 'utf8')) as { sessions: unknown[] }).sessions).toEqual([])
  const refused = await write('pages/a.txt')
  expect(refused).toMatchObject({ code: 1, error: expect.stringMatching(/^\S+a\.txt is there already .*\n$/) })
  expect(readFileSync(join(cwd, 'pages/a.txt'), 'utf8')).toBe(page(1))
})

test('check prints what is wrong and ends with 1', async () => {
  const cwd = folderWith({ 'a.txt': page(1) })
  await start(importArgs, cwd)
  const db = new Database(join(cwd, 'Kyoto.rapporteur'))
  db.exec(`UPDATE open_action SET id = 1; UPDATE field SET spans = '[[0,999999]]' WHERE key = 'title'; UPDATE open_action SET id = NULL`)
  db.close()
  expect(await start(checkArgs, cwd)).toMatchObject({
    code: 1,
    error: '',
    out: expect.stringMatching(/^The place of field \S+: [^\n]+\n$/),
  })
})

test('a project that is open elsewhere is refused with who has it', async () => {
  const cwd = temporaryFolder()
  const open = openProject(join(cwd, 'Kyoto.rapporteur'), { create: true, program: 'the Rapporteur app' })
  const refused = await start(checkArgs, cwd)
  open.close()
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    error: expect.stringMatching(/^Kyoto\.rapporteur is open in the Rapporteur app \(process .*\n$/),
  })
})

test('a reader that goes away ends the work without a complaint', async () => {
  const cwd = manyPages(60)
  const child = spawn('sh', ['-c', `"$0" "$1" parse pages/* | head -n 1`, process.execPath, fromRoot('src-main/cli.ts')], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, error] = ['', '']
  child.stdout.on('data', chunk => (out += String(chunk)))
  child.stderr.on('data', chunk => (error += String(chunk)))
  await new Promise(resolve => child.on('close', resolve))
  expect(linesOf(out)).toHaveLength(1)
  expect(error).toBe('')
})
