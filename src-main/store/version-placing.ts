import type { Span } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { excerpt } from './labels.ts'
import type { Handlers, Project } from './project.ts'
import { roomMaker } from './sections.ts'
import { checkSpans } from './span-check.ts'

interface LostRow {
  readonly noun: 'field' | 'person' | 'section' | 'tagging' | 'note'
  readonly session_id: string
  readonly row_id: string
  readonly quote: string
}

/** Puts by hand what no newer text has a place for. */
export function placing({ db, history }: Project): Handlers<'version.place'> {
  const checked = checkSpans(db)
  const makeRoom = roomMaker(db)
  const nouns = ['field', 'person', 'section', 'tagging', 'note'] as const
  const lost = db.prepare<{ problemId: string }, LostRow>(
    nouns
      .map(
        noun =>
          `SELECT '${noun}' AS noun, problem.session_id, problem.row_id, quote FROM problem JOIN ${noun} ON ${noun}.id = problem.row_id WHERE problem.id = @problemId`,
      )
      .join(' UNION ALL '),
  )
  const setSpans = (noun: string) => db.prepare<[string, string]>(`UPDATE ${noun} SET spans = ? WHERE id = ?`)
  const setPlace = (noun: string) =>
    db.prepare<[number, number, string]>(`UPDATE OR IGNORE ${noun} SET start = ?, "end" = ?, lost_quote = NULL WHERE id = ?`)
  const values = { field: setSpans('field'), person: setSpans('person'), section: setSpans('section') }
  const marks = { tagging: setPlace('tagging'), note: setPlace('note') }
  const dropTagging = db.prepare<[string]>('DELETE FROM tagging WHERE id = ?')
  const resolve = db.prepare<[string, string]>('UPDATE problem SET is_resolved = 1, spans = ? WHERE id = ?')

  function place({ noun, session_id, row_id }: LostRow, span: Span): void {
    if (noun === 'section') makeRoom(session_id, row_id, span)
    if (noun === 'tagging' || noun === 'note') {
      // Words that have this tag already need it once.
      if (marks[noun].run(...span, row_id).changes === 0) dropTagging.run(row_id)
    } else values[noun].run(JSON.stringify([span]), row_id)
  }

  return {
    'version.place'({ problemId, span }) {
      const row = lost.get({ problemId })
      if (!row) throw new AppError('no-such-problem', 'There is nothing to place any more: it was removed.')
      checked(row.session_id, [span])
      history.act(`Place “${excerpt(row.quote.replace(/\s+/g, ' '))}” by hand`, () => {
        place(row, span)
        resolve.run(JSON.stringify([span]), problemId)
      })
    },
  }
}
