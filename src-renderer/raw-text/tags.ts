import type { Text } from '@codemirror/state'
import { Decoration } from '@codemirror/view'
import type { Span } from '../../src-preload/record.ts'
import type { ThemeColor } from '../../src-preload/types.ts'
import { lanes } from './lanes.ts'
import { layer } from './layer.ts'
import { withOrderShown } from '../shell/order-signs.ts'

export interface Tag {
  readonly taggingId: string
  readonly theme: string
  readonly color: ThemeColor
  readonly span: Span
}

const underlines = layer<readonly Tag[]>((items, document) => {
  const laneOf = lanes(items.map(tag => tag.span))
  const marks = items.map((tag, index) => markOf(tag, laneOf[index]!).range(tag.span[0], tag.span[1]))
  return Decoration.set([...marks, ...roomyLines(items, laneOf, document)], true)
})

function markOf({ taggingId, theme, color }: Tag, lane: number) {
  return Decoration.mark({
    class: `cm-tag cm-tag-lane-${lane} cm-tag-${color}`,
    attributes: { title: withOrderShown(`Theme: ${theme}`), 'data-tagging': taggingId },
  })
}

// Two lanes fit between ordinary lines; more need room.
function roomyLines(items: readonly Tag[], laneOf: readonly number[], document: Text) {
  const deepest = new Map<number, number>()
  for (const [index, { span }] of items.entries()) {
    const lane = laneOf[index]!
    if (lane < 2) continue
    for (let line = document.lineAt(span[0]); ; line = document.line(line.number + 1)) {
      deepest.set(line.from, Math.max(lane, deepest.get(line.from) ?? 0))
      if (line.to >= span[1] || line.number === document.lines) break
    }
  }
  return [...deepest].map(([from, lane]) => Decoration.line({ class: `cm-lanes-${lane}` }).range(from))
}

/** Tagged words, underlined in their themes' colours; themes that overlap lie in lanes below each other. */
export const tags = underlines.extension
export const setTags = underlines.set
