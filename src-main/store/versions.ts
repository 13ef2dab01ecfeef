import type { Boilerplate } from '../../src-preload/record.ts'
import type { ComparedText, TextVersion } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { anchoring } from './anchoring.ts'
import { excerpt } from './labels.ts'
import { notSame } from './not-same.ts'
import type { Handlers, Project } from './project.ts'
import { found, type StoredNote } from './records.ts'
import type { StoredField, StoredPerson, StoredSection } from './rows.ts'
import { changesOf, difference } from './text-difference.ts'
import { versionAdoption } from './version-adoption.ts'
import { placing } from './version-placing.ts'
import { versionPlan, type VersionSide } from './version-plan.ts'

type Names = 'version.preview' | 'version.adopt' | 'version.refuse' | 'version.list' | 'version.text' | 'version.place'

/** Several texts of one session: compared, joined, told apart, looked at again. */
export function versions(project: Project): Handlers<Names> {
  const { db, history } = project
  const compared = db.prepare<[string], ComparedText>(`
    SELECT session.id AS sessionId, source.name AS sourceName, imported_at AS importedAt, text
    FROM session JOIN source ON source.id = source_id JOIN content USING (sha256) WHERE session.id = ?`)
  const list = db.prepare<{ id: string }, TextVersion>(`
    SELECT source.id AS sourceId, number, name, sha256, imported_at AS importedAt
      FROM version JOIN source ON source.id = source_id WHERE session_id = @id
    UNION ALL SELECT source.id, 1 + (SELECT count(*) FROM version WHERE session_id = @id), name, sha256, imported_at
      FROM session JOIN source ON source.id = source_id WHERE session.id = @id
    ORDER BY 2`)
  const text = db.prepare<[string], string>('SELECT text FROM source JOIN content USING (sha256) WHERE source.id = ?').pluck()
  const sideOf = sideReader(project)
  const adopt = versionAdoption(project)
  const refuse = notSame(project)

  const both = (sessionId: string, otherId: string): [ComparedText, ComparedText] => {
    if (sessionId === otherId) throw new AppError('bad-input', 'A session is compared with another one.')
    return [found(compared.get(sessionId)), found(compared.get(otherId))]
  }
  function plan(intoId: string, fromId: string) {
    const [into, from] = [sideOf(intoId), sideOf(fromId)]
    const texts = difference(into.text, from.text)
    return { plan: versionPlan(into, from, anchoring(texts)), changes: changesOf(texts), into, from }
  }

  return {
    'version.preview'({ sessionId, otherId, isSwapped }) {
      const inOrder = both(sessionId, otherId).toSorted((a, b) => compare(a.importedAt, b.importedAt) || compare(a.sessionId, b.sessionId))
      const [older, newer] = (isSwapped ? inOrder.toReversed() : inOrder) as [ComparedText, ComparedText]
      const { plan: made, changes } = plan(older.sessionId, newer.sessionId)
      return { older, newer, changes, things: made.things }
    },
    'version.adopt'({ intoId, fromId }) {
      const [, newer] = both(intoId, fromId)
      const { plan: made, into, from } = plan(intoId, fromId)
      history.act(`Make ${excerpt(newer.sourceName)} the new version of its session`, () =>
        adopt({ intoId, fromId, plan: made, into, from }),
      )
    },
    'version.refuse'({ sessionId, otherId }) {
      both(sessionId, otherId)
      history.act('Say that two texts are not of the same session', () => refuse.refuse(sessionId, otherId))
    },
    'version.list': id => list.all({ id }),
    'version.text'({ sessionId, sourceId }) {
      const version = list.all({ id: sessionId }).find(each => each.sourceId === sourceId)
      const earlier = version && text.get(sourceId)
      if (earlier === undefined) throw new AppError('no-such-version', 'This version is gone: the change that made it was undone.')
      const now = found(compared.get(sessionId)).text
      return { name: version!.name, text: earlier, changes: changesOf(difference(earlier, now)) }
    },
    ...placing(project),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function sideReader({ db }: Pick<Project, 'db'>): (sessionId: string) => VersionSide {
  const page = db.prepare<[string], { text: string; boilerplate: string }>(
    'SELECT text, boilerplate FROM session JOIN source ON source.id = source_id JOIN content USING (sha256) WHERE session.id = ?',
  )
  const rows = {
    field: db.prepare<[string], StoredField>('SELECT * FROM field WHERE session_id = ? ORDER BY position, id'),
    person: db.prepare<[string], StoredPerson>('SELECT * FROM person WHERE session_id = ? ORDER BY position, id'),
    section: db.prepare<[string], StoredSection>('SELECT * FROM section WHERE session_id = ? ORDER BY id'),
    tagging: db.prepare<[string], VersionSide['tagging'][number]>(
      'SELECT tagging.*, theme.name AS theme FROM tagging JOIN theme ON theme.id = theme_id WHERE session_id = ? ORDER BY start, tagging.id',
    ),
    note: db.prepare<[string], StoredNote>('SELECT * FROM note WHERE session_id = ? ORDER BY start, id'),
  }
  return id => {
    const { text, boilerplate } = found(page.get(id))
    return {
      text,
      boilerplate: JSON.parse(boilerplate) as Boilerplate[],
      field: rows.field.all(id),
      person: rows.person.all(id),
      section: rows.section.all(id),
      tagging: rows.tagging.all(id),
      note: rows.note.all(id),
    }
  }
}
