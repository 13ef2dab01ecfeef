import type { SessionType } from '../../src-preload/record.ts'
import { sortOrders, statuses, type Facets, type LibraryFilter, type SessionLine, type Status } from '../../src-preload/types.ts'
import { plural, spoken } from './labels.ts'
import { innerWords, matchQuery } from './match-query.ts'
import type { Handlers, Project } from './project.ts'
import { sessionCode } from './session-code.ts'

type StoredLine = Omit<SessionLine, 'code'> & { readonly sessionNumber: number | null }

const orders: Record<(typeof sortOrders)[number], string> = {
  attention: `CASE session.status WHEN 'in-review' THEN 0 WHEN 'new' THEN 1 WHEN 'reviewed' THEN 2 ELSE 3 END, summary.problems DESC, summary.confidence, session.id`,
  title: 'summary.title IS NULL, summary.title COLLATE NOCASE, session.id',
  code: 'summary.year IS NULL, summary.year DESC, summary.session_type, summary.session_number, session.id',
  imported: 'session.id',
}

// An empty list stands for "any": one statement per order serves every filter.
const filtered = `FROM session JOIN summary ON summary.session_id = session.id JOIN source ON source.id = session.source_id
  WHERE (@statuses = '[]' OR session.status IN (SELECT value FROM json_each(@statuses)))
    AND (@years = '[]' OR summary.year IN (SELECT value FROM json_each(@years)))
    AND (@types = '[]' OR summary.session_type IN (SELECT value FROM json_each(@types)))
    AND (@themeIds = '[]' OR EXISTS (SELECT 1 FROM tagging WHERE tagging.session_id = session.id AND theme_id IN (SELECT value FROM json_each(@themeIds))))`
const columns = `session.id, summary.title, summary.year, summary.session_type AS sessionType, summary.session_number AS sessionNumber,
  session.status, summary.confidence, summary.problems, source.name AS sourceName`
const snippet = (table: string) => `snippet(${table}, 0, char(2), char(3), '…', 12)`
// As `snippet`, around words that were found inside others.
const around = (text: string) =>
  `'…' || substr(${text}, max(1, instr(${text}, @inner) - 30), min(30, instr(${text}, @inner) - 1)) || char(2) || @inner || char(3) || substr(${text}, instr(${text}, @inner) + length(@inner), 60) || '…'`

export function sessions({ db, history }: Project): Handlers<'session.list' | 'session.facets' | 'session.setStatus'> {
  const listed = Object.fromEntries(
    sortOrders.map(order => [order, db.prepare(`SELECT ${columns}, NULL AS snippet ${filtered} ORDER BY ${orders[order]}`)]),
  )
  const searched = Object.fromEntries(
    sortOrders.map(order => [
      order,
      db.prepare(`
    WITH hit (id, snippet) AS MATERIALIZED (
      SELECT rowid, ${snippet('summary_search')} FROM summary_search WHERE summary_search MATCH @match
      UNION ALL SELECT summary.id, found.snippet FROM (SELECT rowid AS content, ${snippet('content_search')} AS snippet FROM content_search WHERE content_search MATCH @match) found
        JOIN summary ON summary.content_id = found.content
      UNION ALL SELECT summary.id, ${around('summary.words')} FROM summary WHERE @inner IS NOT NULL AND instr(summary.words, @inner) > 0
      UNION ALL SELECT summary.id, ${around('content.text')} FROM summary JOIN content ON content.id = content_id WHERE @inner IS NOT NULL AND instr(content.text, @inner) > 0
      UNION ALL SELECT summary.id, char(2) || theme.name || char(3) FROM theme JOIN tagging ON theme_id = theme.id JOIN summary USING (session_id)
        WHERE instr(lower(theme.name), lower(@text)) > 0)
    SELECT ${columns}, hit.snippet ${filtered.replace('WHERE', 'JOIN (SELECT id, min(snippet) AS snippet FROM hit GROUP BY id) hit ON hit.id = summary.id WHERE')}
    ORDER BY ${orders[order]}`),
    ]),
  )
  const byStatus = db.prepare<[], { value: Status; count: number }>('SELECT status AS value, count(*) AS count FROM session GROUP BY 1')
  const byYear = db.prepare<[], { value: number; count: number }>(
    'SELECT year AS value, count(*) AS count FROM summary WHERE year IS NOT NULL GROUP BY 1 ORDER BY 1 DESC',
  )
  const byType = db.prepare<[], { value: SessionType; count: number }>(
    'SELECT session_type AS value, count(*) AS count FROM summary WHERE session_type IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1',
  )
  const setStatus = db.prepare<{ id: string; status: Status }>('UPDATE session SET status = @status WHERE id = @id AND status <> @status')

  return {
    'session.list'(filter: LibraryFilter) {
      const { statuses: wanted, years, types, themeIds } = filter
      const match = matchQuery(filter.text)
      const lists = {
        statuses: JSON.stringify(wanted),
        years: JSON.stringify(years),
        types: JSON.stringify(types),
        themeIds: JSON.stringify(themeIds),
      }
      const rows =
        match === null
          ? listed[filter.sort]!.all(lists)
          : searched[filter.sort]!.all({ ...lists, match, inner: innerWords(filter.text), text: filter.text.trim() })
      return (rows as StoredLine[]).map(lineOf)
    },
    'session.facets'(): Facets {
      const counts = Object.fromEntries(byStatus.all().map(({ value, count }) => [value, count]))
      const all = Object.fromEntries(statuses.map(status => [status, counts[status] ?? 0])) as Record<Status, number>
      return { total: statuses.reduce((sum, status) => sum + all[status], 0), statuses: all, years: byYear.all(), types: byType.all() }
    },
    'session.setStatus'({ sessionIds, status }) {
      history.act(`Mark ${plural(sessionIds.length, 'session')} as ${spoken(status).replace('-', ' ')}`, () => {
        for (const id of sessionIds) setStatus.run({ id, status })
      })
    },
  }
}

function lineOf({ sessionNumber, ...line }: StoredLine): SessionLine {
  return { ...line, code: sessionCode(line.year, line.sessionType, sessionNumber) }
}
