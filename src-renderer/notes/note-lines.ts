import type { Id, NoteListRow } from '../../src-preload/types.ts'

/** What the list draws, one under the other: a session, then its notes. */
export type NoteLine =
  | { readonly kind: 'session'; readonly sessionId: Id; readonly title: string; readonly code: string; readonly notes: number }
  | { readonly kind: 'note'; readonly note: NoteListRow }

const byCode = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Notes under their sessions, the sessions by code and title, those without a code last; the notes in the order given. */
export function noteLines(notes: readonly NoteListRow[]): readonly NoteLine[] {
  const groups = [...Map.groupBy(notes, note => note.sessionId).values()].map(group => ({ first: group[0]!, group }))
  const codeAndTitle = ({ sessionCode, sessionTitle }: NoteListRow) => `${sessionCode} ${sessionTitle}`
  return groups
    .toSorted(
      (a, b) => Number(!a.first.sessionCode) - Number(!b.first.sessionCode) || byCode.compare(codeAndTitle(a.first), codeAndTitle(b.first)),
    )
    .flatMap(({ first, group }): NoteLine[] => [
      { kind: 'session', sessionId: first.sessionId, title: first.sessionTitle, code: first.sessionCode, notes: group.length },
      ...group.map(note => ({ kind: 'note' as const, note })),
    ])
}

export const lineKey = (line: NoteLine) => (line.kind === 'note' ? line.note.id : `session ${line.sessionId}`)

/** The line of the next note in this direction, from a line or from before the first. */
export function nextNote(lines: readonly NoteLine[], from: number, step: 1 | -1): number | undefined {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) if (lines[at]?.kind === 'note') return at
  return undefined
}
