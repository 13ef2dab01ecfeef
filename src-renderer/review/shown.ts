import type { NoteRow, SessionRecord, TaggingRow, ThemeRow } from '../../src-preload/types.ts'
import type { Highlight } from '../raw-text/highlights.ts'
import type { MarginMark } from '../raw-text/margin.ts'
import type { SectionBand } from '../raw-text/sections.ts'
import type { Tag } from '../raw-text/tags.ts'
import { isDoubtful } from '../shell/confidence.ts'
import { groupOf, sectionNames } from './field-words.ts'
import type { ReviewRow } from './rows.ts'

const doubted = (row: ReviewRow) => row.state === 'parsed' && isDoubtful(row.confidence)

/** The words of fields and people, to be drawn in the page. */
export function highlightsOf(rows: readonly ReviewRow[]): Highlight[] {
  return rows.flatMap(row => {
    if (row.kind === 'section' || row.spans.length === 0) return []
    const group = row.kind === 'person' ? 'people' : groupOf(row.key)
    return [{ rowId: row.address, group, label: row.label, isDoubtful: doubted(row), spans: row.spans }]
  })
}

export function bandsOf(rows: readonly ReviewRow[]): SectionBand[] {
  return rows.flatMap(row => {
    if (row.kind !== 'section' || row.spans.length === 0) return []
    return [
      {
        rowId: row.address,
        label: sectionNames[row.section.key],
        isDoubtful: doubted(row),
        spans: row.spans,
      },
    ]
  })
}

export function tagsOf(taggings: readonly TaggingRow[], themes: readonly ThemeRow[]): Tag[] {
  const byId = new Map(themes.map(theme => [theme.id, theme]))
  return taggings.flatMap(({ id, themeId, span }) => {
    const theme = byId.get(themeId)
    return span && theme ? [{ taggingId: id, theme: theme.name, color: theme.color, span }] : []
  })
}

function placeOf(note: NoteRow, rows: readonly ReviewRow[]): number | null {
  if (note.span) return note.span[0]
  return rows.find(row => row.id === note.rowId && row.id !== null)?.spans[0]?.[0] ?? null
}

/** Notes and open problems that have a place in the page. */
export function marginOf({ notes, problems }: Pick<SessionRecord, 'notes' | 'problems'>, rows: readonly ReviewRow[]): MarginMark[] {
  const ofProblems = problems.flatMap(({ id, message, spans, isResolved }): MarginMark[] =>
    isResolved || !spans[0] ? [] : [{ id, kind: 'problem', label: message, at: spans[0][0] }],
  )
  const ofNotes = notes.flatMap((note): MarginMark[] => {
    const at = placeOf(note, rows)
    return at === null ? [] : [{ id: note.id, kind: 'note', label: note.text, at }]
  })
  return [...ofProblems, ...ofNotes]
}
