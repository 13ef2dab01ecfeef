import type { SessionType } from '../../src-preload/record.ts'
import { notSame } from './not-same.ts'
import type { Page } from './page-rows.ts'
import { problemInsert } from './problem-insert.ts'
import type { Project } from './project.ts'
import { sessionCode } from './session-code.ts'
import { bandsOf, exactLikeness, likeness, type Sketch } from './sketch.ts'

/** What part of two pages must be the same for one to be taken for another text of the other. */
const nearlyEqual = 0.8
/** What the sketches say may be off by this. */
const tolerance = 0.12
// Thousands of pages of one template are alike, too: as many are looked at as cost an import nothing.
const newest = 48
const mostAlike = 8
// As many texts of one session as somebody might compare: with each of hundreds, their number would be squared.
const mostOfCode = 12

interface Twin {
  readonly id: string
  readonly name: string
  readonly sha256: string
}
interface Coded {
  readonly year: string | null
  readonly type: string | null
  readonly number: string | null
  readonly title: string | null
}
type NewPage = Pick<Page, 'name' | 'sha256' | 'text' | 'code' | 'title' | 'sketch'> & { readonly id: string; readonly contentId: number }

const scalar = (key: string) => `(SELECT value FROM field WHERE session_id = session.id AND key = '${key}')`

/** For a step of pages: finds sessions that a page just stored may be another text of, says so on both, and gives it in words for the import's list. */
export function twins({ db }: Pick<Project, 'db'>): () => (page: NewPage) => string[] {
  const addProblem = problemInsert(db)
  const { has: areApart } = notSame({ db })
  const near = nearTwins(db)
  // With a join of all three, SQLite would plan anew for every page.
  const ofCode = db.prepare<Page['code'], Twin>(`
    SELECT session.id, source.name, sha256 FROM session JOIN source ON source.id = source_id
    WHERE session.id IN (SELECT session_id FROM summary WHERE year = @year AND session_type = @sessionType AND session_number = @sessionNumber)
    ORDER BY session.id DESC LIMIT ${mostOfCode}`)

  function sayBoth(code: string, mine: Twin, other: Twin, message: (name: string) => string): void {
    addProblem(mine.id, { code, message: message(other.name), spans: [] }, { otherId: other.id })
    addProblem(other.id, { code, message: message(mine.name), spans: [] }, { otherId: mine.id })
  }
  return () => {
    // Summaries are written when the step ends.
    const ofStep = new Map<string, Twin[]>()
    function sameCode(page: NewPage, code: string): Twin[] {
      const before = ofStep.get(code) ?? []
      ofStep.set(code, [page, ...before])
      return [...before, ...ofCode.all(page.code)].slice(0, mostOfCode).toReversed()
    }
    return page => {
      const { year, sessionType, sessionNumber } = page.code
      const isApart = (other: Twin) => areApart(page.sha256, other.sha256)
      const code = sessionCode(Number(year), sessionType as SessionType, Number(sessionNumber))
      const same = year && sessionType && sessionNumber ? sameCode(page, code) : []
      const asked = same.filter(other => !isApart(other))
      for (const other of asked) sayBoth('same-session', page, other, name => `${name} is another text of ${code}`)
      const nearest = near(page, other => isApart(other) || same.some(({ id }) => id === other.id))
      if (nearest) sayBoth('nearly-equal', page, nearest, name => `${name} says nearly the same as this page`)
      return [
        ...asked.map(({ name }) => `Another text of the same session is here: ${name}.`),
        ...(nearest ? [`Nearly the same text is here: ${nearest.name}.`] : []),
      ]
    }
  }
}

function nearTwins(db: Project['db']) {
  const insert = db.prepare<[number, Buffer]>('INSERT INTO sketch (content_id, hashes) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const insertBands = db.prepare<{ id: number; bands: string }>(
    'INSERT INTO sketch_band (content_id, band) SELECT @id, value FROM json_each(@bands) WHERE true ON CONFLICT DO NOTHING',
  )
  // One question for all bands, answered as JSON: a row for each candidate would cost ten times as much.
  const inBands = db
    .prepare<[string], string>(
      `SELECT (SELECT json_group_array(content_id) FROM (SELECT content_id FROM sketch_band WHERE band = value ORDER BY content_id DESC LIMIT ${newest}))
        FROM json_each(?)`,
    )
    .pluck()
  const hashes = db.prepare<[number], Buffer>('SELECT hashes FROM sketch WHERE content_id = ?').pluck()
  const sessions = db.prepare<[number], Twin & Coded>(`
    SELECT session.id, source.name, sha256, ${scalar('year')} AS year, ${scalar('sessionType')} AS type,
      ${scalar('sessionNumber')} AS number, ${scalar('title')} AS title
    FROM content JOIN source USING (sha256) JOIN session ON session.source_id = source.id WHERE content.id = ?`)
  const text = db.prepare<[number], string>('SELECT text FROM content WHERE id = ?').pluck()

  /** The one page that is most alike, if it is enough. */
  return (page: NewPage, isKnown: (other: Twin) => boolean): Twin | undefined => {
    const { sketch, contentId: id } = page
    if (!sketch) return undefined
    const bands = JSON.stringify(bandsOf(sketch))
    const candidates = new Set(inBands.all(bands).flatMap(json => JSON.parse(json) as number[]))
    if (insert.run(id, Buffer.from(sketch.buffer)).changes === 1) insertBands.run({ id, bands })
    const ranked = [...candidates]
      .filter(contentId => contentId !== id)
      .map(contentId => ({ contentId, likeness: likeness(sketch, sketchIn(hashes.get(contentId)!)) }))
      .filter(each => each.likeness >= nearlyEqual - tolerance)
      .toSorted((a, b) => b.likeness - a.likeness)
    for (const each of ranked.slice(0, mostAlike)) {
      const [twin] = sessions.all(each.contentId).filter(other => !isKnown(other) && !isAnother(page, other))
      if (twin) return exactLikeness(page.text, text.get(each.contentId)!) >= nearlyEqual ? twin : undefined
    }
    return undefined
  }
}

const sketchIn = (hashes: Buffer): Sketch => new Int32Array(hashes.buffer.slice(hashes.byteOffset, hashes.byteOffset + hashes.byteLength))

/** Pages made from one template have other codes and other titles. */
function isAnother({ code, title }: NewPage, other: Coded): boolean {
  const mine = [code.year, code.sessionType, code.sessionNumber]
  const theirs = [other.year, other.type, other.number]
  const isCoded = mine.every(value => value !== undefined) && !theirs.includes(null)
  return isCoded && mine.some((value, i) => value !== theirs[i]) && (title ?? null) !== other.title
}
