import { Decoration } from '@codemirror/view'
import type { Span } from '../../src-preload/record.ts'
import { layer } from './layer.ts'
import { withOrderShown } from '../shell/order-signs.ts'

export const highlightGroups = ['identity', 'when', 'format', 'topics', 'people'] as const
export type HighlightGroup = (typeof highlightGroups)[number]

export interface Highlight {
  readonly rowId: string
  readonly group: HighlightGroup
  /** What these words were read as. */
  readonly label: string
  readonly isDoubtful: boolean
  readonly spans: readonly Span[]
}

const words = layer<readonly Highlight[]>(items => Decoration.set(items.flatMap(marksOf), true))

function marksOf({ rowId, group, label, isDoubtful, spans }: Highlight) {
  const mark = Decoration.mark({
    class: `cm-words cm-words-${group}${isDoubtful ? ' cm-words-doubtful' : ''}`,
    attributes: { title: withOrderShown(label), 'data-row': rowId },
  })
  return spans.map(([start, end]) => mark.range(start, end))
}

/** The words that values came from, drawn by group. */
export const highlights = words.extension
export const setHighlights = words.set
