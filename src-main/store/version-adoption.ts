import { newId } from './id.ts'
import { notSame } from './not-same.ts'
import { problemInsert } from './problem-insert.ts'
import type { Project } from './project.ts'
import { valueNouns } from './rows.ts'
import { sayChanged, sayLost, sayRefuted, valueLabels, type KeptValue, type VersionPlan, type VersionSide } from './version-plan.ts'

export interface Adoption {
  readonly intoId: string
  readonly fromId: string
  readonly plan: VersionPlan
  readonly into: VersionSide
  readonly from: VersionSide
}
type Ids = Pick<Adoption, 'intoId' | 'fromId'>

/** Makes one session's text the newer text of another, as planned. Runs within a transaction. */
export function versionAdoption(project: Project): (adoption: Adoption) => void {
  const addVersions = versionMoving(project)
  const moveValues = valueMoving(project)
  const moveMarks = markMoving(project)
  const moveProblems = problemMoving(project)
  const sayAll = saying(project)
  const takeOver = sessionMoving(project)

  return adoption => {
    addVersions(adoption)
    moveProblems(adoption)
    moveValues(adoption)
    moveMarks(adoption)
    sayAll(adoption)
    takeOver(adoption)
  }
}

function versionMoving({ db }: Project) {
  const { inherit } = notSame({ db })
  const sources = db.prepare<[string], { id: string; sha256: string }>(
    'SELECT source.id, sha256 FROM session JOIN source ON source.id = source_id WHERE session.id = ?',
  )
  const last = db.prepare<[string], number>('SELECT count(*) FROM version WHERE session_id = ?').pluck()
  const insert = db.prepare('INSERT INTO version (id, session_id, source_id, number, at) VALUES (?, ?, ?, ?, ?)')
  const move = db.prepare<{ intoId: string; fromId: string; by: number }>(
    'UPDATE version SET session_id = @intoId, number = number + @by WHERE session_id = @fromId',
  )
  return ({ intoId, fromId }: Ids): void => {
    const [older, newer] = [sources.get(intoId)!, sources.get(fromId)!]
    const number = last.get(intoId)! + 1
    insert.run(newId(), intoId, older.id, number, new Date().toISOString())
    move.run({ intoId, fromId, by: number })
    inherit(older.sha256, newer.sha256)
  }
}

function valueMoving({ db }: Project) {
  const forNoun = (noun: string, position: string) => ({
    remove: db.prepare<[string]>(`DELETE FROM ${noun} WHERE id = ?`),
    move: db.prepare<Ids>(`UPDATE ${noun} SET session_id = @intoId WHERE session_id = @fromId`),
    keep: db.prepare<Omit<KeptValue, 'noun' | 'spans'> & { spans: string }>(
      `UPDATE ${noun} SET spans = @spans, state = @state, reading = @reading, rule_id = @ruleId${position} WHERE id = @id`,
    ),
  })
  const nouns = {
    field: forNoun('field', ', position = @position'),
    person: forNoun('person', ', position = @position'),
    section: forNoun('section', ''),
  }
  const setSection = db.prepare<[string, string]>('UPDATE section SET spans = ? WHERE id = ?')
  const aboutOther = db.prepare<[string | null, string]>("UPDATE note SET row_id = ? WHERE target = 'value' AND row_id = ?")

  return ({ plan, ...ids }: Adoption): void => {
    for (const [id, { noun, by }] of plan.replaced) {
      if (by !== null) aboutOther.run(by, id)
      nouns[noun].remove.run(id)
    }
    for (const noun of valueNouns) nouns[noun].move.run({ intoId: ids.intoId, fromId: ids.fromId })
    for (const { noun, spans, ...row } of plan.kept) nouns[noun].keep.run({ ...row, spans: JSON.stringify(spans) })
    for (const [id, rest] of plan.pushedBack) {
      if (rest.length === 0) nouns.section.remove.run(id)
      else setSection.run(JSON.stringify(rest), id)
    }
  }
}

