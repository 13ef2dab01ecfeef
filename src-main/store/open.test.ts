import Database from 'better-sqlite3'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fromRoot } from '../from-root.ts'
import { journal } from './journal.ts'
import { migrations } from './migrate.ts'
import { openProject, pragmas } from './open.ts'
import { temporaryFolder } from './testing/project.ts'

const newProject = () => {
  const path = join(temporaryFolder(), 'Kyoto.rapporteur')
  openProject(path, { create: true }).close()
  return path
}
const codeOf = (open: () => unknown): unknown => {
  try {
    open()
  } catch (error) {
    return (error as { code: unknown }).code
  }
  return 'opened'
}

test('every pragma holds on a new project and on one opened again', () => {
  const path = newProject()
  const again = openProject(path)
  for (const [name, value] of Object.entries(pragmas)) expect(again.db.pragma(name, { simple: true }), name).toBe(value)
  again.close()
})

test('closing leaves the project file and nothing else', () => {
  const path = newProject()
  expect(readdirSync(dirname(path))).toEqual(['Kyoto.rapporteur'])
})

test('a new project is not made over a file', () => {
  const path = newProject()
  expect(codeOf(() => openProject(path, { create: true }))).toBe('file-exists')
})

test('a missing file, a folder and foreign files are refused by what they are, untouched', () => {
  const folder = temporaryFolder()
  const other = join(folder, 'other.rapporteur')
  new Database(other).exec('CREATE TABLE recipe (name TEXT)').close()
  const text = join(folder, 'text.rapporteur')
  writeFileSync(text, 'Dear diary, today I renamed a file.'.repeat(100))
  const before = readFileSync(text)
  expect(codeOf(() => openProject(join(folder, 'none.rapporteur')))).toBe('no-such-project')
  expect(codeOf(() => openProject(folder))).toBe('not-a-project')
  expect(codeOf(() => openProject(other))).toBe('not-a-project')
  expect(codeOf(() => openProject(text))).toBe('damaged-project')
  expect(readFileSync(text)).toEqual(before)
})

test('a creation that was cut short is made whole, and opening again changes nothing', () => {
  const path = join(temporaryFolder(), 'Short.rapporteur')
  const db = new Database(path)
  db.pragma('locking_mode = EXCLUSIVE')
  db.exec('BEGIN EXCLUSIVE; COMMIT')
  db.close()
  openProject(path).close()
  const bytes = readFileSync(path)
  openProject(path).close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('a newer project is refused and left as it is', () => {
  const path = newProject()
  const db = new Database(path)
  db.pragma('user_version = 999')
  db.close()
  expect(codeOf(() => openProject(path))).toBe('newer-project')
})

test('a damaged project is said so and left as it is', () => {
  const path = newProject()
  const bytes = readFileSync(path)
  bytes.fill(0xab, 4096 * 2, 4096 * 6)
  writeFileSync(path, bytes)
  expect(codeOf(() => openProject(path))).toBe('damaged-project')
  expect(readFileSync(path)).toEqual(bytes)
})

test('a project that another process has open is refused with its name, and is free once that one was killed', async () => {
  const path = newProject()
  const script = `const { openProject } = await import(${JSON.stringify(fromRoot('src-main/store/open.ts'))})
    globalThis.held = openProject(process.argv[1], { program: 'the other program' }); console.log('open'); setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise(resolve => other.stdout.once('data', resolve))
  expect(() => openProject(path)).toThrow(/the other program \(process \d+/)
  other.kill('SIGKILL')
  await new Promise(resolve => other.once('exit', resolve))
  openProject(path).close()
})

test('a project is copied before it is migrated, and the copy is as it was', () => {
  const path = newProject()
  const steps = [...migrations, 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT']
  openProject(path, { steps }).close()
  const kept = new Database(join(dirname(path), `Kyoto (format ${migrations.length}).rapporteur`))
  expect(kept.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(kept.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").pluck().get()).toBe(0)
  kept.close()
  expect(codeOf(() => openProject(path))).toBe('newer-project')
})

test('a migration that fails leaves the project as it was', () => {
  const path = newProject()
  expect(() => openProject(path, { steps: [...migrations, 'CREATE TABLE later (id); SELECT nothing'] })).toThrow('nothing')
  const again = openProject(path)
  expect(again.db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").pluck().get()).toBe(0)
  again.close()
})

test('where nothing can be written, the project opens for reading', () => {
  if (process.getuid?.() !== 0 && process.platform === 'win32') return
  const path = newProject()
  const folder = dirname(path)
  chmodSync(path, 0o444)
  chmodSync(folder, 0o555)
  const script = `const { openProject } = await import(${JSON.stringify(fromRoot('src-main/store/open.ts'))})
    const { journal } = await import(${JSON.stringify(fromRoot('src-main/store/journal.ts'))})
    const open = openProject(process.argv[1])
    const history = journal(open.db, { author: 'x', isReadOnly: open.isReadOnly })
    let code = 'written'
    try { history.act('Write', () => {}) } catch (error) { code = error.code }
    console.log(open.isReadOnly, code, open.db.prepare('SELECT count(*) FROM session').pluck().get())
    open.close()`
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8', ...asNobody })
  chmodSync(folder, 0o755)
  expect(run.stdout.trim(), run.stderr).toBe('true read-only 0')
})

test('the journal goes on where it was after the project is opened again', () => {
  const path = newProject()
  const first = openProject(path)
  journal(first.db, { author: 'A' }).act('Add', () =>
    first.db.prepare("INSERT INTO theme (id, name, color, position) VALUES ('t', 'Access', 'red', 0)").run(),
  )
  first.close()
  const second = openProject(path)
  expect(journal(second.db, { author: 'B' }).undo()).toBe('Add')
  expect(second.db.prepare('SELECT count(*) FROM theme').pluck().get()).toBe(0)
  second.close()
  expect(existsSync(`${path}-lock`)).toBe(false)
  cpSync(path, `${path}.copy`)
})
