import Database from 'better-sqlite3'
import * as z from 'zod'
import { AppError } from '../app-error.ts'
import { sha256 } from '../import/sha256.ts'
import { journal } from './journal.ts'
import { putBackStatements, type Change } from './journal-statements.ts'
import { nouns, partsOfSession, type Noun } from './journal-triggers.ts'
import { plural } from './labels.ts'
import type { OpenProject } from './open.ts'
import { valueNouns } from './rows.ts'
import { checkSpans } from './span-check.ts'

type Db = Database.Database
const allNouns = Object.keys(nouns) as Noun[]

/** What is wrong with a project, a line each; none when it is sound. What the checks write is taken back. */
export function checkProject({ db, isReadOnly }: Pick<OpenProject, 'db' | 'isReadOnly'>): string[] {
  // Of a project in a folder that cannot be written to, a copy is open, which goes when it is closed.
  if (isReadOnly) db.pragma('query_only = OFF')
  // What is written and taken back then mostly stays in memory, in kibibytes.
  db.pragma('cache_size = -200000')
  const checks = [storage, references, sources, searchIndexes, spans, summaries, history]
  return checks.flatMap(check => linesOf(db, check))
}

function linesOf(db: Db, check: (db: Db) => string[]): string[] {
  try {
    return withoutTrace(db, () => check(db))
  } catch (error) {
    // Where the file is damaged the other checks may still tell more.
    if (!(error instanceof Database.SqliteError)) throw error
    return [`The check of ${check.name} had to stop: ${error.message}.`]
  }
}

