import type { Span } from '../../src-preload/record.ts'
import { moveEdge, moveEdgeByLine, type Edge } from '../raw-text/edge.ts'
import { documentOf } from '../raw-text/text.ts'
import { act, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { refusal } from '../shell/refusal.ts'
import type { ReviewActions } from './review-context.ts'
import type { ReviewState } from './review-state.ts'
import type { ReviewRow } from './rows.ts'

const whole = (spans: readonly Span[]): Span => [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0]

type Names = 'saveSectionText' | 'setSectionKey' | 'moveEdgeByLine' | 'moveEdgeToCaret'

export function sectionActions(now: () => ReviewState): Pick<ReviewActions, Names> {
  function moveSection(row: ReviewRow, edge: Edge, move: (span: Span) => Span | null) {
    if (row.kind !== 'section' || row.spans.length === 0) return
    const span = move(whole(row.spans))
    if (!span) return notify({ tone: 'info', text: 'There are no words there that the section could begin or end with.' })
    act(call('section.set', { id: row.section.id, span }))
    const at = edge === 'start' ? span[0] : span[1]
    now().raw.current?.scrollTo([at, at])
  }
  return {
    saveSectionText: (id, text) => refusal(call('section.set', { id, text })),
    setSectionKey: (id, key) => act(call('section.set', { id, key }).then(() => now().corrected(id, id))),
    moveEdgeByLine: (row, edge, direction) =>
      moveSection(row, edge, span => moveEdgeByLine(documentOf(now().source), span, edge, direction)),
    moveEdgeToCaret: (row, edge) =>
      moveSection(row, edge, span => moveEdge(documentOf(now().source), span, edge, now().raw.current?.caret() ?? 0)),
  }
}