function markMoving({ db }: Project) {
  const forNoun = (noun: string, asSpan: string) => ({
    lose: db.prepare<[string, string]>(`UPDATE ${noun} SET start = NULL, "end" = NULL, lost_quote = ?${asSpan} WHERE id = ?`),
    place: db.prepare<[number, number, string]>(`UPDATE OR IGNORE ${noun} SET start = ?, "end" = ?, lost_quote = NULL WHERE id = ?`),
    remove: db.prepare<[string]>(`DELETE FROM ${noun} WHERE id = ?`),
    move: db.prepare<Ids>(`UPDATE OR IGNORE ${noun} SET session_id = @intoId WHERE session_id = @fromId`),
  })
  // A note on a value that is not read any more stays on the words of that value.
  const nouns = { tagging: forNoun('tagging', ''), note: forNoun('note', ", target = 'span', row_id = NULL") }

  return ({ plan: { marks }, intoId, fromId }: Adoption): void => {
    // None may stand where another still stood, so all leave their places first.
    for (const { noun, id, quote } of marks) nouns[noun].lose.run(quote, id)
    for (const { noun, id, place } of marks) if (place && nouns[noun].place.run(...place, id).changes === 0) nouns[noun].remove.run(id)
    nouns.tagging.move.run({ intoId, fromId })
    nouns.note.move.run({ intoId, fromId })
  }
}

/** The newer text's problems take the place of the older's; what a person has resolved stays so, what is about other sessions or lost places stays. */
function problemMoving({ db }: Project) {
  const steps = [
    // They were told apart until now, and are not any more.
    'DELETE FROM problem WHERE (session_id, other_session_id) IN (VALUES (@intoId, @fromId), (@fromId, @intoId))',
    `UPDATE problem SET is_resolved = 1 WHERE session_id = @fromId AND is_resolved = 0 AND EXISTS (SELECT 1 FROM problem known
      WHERE known.session_id = @intoId AND known.is_resolved = 1 AND known.code = problem.code AND known.message = problem.message)`,
    'DELETE FROM problem WHERE session_id = @intoId AND row_id IS NULL AND other_session_id IS NULL',
    `UPDATE problem SET spans = '[]' WHERE session_id = @intoId AND spans <> '[]'`,
    `DELETE FROM problem WHERE session_id = @fromId AND other_session_id IN (SELECT other_session_id FROM problem WHERE session_id = @intoId)`,
    `DELETE FROM problem WHERE other_session_id = @fromId AND session_id IN (SELECT session_id FROM problem WHERE other_session_id = @intoId)`,
    'UPDATE problem SET session_id = @intoId WHERE session_id = @fromId',
    'UPDATE problem SET other_session_id = @intoId WHERE other_session_id = @fromId',
  ].map(sql => db.prepare<Ids>(sql))
  return ({ intoId, fromId }: Ids): void => {
    for (const step of steps) step.run({ intoId, fromId })
  }
}

function saying({ db }: Project) {
  const addProblem = problemInsert(db)
  return ({ plan: { things, replaced }, into, intoId }: Adoption): void => {
    for (const thing of things) {
      const about = { rowId: thing.id, quote: thing.quote }
      if (thing.outcome === 'lost') addProblem(intoId, { code: 'not-placed', message: sayLost(thing), spans: [] }, about)
      if (thing.outcome === 'changed') addProblem(intoId, { code: 'words-changed', message: sayChanged(thing), spans: thing.spans }, about)
    }
    for (const noun of valueNouns) {
      for (const row of into[noun]) {
        const { by, isRefuted } = replaced.get(row.id) ?? { by: null, isRefuted: false }
        const message = sayRefuted(valueLabels[noun](row))
        if (by !== null && isRefuted) addProblem(intoId, { code: 'version-differs', message, spans: [] }, { rowId: by })
      }
    }
  }
}

function sessionMoving({ db }: Project) {
  const take = db.prepare<
    Ids & { boilerplate: string }
  >(`UPDATE session SET (source_id, page, parser_version, leftover, boilerplate, status) =
    (SELECT source_id, page, parser_version, leftover, @boilerplate, CASE session.status WHEN 'reviewed' THEN 'in-review' ELSE session.status END
      FROM session newer WHERE newer.id = @fromId) WHERE id = @intoId`)
  const remove = db.prepare<[string]>('DELETE FROM session WHERE id = ?')
  return ({ intoId, fromId, plan }: Adoption): void => {
    take.run({ intoId, fromId, boilerplate: JSON.stringify(plan.boilerplate) })
    remove.run(fromId)
  }
}