function withoutTrace<T>(db: Db, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    return work()
  } finally {
    // Where the file is damaged SQLite may have rolled back already.
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

function storage(db: Db): string[] {
  const found = db.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  return found[0] === 'ok' ? [] : found.map(line => `The file is damaged: ${line}.`)
}

function references(db: Db): string[] {
  const broken = db
    .prepare<[], { table: string; parent: string; count: number }>(
      'SELECT "table", parent, count(*) AS count FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2',
    )
    .all()
  return broken.map(({ table, parent, count }) => `${plural(count, 'row')} of ${table} without the ${parent} that it belongs to.`)
}

function sources(db: Db): string[] {
  const lines: string[] = []
  for (const { id, hash, bytes } of db
    .prepare<[], { id: number; hash: string; bytes: Buffer }>('SELECT id, sha256 AS hash, bytes FROM content ORDER BY id')
    .iterate()) {
    if (sha256(bytes) !== hash) lines.push(`The bytes of content ${id} are not those that were imported (${hash}).`)
  }
  return lines
}

function searchIndexes(db: Db): string[] {
  return ['content_search', 'summary_search'].flatMap(index =>
    saysWrong(
      () => db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`),
      `The index ${index} does not fit its texts`,
    ),
  )
}

const spanList = z.array(z.tuple([z.int().nonnegative(), z.int()]))
const spanQueries = [
  ...valueNouns.flatMap(noun => [
    `SELECT '${noun}' AS noun, id, spans FROM ${noun} WHERE session_id = @session`,
    `SELECT 'what was read for ${noun}', id, reading ->> 'spans' FROM ${noun} WHERE session_id = @session AND reading IS NOT NULL`,
  ]),
  `SELECT 'problem', id, spans FROM problem WHERE session_id = @session`,
  `SELECT 'leftover of session', id, leftover FROM session WHERE id = @session`,
  ...['tagging', 'note'].map(
    noun => `SELECT '${noun}', id, json_array(json_array(start, "end")) FROM ${noun} WHERE session_id = @session AND start IS NOT NULL`,
  ),
]

function spans(db: Db): string[] {
  const check = checkSpans(db)
  const ids = db.prepare<[], string>('SELECT id FROM session ORDER BY id').pluck().all()
  const placed = db.prepare<{ session: string }, { noun: string; id: string; spans: string }>(spanQueries.join(' UNION ALL '))
  return ids.flatMap(session => {
    const rows = placed.all({ session }).map(row => ({ ...row, read: spanList.safeParse(JSON.parse(row.spans)).data }))
    const all = rows.flatMap(({ read }) => read ?? [])
    // The page is fetched once for all its spans, and again only to tell which of them are wrong.
    if (rows.every(({ read }) => read) && saysWrong(() => check(session, all), '').length === 0) return []
    return rows.flatMap(({ noun, id, read }) => {
      const name = `The place of ${noun} ${id}`
      return read ? saysWrong(() => check(session, read), name) : [`${name} is no list of spans.`]
    })
  })
}

function summaries(db: Db): string[] {
  const compared = 'session_id, content_id, title, year, session_type, session_number, round(confidence, 9), problems, words'
  db.exec(`CREATE TEMP TABLE kept AS SELECT ${compared} FROM summary`)
  // Touching every session makes the journal derive all of them anew.
  journal(db, { author: 'check' }).act('Check', () => db.exec('UPDATE session SET status = status'))
  const differ = db
    .prepare<[], string>(
      `SELECT session_id FROM (SELECT * FROM kept EXCEPT SELECT ${compared} FROM summary)
      UNION SELECT session_id FROM (SELECT ${compared} FROM summary EXCEPT SELECT * FROM kept) ORDER BY 1`,
    )
    .pluck()
    .all()
  return differ.map(id => `The library’s line of session ${id} does not fit its record.`)
}

function history(db: Db): string[] {
  const open = db.prepare<[], number | null>('SELECT id FROM open_action').pluck().get()
  if (open !== null) return [`The history has an action that was never closed (${open}).`]
  const wrong = playBack(db)
  if (wrong !== null) return [wrong]
  return allNouns.flatMap(noun => {
    const rows = db.prepare<[], number>(`SELECT count(*) FROM ${noun}`).pluck().get()!
    return rows === 0 ? [] : [`The history does not hold how ${plural(rows, 'row')} of ${noun} came to be.`]
  })
}

/** Takes back every change from the last to the first; gives the first that cannot be, or null. */
function playBack(db: Db): string | null {
  // The triggers demand an open action for what playing back writes, too.
  const action = db.prepare("INSERT INTO action (label, author, at, kind) VALUES ('Check', 'check', '', 'edit')").run().lastInsertRowid
  db.prepare('UPDATE open_action SET id = ?, made_session = NULL').run(action)
  db.pragma('defer_foreign_keys = ON')
  const takeBack = takingBack(db)
  const before = db.prepare<[number], Change & { id: number }>('SELECT * FROM change WHERE id < ? ORDER BY id DESC LIMIT 1000')
  const newest = db.prepare<[], number>('SELECT ifnull(max(id), 0) + 1 FROM change').pluck().get()!
  for (let page = before.all(newest); page.length > 0; page = before.all(page.at(-1)!.id)) {
    for (const change of page) {
      const [wrong] = saysWrong(
        () => takeBack(change),
        `The history breaks at change ${change.id} (${change.op} of ${change.noun} ${change.row_id})`,
      )
      if (wrong !== undefined) return wrong
    }
  }
  return null
}

function takingBack(db: Db): (change: Change) => void {
  const put = putBackStatements(db)
  const last = db.prepare<[], number>('SELECT ifnull(max(id), 0) FROM change').pluck()
  const partsSince = db
    .prepare<[number, string], number>(
      `SELECT count(*) FROM change WHERE id > ? AND session_id = ? AND noun IN (${partsOfSession.map(noun => `'${noun}'`).join(', ')})`,
    )
    .pluck()
  // Each row that is put back counts, the parts of a session as well.
  const forgetMade = db.prepare('UPDATE open_action SET made_session = NULL')
  let before = last.get()!
  return change => {
    if (!allNouns.includes(change.noun)) throw new AppError('broken-history', 'nothing is called that.')
    put[change.noun][change.op].run(change)
    forgetMade.run()
    // Counted in the journal, which also sees the rows that go with the one taken away: those that were made with it may.
    const withSession = change.noun === 'session' && change.op === 'insert' ? partsSince.get(before, change.row_id)! : 0
    const now = last.get()!
    const rows = now - before - withSession
    before = now
    if (rows !== 1) throw new AppError('broken-history', `it concerns ${plural(rows, 'row')} instead of one.`)
  }
}

/** What a check or SQLite itself has against something, in one line. */
function saysWrong(work: () => void, what: string): string[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof AppError || error instanceof Database.SqliteError)) throw error
    return [`${what}: ${error.message}`]
  }
}
